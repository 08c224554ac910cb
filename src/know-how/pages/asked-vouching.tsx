import { useLoaderData } from 'react-router';
import { Card, Cards } from '../../web/components/cards.tsx';
import { State } from '../../web/components/facts.tsx';
import { Empty, Page, Section, Title } from '../../web/components/layout.tsx';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { readAskedOfMe } from '../vouching/read-vouching.ts';

export const handle: PageHandle = { roles: ['adviser'] };

export const loader = pageLoader(async (page) => ({
  asked: await page.run((work) => readAskedOfMe(work), undefined),
}));

type Asked = ReturnType<typeof useLoaderData<typeof loader>>['asked'];

const List = ({ asked }: { asked: Asked }) => {
  const { t } = useText();
  return (
    <Cards>
      {asked.map(({ id, nameShown, vouchings, canAnswer }) => (
        <Card key={id} to={`/vouching/${id}`} title={nameShown} level={3}>
          <p>
            <State kind={canAnswer ? 'care' : 'plain'}>{t(canAnswer ? 'vouch.desk.waits' : 'vouch.state.said')}</State>
          </p>
          <p className="quiet">{vouchings.map(({ label }) => label).join(', ')}</p>
        </Card>
      ))}
    </Cards>
  );
};

export default function AskedVouching() {
  const { asked } = useLoaderData<typeof loader>();
  const { t } = useText();
  const waiting = asked.filter(({ canAnswer }) => canAnswer);
  const said = asked.filter(({ canAnswer }) => !canAnswer);
  return (
    <Page title={t('vouch.desk.title')} lead={t('vouch.desk.lead')}>
      <Title>{t('vouch.desk.title')}</Title>
      {asked.length === 0 ? <Empty>{t('vouch.desk.none')}</Empty> : null}
      {waiting.length > 0 ? (
        <Section title={t('vouch.desk.waiting', { count: waiting.length })}>
          <List asked={waiting} />
        </Section>
      ) : null}
      {said.length > 0 ? (
        <Section title={t('vouch.desk.said', { count: said.length })}>
          <List asked={said} />
        </Section>
      ) : null}
    </Page>
  );
}
