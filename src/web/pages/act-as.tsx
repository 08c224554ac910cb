import { redirect, useLoaderData } from 'react-router';
import { capacitiesOf } from '../../kernel/capacities.ts';
import { dayIn } from '../../kernel/clock.ts';
import { Capacities, nameCapacities } from '../components/capacities.tsx';
import { Page, Title } from '../components/layout.tsx';
import { type PageHandle, pageLoader } from '../page.ts';
import { useText } from '../text.tsx';

export const handle: PageHandle = { roles: 'signedIn' };

export const loader = pageLoader(async ({ app, session, query, language }) => {
  const capacities = await capacitiesOf(app.database, session?.personId ?? '', dayIn('Europe/Helsinki', app.clock()));
  if (capacities.length === 0) throw redirect('/join');
  return { back: query.get('back') ?? '/', capacities: nameCapacities(capacities, app.cities, language) };
});

export default function ActAs() {
  const { back, capacities } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('actAs.title')} lead={t('actAs.lead')}>
      <Title>{t('actAs.title')}</Title>
      <Capacities capacities={capacities} back={back} />
    </Page>
  );
}
