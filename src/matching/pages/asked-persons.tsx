import { useLoaderData } from 'react-router';
import { Card, Cards } from '../../web/components/cards.tsx';
import { Empty, Page, Section, Title } from '../../web/components/layout.tsx';
import { Pager, pageNumber } from '../../web/components/pager.tsx';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { readAskCounts, readLateAsks } from '../ask-person/count-asks.ts';
import { readAskedPersons } from '../ask-person/read-asks.ts';
import { AskAbout, AskState } from './ask-about.tsx';

export const handle: PageHandle = { roles: ['adviser', 'coordinator', 'manager'] };

export const loader = pageLoader(async (page) => ({
  ...(await page.run(readAskedPersons, { page: pageNumber(page.query) })),
  counts: page.actor.role === 'adviser' ? null : await page.run((work) => readAskCounts(work), undefined),
  late: page.actor.role === 'adviser' ? [] : await page.run((work) => readLateAsks(work), undefined),
}));

type Late = ReturnType<typeof useLoaderData<typeof loader>>['late'];

/** Whose turn the late ones are, so that who sees to it can go to them. */
const WhoseTurn = ({ late }: { late: Late }) => {
  const { t, time } = useText();
  const theirs = late.filter(({ adviser }) => adviser !== null);
  if (theirs.length === 0) return null;
  return (
    <Section title={t('askPerson.desk.late')}>
      <p>{t('askPerson.desk.lateWhat')}</p>
      <ul>
        {theirs.map(({ adviser, late: count, since }) => (
          <li key={adviser}>{t('askPerson.desk.lateOf', { name: adviser ?? '', count, since: time(since) })}</li>
        ))}
      </ul>
    </Section>
  );
};

export default function AskedPersons() {
  const { asks, page, hasMore, counts, late } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('askPerson.desk.title')} lead={t(counts ? 'askPerson.desk.leadGivers' : 'askPerson.desk.lead')}>
      <Title>{t('askPerson.desk.title')}</Title>
      {counts ? <p>{t('askPerson.desk.counts', { waiting: counts.waiting, late: counts.late })}</p> : null}
      {asks.length === 0 ? <Empty>{t('askPerson.desk.none')}</Empty> : null}
      <Cards>
        {asks.map((ask) => (
          <Card key={ask.personAskId} to={`/asks/${ask.personAskId}`} title={ask.customerName} level={2}>
            <p>
              <AskState {...ask} />
            </p>
            <p className="quiet">
              <AskAbout {...ask} />
            </p>
          </Card>
        ))}
      </Cards>
      <WhoseTurn late={late} />
      <Pager page={page} hasMore={hasMore} />
    </Page>
  );
}
