import { index, type RouteConfig, route } from '@react-router/dev/routes';
import { businessRoutes } from '../business/pages/routes.ts';
import { dialogueRoutes } from '../dialogue/pages/routes.ts';
import { insightRoutes } from '../insight/pages/routes.ts';
import { knowHowRoutes } from '../know-how/pages/routes.ts';
import { matchingRoutes } from '../matching/pages/routes.ts';
import { pathRoutes } from '../path/pages/routes.ts';
import { rightsRoutes } from '../rights/pages/routes.ts';

export default [
  index('pages/home.tsx'),
  route('log-in', 'pages/log-in.tsx'),
  route('log-in/as/:uid', 'pages/demo-people.tsx'),
  route('act-as', 'pages/act-as.tsx'),
  route('my-moves', 'pages/my-moves.tsx'),
  route('my-account', 'pages/my-account.tsx'),
  route('reach-me', 'pages/reach-me.tsx'),
  route('reach-me/phone', 'pages/my-phone.tsx'),
  route('sent-to-me', 'pages/sent-to-me.tsx'),
  route('customers/:customerId/sent', 'pages/sent-to-customer.tsx'),
  route('join', 'pages/join.tsx'),
  route('consents', 'pages/consents.tsx'),
  route('objection', 'pages/objection.tsx'),
  route('who-has-looked', 'pages/who-has-looked.tsx'),
  route('parked-jobs', 'pages/parked-jobs.tsx'),
  route('authorities', 'pages/authorities.tsx'),
  route('city-terms', 'pages/city-terms.tsx'),
  route('city-use-log', 'pages/city-use-log.tsx'),
  route('mailbox', 'pages/mailbox.tsx'),
  route('mailbox/:cityId/:mailId', 'pages/mail.tsx'),
  route('done-for-me', 'pages/done-for-me.tsx'),
  route('acted-for/:actedForId', 'pages/acted-for.tsx'),
  route('done-for-customers', 'pages/done-for-customers.tsx'),
  route('customers/:customerId/act-for', 'pages/act-for-customer.tsx'),
  route('customers/:customerId/reach', 'pages/reach-for-customer.tsx'),
  route('letters', 'pages/letters.tsx'),
  route('letters/print', 'pages/letters-print.tsx'),
  route('letters/file', 'pages/letters-file.tsx'),
  route('phone-box', 'pages/phone-box.tsx'),
  route('api', 'pages/api.tsx'),
  route('accessibility', 'pages/accessibility.tsx'),
  ...knowHowRoutes,
  ...matchingRoutes,
  ...businessRoutes,
  ...dialogueRoutes,
  ...pathRoutes,
  ...insightRoutes,
  ...rightsRoutes,
  route('not-found', 'pages/not-found.tsx'),
  route('*', 'pages/nowhere.tsx'),
] satisfies RouteConfig;
