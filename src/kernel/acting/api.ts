import { z } from 'zod';
import { type ApiRoute, apiRoute } from '../http/api.ts';
import { reachChoices } from '../notices/own-reach.ts';
import { reachTroubles } from '../notices/ways.ts';
import {
  answerDispute,
  disputeActed,
  readActedFor,
  readDoneByMe,
  readDoneForCustomer,
  readDoneForMe,
  wordInput,
} from './acted-for.ts';
import { chooseReachForCustomer, reachForCustomerBody, readReachForCustomer } from './reach-for-customer.ts';
import { actedMoves, actedStates, actedWays, actedWhats } from './rules.ts';

const actedFor = z.object({
  id: z.string(),
  customerId: z.string(),
  customerName: z.string(),
  officialName: z.string(),
  officialRole: z.string(),
  what: z.enum(actedWhats),
  path: z.string(),
  way: z.enum(actedWays),
  reason: z.string(),
  at: z.date(),
  dispute: z.string(),
  disputedAt: z.date().nullable(),
  answer: z.string(),
  answeredAt: z.date().nullable(),
  answeredName: z.string(),
  version: z.int(),
  state: z.enum(actedStates),
  moves: z.array(z.enum(actedMoves)),
});
const ofActedFor = z.object({ actedForId: z.string() });
const said = z.object({ id: z.string(), version: z.int() });

/** What an official did for a customer: seen by both, disputed by one, answered by the other. */
export const actingApi: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/acted-for',
    roles: ['customer'],
    summary: 'What was done for me while I was on the telephone or at the desk, by whom and why',
    answer: z.array(actedFor),
    call: ({ run }) => run((work) => readDoneForMe(work), undefined),
  }),
  apiRoute({
    method: 'GET',
    url: '/done-for-customers',
    roles: ['adviser'],
    summary: 'What I have done for customers of mine, what is disputed first',
    answer: z.array(actedFor),
    call: ({ run }) => run((work) => readDoneByMe(work), undefined),
  }),
  apiRoute({
    method: 'GET',
    url: '/customers/:customerId/acted-for',
    roles: ['adviser'],
    summary: 'What has been done for a customer, by whom and why',
    params: z.object({ customerId: z.string() }),
    answer: z.object({ customer: z.object({ id: z.string(), name: z.string() }), done: z.array(actedFor) }),
    call: ({ run, params }) => run(readDoneForCustomer, params),
  }),
  apiRoute({
    method: 'GET',
    url: '/customers/:customerId/reach',
    roles: ['adviser'],
    summary: 'How a customer is reached, without the address and the number; canGiveMail: there is none that works',
    params: z.object({ customerId: z.string() }),
    answer: z.object({
      customer: z.object({ id: z.string(), name: z.string() }),
      hasMail: z.boolean(),
      hasPhone: z.boolean(),
      canGiveMail: z.boolean(),
      canText: z.boolean(),
      isSilent: z.boolean(),
      trouble: z.enum(reachTroubles).nullable(),
      choices: z.array(reachChoices.shape.choices.element),
      quiet: z.object({ from: z.int(), until: z.int(), alsoMail: z.boolean(), isOwn: z.boolean() }),
      version: z.int(),
    }),
    call: ({ run, params }) => run(readReachForCustomer, params),
  }),
  apiRoute({
    method: 'PUT',
    url: '/customers/:customerId/reach',
    roles: ['adviser'],
    summary: 'Choose for a customer what they hear of, how and when not, with why; told to them at once',
    isVersioned: true,
    params: z.object({ customerId: z.string() }),
    body: reachForCustomerBody,
    answer: z.object({ version: z.int() }),
    example: {
      choices: [{ about: 'appointments', byMail: false, bySms: true, pace: 'atOnce' }],
      ...{ quietFrom: 20, quietUntil: 8, quietMail: false, way: 'phone', reason: 'Hän ei lue sähköpostia' },
    },
    call: ({ run, params, body, version }) => run(chooseReachForCustomer, { ...params, ...body, version }),
  }),
  apiRoute({
    method: 'GET',
    url: '/acted-for/:actedForId',
    roles: ['customer', 'adviser'],
    summary: 'One thing done for a customer',
    params: ofActedFor,
    answer: actedFor,
    call: ({ run, params }) => run(readActedFor, params),
  }),
  apiRoute({
    method: 'POST',
    url: '/acted-for/:actedForId/dispute',
    roles: ['customer'],
    summary: 'Say that it is not so; my adviser answers. 409 when I have said it before',
    isVersioned: true,
    params: ofActedFor,
    body: wordInput,
    answer: said,
    example: { word: 'En sanonut näin.' },
    call: ({ run, params, body, version }) => run(disputeActed, { ...params, ...body, version }),
  }),
  apiRoute({
    method: 'POST',
    url: '/acted-for/:actedForId/answer',
    roles: ['adviser'],
    summary: 'Answer a customer who said that it is not so; 409 where nothing waits for an answer',
    isVersioned: true,
    params: ofActedFor,
    body: wordInput,
    answer: said,
    example: { word: 'Korjasin sen.' },
    call: ({ run, params, body, version }) => run(answerDispute, { ...params, ...body, version }),
  }),
];
