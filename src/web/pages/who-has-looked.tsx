import { useLoaderData } from 'react-router';
import { lookersAtOnce, readLookers } from '../../kernel/use-log.ts';
import { Empty, Page, Section, Title } from '../components/layout.tsx';
import { Older } from '../components/pager.tsx';
import { groupLooks, type Looker, type Times } from '../group-looks.ts';
import { useLogWords } from '../log-words.tsx';
import { type PageHandle, pageLoader } from '../page.ts';
import { useText } from '../text.tsx';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader(async ({ run, query, city }) => {
  const looks = await run(readLookers, { before: query.get('before') ?? undefined });
  const before = looks.length === lookersAtOnce ? (looks.at(-1)?.id ?? null) : null;
  const timeZone = city?.timeZone ?? 'Europe/Helsinki';
  return { days: groupLooks(looks, timeZone), before, timeZone };
});

const When = ({ seen: { count, first, last } }: { seen: Times }) => {
  const { timeZone } = useLoaderData<typeof loader>();
  const { t, clock } = useText();
  const [from, to] = [clock(first, timeZone), clock(last, timeZone)];
  if (from === to) return t('lookers.at', { times: to });
  if (count === 2) return t('lookers.at', { times: `${from}, ${to}` });
  return t('lookers.often', { count, from, to });
};

const Seen = ({ looker, seen }: { looker: Looker; seen: Looker['seen'][number] }) => {
  const { t } = useText();
  const { what, why } = useLogWords().say({ ...seen, isMe: looker.isMe });
  return (
    <li>
      {what}, <When seen={seen} />
      {why ? <span className="quiet"> {t('lookers.because', { why })}</span> : null}
    </li>
  );
};

const LookerItem = ({ looker }: { looker: Looker }) => {
  const { t } = useText();
  const { role } = useLogWords();
  return (
    <li>
      <strong>{looker.isMe ? t('lookers.you') : looker.name || t('lookers.somebody')}</strong>
      {looker.isMe ? null : <span className="quiet"> {role(looker.role)}</span>}
      <ul>
        {looker.seen.map((seen) => (
          <Seen key={seen.section + seen.action + seen.why} looker={looker} seen={seen} />
        ))}
      </ul>
    </li>
  );
};

const Side = () => {
  const { t } = useText();
  return (
    <>
      <h2 className="aksel-heading aksel-heading--xsmall">{t('lookers.right')}</h2>
      <p>{t('lookers.rightWhat')}</p>
      <p>
        <a href="/consents">{t('nav.consents')}</a>
      </p>
      <p>
        <a href="/my-data">{t('rights.mine.link')}</a>
      </p>
    </>
  );
};

export default function WhoHasLooked() {
  const { days, before } = useLoaderData<typeof loader>();
  const { t, day } = useText();
  return (
    <Page title={t('lookers.title')} lead={t('lookers.lead')} side={<Side />}>
      <Title>{t('lookers.title')}</Title>
      {days.length === 0 ? <Empty>{t('lookers.none')}</Empty> : null}
      {days.map((one) => (
        <Section key={one.day} title={day(one.day)}>
          <ul className="looks">
            {one.lookers.map((looker) => (
              <LookerItem key={looker.key} looker={looker} />
            ))}
          </ul>
        </Section>
      ))}
      <Older before={before} />
    </Page>
  );
}
