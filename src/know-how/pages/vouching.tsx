import { useLoaderData } from 'react-router';
import { Go } from '../../web/components/actions.tsx';
import { Card, Cards } from '../../web/components/cards.tsx';
import { More } from '../../web/components/confirm.tsx';
import { State } from '../../web/components/facts.tsx';
import { Empty, Page, Section, Title } from '../../web/components/layout.tsx';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { type EvidenceView, readVouching, type VouchRequestView } from '../vouching/read-vouching.ts';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader((page) => page.run((work) => readVouching(work), undefined));

type Group = 'toDecide' | 'waiting' | 'standing' | 'earlier';
const groups: readonly Group[] = ['toDecide', 'waiting', 'standing', 'earlier'];

/** Where a request belongs: what waits for me first, then what waits for others, then what is in my profile. */
const groupOf = ({ state, vouchings }: Pick<VouchRequestView, 'state' | 'vouchings'>): Group => {
  if (vouchings.some((one) => one.state === 'offered')) return 'toDecide';
  if (state === 'draft' || state === 'asked' || state === 'runOut') return 'waiting';
  return vouchings.some((one) => one.state === 'accepted') ? 'standing' : 'earlier';
};

const groupOfEvidence = ({ state }: Pick<EvidenceView, 'state'>): Group => {
  if (state === 'offered') return 'toDecide';
  return state === 'accepted' ? 'standing' : 'earlier';
};

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

const RequestCard = ({ request }: { request: Loaded['requests'][number] }) => {
  const { t } = useText();
  const { id, state, askedName, voucherName, vouchings } = request;
  return (
    <Card to={`/know-how/vouching/${id}`} title={voucherName || askedName} level={3}>
      <p>
        <State kind={state === 'runOut' ? 'care' : 'plain'}>{t(`vouch.stateOf.${state}`)}</State>
      </p>
      <p className="quiet">{vouchings.map(({ label }) => label).join(', ')}</p>
    </Card>
  );
};

const EvidenceCard = ({ evidence }: { evidence: Loaded['evidence'][number] }) => {
  const { t, day } = useText();
  const { id, title, kind, happenedOn } = evidence;
  return (
    <Card to={`/know-how/evidence/${id}`} title={title} level={3}>
      <p className="quiet">{t(`vouch.evidence.kind.${kind}`, { day: day(happenedOn) })}</p>
    </Card>
  );
};

const Things = ({ requests, evidence }: Loaded) => (
  <Cards>
    {evidence.map((one) => (
      <EvidenceCard key={one.id} evidence={one} />
    ))}
    {requests.map((one) => (
      <RequestCard key={one.id} request={one} />
    ))}
  </Cards>
);

export default function Vouching() {
  const { requests, evidence } = useLoaderData<typeof loader>();
  const { t } = useText();
  const inGroup = (group: Group) => ({
    requests: requests.filter((one) => groupOf(one) === group),
    evidence: evidence.filter((one) => groupOfEvidence(one) === group),
  });
  return (
    <Page title={t('vouch.mine.title')} lead={t('vouch.mine.lead')}>
      <Title within={t('nav.knowHow')}>{t('vouch.mine.title')}</Title>
      <Go to="/know-how/vouching/ask">{t('vouch.mine.ask')}</Go>
      {requests.length + evidence.length === 0 ? <Empty>{t('vouch.mine.none')}</Empty> : null}
      {groups.map((group) => {
        const things = inGroup(group);
        const count = things.requests.length + things.evidence.length;
        if (count === 0) return null;
        return group === 'earlier' ? (
          <More key={group} label={t('vouch.group.earlier', { count })}>
            <Things {...things} />
          </More>
        ) : (
          <Section key={group} title={t(`vouch.group.${group}`, { count })}>
            <Things {...things} />
          </Section>
        );
      })}
      <p>
        <a href="/know-how">{t('vouch.mine.toKnowHow')}</a>
      </p>
    </Page>
  );
}
