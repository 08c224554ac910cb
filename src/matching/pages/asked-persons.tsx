import { useLoaderData } from 'react-router';
import { Card, Cards } from '../../web/components/cards.tsx';
import { Empty, Page, Section, Title } from '../../web/components/layout.tsx';
import { Pager, pageNumber } from '../../web/components/pager.tsx';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { readAskCounts, readLateAsks } from '../ask-person/count-asks.ts';
import { readAskedPersons } from '../ask-person/read-asks.ts';
import { AskCard, AskState } from './ask-about.tsx';

export const handle: PageHandle = { roles: ['adviser', 'coordinator', 'manager'] };

export const loader = pageLoader(async (page) => ({
  ...(await page.run(readAskedPersons, { page: pageNumber(page.query) })),
  counts: page.actor.role === 'adviser' ? null : await page.run((work) => readAskCounts(work), undefined),
  late:
    page.actor.role === 'adviser' ? { asks: [], count: 0 } : await page.run((work) => readLateAsks(work), undefined),
}));

type Late = ReturnType<typeof useLoaderData<typeof loader>>['late'];

/** The late ones that wait for an adviser come first: who sees to it that everybody gets an answer hands them over. */
const LateFirst = ({ late: { asks, count } }: { late: Late }) => {
  const { t, time } = useText();
  if (asks.length === 0) return null;
  return (
    <Section title={t('askPerson.desk.late', { count })}>
      <p>{t('askPerson.desk.lateWhat')}</p>
      <Cards>
        {asks.map(({ personAskId, adviser, dueOn, askedAt, isHanded }) => (
          <Card
            key={personAskId}
            to={`/asks/${personAskId}/hand-over`}
            title={t('askPerson.desk.turn', { name: adviser })}
            level={3}
          >
            <p>
              <AskState state="asked" isOverdue dueOn={dueOn} />
            </p>
            <p className="quiet">
              {t('askPerson.one.at', { at: time(askedAt) })} {isHanded ? t('askPerson.desk.wasHanded') : ''}
            </p>
          </Card>
        ))}
      </Cards>
    </Section>
  );
};

type Asks = ReturnType<typeof useLoaderData<typeof loader>>['asks'];

const Asks = ({ asks, level }: { asks: Asks; level: 2 | 3 }) => {
  const { t } = useText();
  if (asks.length === 0) return <Empty>{t('askPerson.desk.none')}</Empty>;
  return (
    <Cards>
      {asks.map((ask) => (
        <AskCard key={ask.personAskId} ask={ask} to={`/asks/${ask.personAskId}`} title={ask.customerName} level={level}>
          {ask.handed ? (
            <p className="quiet">{t('askPerson.handed.by', { name: ask.handed.byName, why: ask.handed.why })}</p>
          ) : null}
        </AskCard>
      ))}
    </Cards>
  );
};

/** Who gives advisers sees what is late with them first, then the customers who have none. */
const OfGivers = ({ asks, late }: { asks: Asks; late: Late | null }) => {
  const { t } = useText();
  return (
    <>
      {late ? <LateFirst late={late} /> : null}
      <Section title={t('askPerson.desk.own')}>
        <p>{t('askPerson.desk.leadGivers')}</p>
        <Asks asks={asks} level={3} />
      </Section>
    </>
  );
};

export default function AskedPersons() {
  const { asks, page, hasMore, counts, late } = useLoaderData<typeof loader>();
  const { t } = useText();
  const lead = counts
    ? t('askPerson.desk.counts', { waiting: counts.waiting, late: counts.late })
    : t('askPerson.desk.lead');
  return (
    <Page title={t('askPerson.desk.title')} lead={lead}>
      <Title>{t('askPerson.desk.title')}</Title>
      {counts ? <OfGivers asks={asks} late={page === 1 ? late : null} /> : <Asks asks={asks} level={2} />}
      <Pager page={page} hasMore={hasMore} />
    </Page>
  );
}
