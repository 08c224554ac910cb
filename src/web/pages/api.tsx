import { useLoaderData } from 'react-router';
import { apiRoutes } from '../../api-routes.ts';
import { Go } from '../components/actions.tsx';
import { More } from '../components/confirm.tsx';
import { Page, Section, Title } from '../components/layout.tsx';
import { type PageHandle, pageLoader } from '../page.ts';
import { useText } from '../text.tsx';

export const handle: PageHandle = { roles: 'anyone' };

export const loader = pageLoader(() => {
  const routes = apiRoutes.map(({ method, url, roles, summary, isVersioned, example }) => ({
    method,
    path: `/api${url}`,
    group: url.split('/')[1] ?? '',
    roles: roles === 'signedIn' ? null : [...roles],
    summary,
    isVersioned: isVersioned ?? false,
    example: example === undefined ? null : JSON.stringify(example, null, 2),
  }));
  const groups = [...new Set(routes.map(({ group }) => group))].sort();
  return { groups: groups.map((group) => ({ group, routes: routes.filter((route) => route.group === group) })) };
});

type ListedRoute = ReturnType<typeof useLoaderData<typeof loader>>['groups'][number]['routes'][number];

const RouteItem = ({ route }: { route: ListedRoute }) => {
  const { t } = useText();
  return (
    <li className="route">
      <h3 className="aksel-heading aksel-heading--xsmall">
        <code>
          {route.method} {route.path}
        </code>
      </h3>
      <p lang="en">{route.summary}</p>
      <p className="quiet">
        {route.roles
          ? t('api.for', { roles: route.roles.map((role) => t(`role.${role}`)).join(', ') })
          : t('api.forAll')}
        {route.isVersioned ? ` ${t('api.versioned')}` : ''}
      </p>
      {route.example ? (
        <More label={t('api.example')}>
          <section
            className="scroll"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with a keyboard (WCAG 2.1.1)
            tabIndex={0}
            aria-label={t('api.exampleOf', { route: `${route.method} ${route.path}` })}
          >
            <pre>
              <code>{route.example}</code>
            </pre>
          </section>
        </More>
      ) : null}
    </li>
  );
};

export default function ApiPage() {
  const { groups } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('api.title')} lead={t('api.lead')} wide>
      <Title>{t('api.title')}</Title>
      <Go to="/api/openapi.json" kind="secondary">
        {t('api.openapi')}
      </Go>
      <Section title={t('api.rules')}>
        <ul>
          {(['who', 'tokens', 'versions', 'once', 'problems', 'cities'] as const).map((rule) => (
            <li key={rule}>{t(`api.rule.${rule}`)}</li>
          ))}
        </ul>
      </Section>
      {groups.map(({ group, routes }) => (
        <Section key={group} title={`/api/${group}`}>
          <ul className="routes">
            {routes.map((route) => (
              <RouteItem key={route.method + route.path} route={route} />
            ))}
          </ul>
        </Section>
      ))}
    </Page>
  );
}
