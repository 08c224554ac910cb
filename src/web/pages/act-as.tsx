import { redirect, useLoaderData } from 'react-router';
import { capacitiesOf } from '../../kernel/capacities.ts';
import { dayIn } from '../../kernel/clock.ts';
import { Send } from '../components/actions.tsx';
import { Page, Title } from '../components/layout.tsx';
import { type PageHandle, pageLoader } from '../page.ts';
import { useText } from '../text.tsx';

export const handle: PageHandle = { roles: 'signedIn' };

export const loader = pageLoader(async ({ app, session, query, language }) => {
  const capacities = await capacitiesOf(app.database, session?.personId ?? '', dayIn('Europe/Helsinki', app.clock()));
  if (capacities.length === 0) throw redirect('/join');
  return {
    back: query.get('back') ?? '/',
    capacities: capacities.map(({ cityId, role, businessId, businessName }) => ({
      key: [cityId, role, businessId ?? ''].join(':'),
      city: app.cities.find(cityId)?.name[language] ?? cityId,
      role,
      businessName,
    })),
  };
});

export default function ActAs() {
  const { back, capacities } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('actAs.title')} lead={t('actAs.lead')}>
      <Title>{t('actAs.title')}</Title>
      <form method="post" action="/act-as">
        <input type="hidden" name="back" value={back} />
        <ul className="people">
          {capacities.map((capacity) => (
            <li key={capacity.key}>
              <Send kind="secondary" name="capacity" value={capacity.key}>
                {t(`role.${capacity.role}`)}, {capacity.businessName ?? capacity.city}
              </Send>
            </li>
          ))}
        </ul>
      </form>
    </Page>
  );
}
