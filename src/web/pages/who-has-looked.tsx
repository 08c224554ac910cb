import { useLoaderData } from 'react-router';
import { lookersAtOnce, readLookers } from '../../kernel/use-log.ts';
import { Empty, Page, Section, Title } from '../components/layout.tsx';
import { Older } from '../components/pager.tsx';
import { groupLooks, type Looker } from '../group-looks.ts';
import { useLogWords } from '../log-words.tsx';
import { type PageHandle, pageLoader } from '../page.ts';
import { useText } from '../text.tsx';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader(async ({ run, query, city }) => {
  const looks = await run(readLookers, { before: query.get('before') ?? undefined });
  const before = looks.length === lookersAtOnce ? (looks.at(-1)?.id ?? null) : null;
  return { days: groupLooks(looks, city?.timeZone ?? 'Europe/Helsinki'), before };
});

const LookerItem = ({ looker }: { looker: Looker }) => {
  const { t } = useText();
  const { look, why, role } = useLogWords();
  return (
    <li>
      <strong>{looker.isMe ? t('lookers.you') : looker.name}</strong>
      {looker.isMe ? null : <span className="quiet"> {role(looker.role)}</span>}
      <ul>
        {looker.seen.map((seen) => (
          <li key={seen.section + seen.action + seen.why}>
            {look({ ...seen, isMe: looker.isMe })} {t('lookers.at', { times: seen.times.join(', ') })}
            {why(seen.why) ? <span className="quiet"> {t('lookers.because', { why: why(seen.why) })}</span> : null}
          </li>
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
