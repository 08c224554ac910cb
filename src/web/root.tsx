import type { ReactNode } from 'react';
import {
  isRouteErrorResponse,
  Links,
  Outlet,
  Scripts,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from 'react-router';
import { dayIn } from '../kernel/clock.ts';
import type { ProblemCode } from '../kernel/problem.ts';
import { catalogueFor } from './catalogue.ts';
import { Actions, Go } from './components/actions.tsx';
import { LeftOver, PageFormProvider, SpareForm } from './components/draft.tsx';
import { Footer, Header } from './components/frame.tsx';
import { Page, Title } from './components/layout.tsx';
import { pageContext } from './page.ts';
import { isScripted, scriptOf } from './scripted.ts';
import { useText } from './text.tsx';
import './style.css';
import font from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url';
import { cityStyle } from './city-colors.ts';

/** What the frame around every page needs: who, where, which way to go. */
export const loader = ({
  context,
}: {
  context: { get: (key: typeof pageContext) => import('./page.ts').PageContext };
}) => {
  const { actor, city, session, nonce, requestId, app, draft, done } = context.get(pageContext);
  return {
    actor: actor ? { name: actor.name, role: actor.role } : null,
    city: city ? { id: city.id, name: city.name, style: cityStyle(city), feedback: city.feedback } : null,
    isSignedIn: session !== null,
    writer: session?.personId ?? null,
    isDemo: app.config.demo,
    nonce,
    requestId,
    draft,
    done,
    /** The day it is here, YYYY-MM-DD. */
    today: dayIn('Europe/Helsinki', app.clock()),
  };
};

type Frame = Awaited<ReturnType<typeof loader>>;

/** The page's texts for its script: only this page's prefixes, only this page's language. */
const Texts = ({ nonce }: { nonce: string }) => {
  const { language } = useText();
  const matches = useMatches();
  const texts = catalogueFor(language, scriptOf(matches));
  return (
    <script
      id="texts"
      type="application/json"
      nonce={nonce}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: our own message files, with < escaped
      dangerouslySetInnerHTML={{ __html: texts }}
    />
  );
};

export const Layout = ({ children }: { children: ReactNode }) => {
  const { language, t } = useText();
  const frame = useRouteLoaderData<Frame>('root');
  const matches = useMatches();
  const { pathname, search } = useLocation();
  const city = frame?.city;
  const withScript = isScripted(matches);
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="description" content={t('page.description')} />
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="preload" href={font} as="font" type="font/woff2" crossOrigin="anonymous" />
        <Links />
        {city ? (
          <style nonce={frame.nonce} suppressHydrationWarning>
            {city.style}
          </style>
        ) : null}
      </head>
      <body>
        <a className="skip" href="#content">
          {t('page.skip')}
        </a>
        <PageFormProvider>
          <Header
            actor={frame?.actor ?? null}
            cityName={city?.name[language] ?? null}
            isDemo={frame?.isDemo ?? false}
            isSignedIn={frame?.isSignedIn ?? false}
            here={pathname + search.replace(/[?&]done=\w+/, '')}
          />
          <main id="content" tabIndex={-1}>
            {children}
            <LeftOver />
          </main>
          <SpareForm />
        </PageFormProvider>
        <Footer feedback={city?.feedback ?? null} />
        {withScript && frame ? (
          <>
            <Texts nonce={frame.nonce} />
            <Scripts nonce={frame.nonce} />
          </>
        ) : null}
      </body>
    </html>
  );
};

export default function Root() {
  return <Outlet />;
}

const codeOf = (error: unknown): ProblemCode => {
  if (!isRouteErrorResponse(error)) return 'failure';
  if (error.data?.code) return error.data.code;
  return error.status === 404 ? 'notFound' : 'failure';
};

/** The page that explains a refusal or failure: what happened, what to do, and the number to tell us. */
export const ErrorBoundary = () => {
  const error = useRouteError();
  const { t } = useText();
  const frame = useRouteLoaderData<Frame>('root');
  const code = codeOf(error);
  const values = isRouteErrorResponse(error) ? (error.data?.values ?? {}) : {};
  const title = t(`problem.${code}.title`, values);
  return (
    <Page title={title}>
      <Title>{title}</Title>
      <p>{t(`problem.${code}.what`, values)}</p>
      <Actions>
        {code === 'notSignedIn' ? <Go to="/log-in">{t('page.logIn')}</Go> : <Go to="/">{t('page.home')}</Go>}
        {code === 'withdrawn' ? (
          <Go to="/threads" kind="secondary">
            {t('nav.threads')}
          </Go>
        ) : null}
        {code === 'notYourRole' || code === 'chooseRole' ? (
          <Go to="/act-as" kind="secondary">
            {t('account.change')}
          </Go>
        ) : null}
      </Actions>
      {frame?.requestId && code !== 'withdrawn' ? (
        <p className="refusal__number">
          {t('problem.number')} <code>{frame.requestId}</code>
        </p>
      ) : null}
    </Page>
  );
};
