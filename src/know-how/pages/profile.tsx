import { useLoaderData } from 'react-router';
import { Actions, Go, Press } from '../../web/components/actions.tsx';
import { Chips } from '../../web/components/chips.tsx';
import { More } from '../../web/components/confirm.tsx';
import { State } from '../../web/components/facts.tsx';
import { useLanguageName } from '../../web/components/language-ticks.tsx';
import { Empty, Page, Section, Title } from '../../web/components/layout.tsx';
import { useLicenceUntil } from '../../web/components/licence-until.ts';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { readLimits } from '../limits.ts';
import { knowHowMoves } from '../moves.ts';
import { licenceName } from '../profile/licence-list.ts';
import { type MovableKind, movableKinds } from '../profile/load-item.ts';
import { moveItem } from '../profile/move-item.ts';
import { type Profile, readMyProfile } from '../profile/read-profile.ts';
import { readWhoSees } from '../profile/who-sees.ts';
import { seenCounts } from '../vouching/seen-counts.ts';
import { asNotNow } from './keep-draft.ts';
import { LevelChip } from './profile/level.tsx';
import { LifeLine } from './profile/life-line.tsx';
import { placeOnLine } from './profile/lines.ts';
import { KnowHowTabs } from './profile/tabs.tsx';

export const handle: PageHandle = { roles: ['customer'] };

const isThere = ({ isRemoved }: { isRemoved: boolean }): boolean => !isRemoved;

type Removed = { kind: MovableKind; id: string; version: number; name: string };

const removedOf = ({ experiences, languages, licences }: Profile, nameOf: (code: string) => string): Removed[] =>
  [
    ...experiences.map((one) => ({ ...one, kind: 'experience' as const, name: one.title })),
    ...languages.map((one) => ({ ...one, kind: 'language' as const, name: nameOf(one.code) })),
    ...licences.map((one) => ({ ...one, kind: 'licence' as const })),
  ].flatMap(({ kind, id, version, name, isRemoved }) => (isRemoved ? [{ kind, id, version, name }] : []));

export const loader = pageLoader(async (page) => {
  const { profile, limits, moves, seen, seenBy, today } = await page.run(
    async (work) => ({
      profile: await readMyProfile(work),
      limits: await readLimits(work),
      moves: (await knowHowMoves.customer?.(work)) ?? [],
      seen: await seenCounts(work),
      seenBy: await readWhoSees(work),
      today: work.today,
    }),
    undefined,
  );
  const waiting = moves.find(({ kind }) => kind === 'suggestions');
  const names = new Intl.DisplayNames(page.language, { type: 'language' });
  const { knowHow, languages, licences, wishes } = profile;
  return {
    seenBy,
    line: placeOnLine(profile, today),
    waiting: waiting ? { count: Number(waiting.values.count), path: waiting.path } : null,
    knowHow: knowHow
      .map(({ id, skillId, label, level, isHidden }) => ({ id, label, level, isHidden, seen: seen.get(skillId) ?? 0 }))
      .sort((a, b) => (b.level ?? 0) - (a.level ?? 0) || a.label.localeCompare(b.label, page.language)),
    languages: languages.filter(isThere),
    licences: licences.filter(isThere).map((one) => ({ ...one, name: licenceName(one, page.language) })),
    wishes: { what: wishes.what.map(({ text }) => text), where: wishes.where, notWanted: wishes.notWanted },
    limits,
    removed: removedOf(profile, (code) => names.of(code) ?? code),
  };
});

export const action = formAction(async (page, form) => {
  const kind = movableKinds.find((one) => one === form.text('kind')) ?? 'experience';
  const move = form.text('what') === 'deleteForGood' ? ('deleteForGood' as const) : ('bringBack' as const);
  await asNotNow(page.run(moveItem, { kind, id: form.text('id'), move, version: form.version }));
  return goTo('/profile', move === 'bringBack' ? 'saved' : 'removed');
});

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

const Experiences = ({ line }: Pick<Loaded, 'line'>) => {
  const { t } = useText();
  return (
    <Section id="experiences" title={t('profile.experiences')}>
      {line.stops.length > 0 ? <LifeLine {...line} /> : <Empty>{t('profile.experiences.empty')}</Empty>}
      <Go kind="secondary" to="/profile/experiences/new">
        {t('profile.experiences.add')}
      </Go>
    </Section>
  );
};

const KnowHow = ({ knowHow, waiting }: Pick<Loaded, 'knowHow' | 'waiting'>) => {
  const { t } = useText();
  const untold = knowHow.filter(({ level }) => level === null).length;
  return (
    <Section id="know-how" title={t('profile.knowHow.count', { count: knowHow.length })}>
      {knowHow.length > 0 ? (
        <>
          <Chips>
            {knowHow.map(({ id, ...one }) => (
              <LevelChip key={id} {...one} to={`/know-how/${id}`} />
            ))}
          </Chips>
          {untold < knowHow.length ? <p className="quiet">{t('profile.level.legend')}</p> : null}
        </>
      ) : null}
      {waiting ? (
        <p>
          <a href={waiting.path}>{t('profile.experience.found', { count: waiting.count })}</a>
        </p>
      ) : null}
      {knowHow.length === 0 && !waiting ? <Empty>{t('profile.knowHow.empty')}</Empty> : null}
      <Actions>
        {untold > 0 ? (
          <Go kind="secondary" to="/profile/levels">
            {t('profile.levels.go', { count: untold })}
          </Go>
        ) : null}
        <Go kind={untold > 0 ? 'tertiary' : 'secondary'} to="/know-how">
          {t('profile.knowHow.tell')}
        </Go>
      </Actions>
    </Section>
  );
};

const Hidden = ({ isHidden }: { isHidden: boolean }) => {
  const { t } = useText();
  return isHidden ? <State>{t('profile.hidden')}</State> : null;
};

const Languages = ({ languages, limits }: Pick<Loaded, 'languages' | 'limits'>) => {
  const { t } = useText();
  const languageName = useLanguageName();
  const spoken = limits.languages.map(languageName).join(', ');
  return (
    <Section id="languages" title={t('profile.languages')}>
      {languages.length > 0 ? (
        <ul className="profile-list">
          {languages.map(({ id, code, level, isHidden }) => (
            <li key={id}>
              <a href={`/profile/languages/${id}`}>{languageName(code)}</a> <span>{t(`profile.cefr.${level}`)}</span>{' '}
              <Hidden isHidden={isHidden} />
            </li>
          ))}
        </ul>
      ) : (
        <Empty>{t('profile.languages.empty')}</Empty>
      )}
      {languages.length > 0 ? (
        <p className="quiet">
          {spoken ? t('profile.languages.atWork', { languages: spoken }) : t('profile.languages.notAtWork')}{' '}
          <a href="/limits">{t('profile.limits.change')}</a>
        </p>
      ) : null}
      <Go kind="secondary" to="/profile/languages">
        {t('profile.languages.add')}
      </Go>
    </Section>
  );
};

const Licences = ({ licences }: Pick<Loaded, 'licences'>) => {
  const { t } = useText();
  const untilOf = useLicenceUntil();
  return (
    <Section id="licences" title={t('profile.licences')}>
      {licences.length > 0 ? (
        <ul className="profile-list">
          {licences.map(({ id, name, untilOn, isHidden }) => (
            <li key={id}>
              <a href={`/profile/licences/${id}`}>{name}</a>{' '}
              {untilOn === null ? null : (
                <State kind={untilOf(untilOn).isPast ? 'care' : 'plain'}>{untilOf(untilOn).words}</State>
              )}{' '}
              <Hidden isHidden={isHidden} />
            </li>
          ))}
        </ul>
      ) : (
        <Empty>{t('profile.licences.empty')}</Empty>
      )}
      <Go kind="secondary" to="/profile/licences">
        {t('profile.licences.add')}
      </Go>
    </Section>
  );
};

const Wishes = ({ wishes, limits }: Pick<Loaded, 'wishes' | 'limits'>) => {
  const { t } = useText();
  const { what, where, notWanted } = wishes;
  const isTold = what.length > 0 || where !== '' || notWanted !== '';
  return (
    <Section id="wishes" title={t('profile.wishes')}>
      {isTold ? (
        <dl className="facts">
          {what.length > 0 ? (
            <>
              <dt>{t('profile.wishes.what')}</dt>
              <dd>
                <ul>
                  {what.map((text) => (
                    <li key={text}>{text}</li>
                  ))}
                </ul>
              </dd>
            </>
          ) : null}
          {where ? (
            <>
              <dt>{t('profile.wishes.where')}</dt>
              <dd>{where}</dd>
            </>
          ) : null}
          {notWanted ? (
            <>
              <dt>{t('profile.wishes.notWanted')}</dt>
              <dd className="words">{notWanted}</dd>
            </>
          ) : null}
        </dl>
      ) : (
        <Empty>{t('profile.wishes.empty')}</Empty>
      )}
      <p className="quiet">
        {limits.hours === null
          ? t('profile.limits.notTold')
          : t('profile.limits.hours', { hours: t(`knowHow.limits.hours.${limits.hours}`) })}{' '}
        <a href="/limits">{t('profile.limits.change')}</a>
      </p>
      <Go kind="secondary" to="/profile/wishes">
        {isTold ? t('profile.wishes.change') : t('profile.wishes.add')}
      </Go>
    </Section>
  );
};

const RemovedParts = ({ removed }: Pick<Loaded, 'removed'>) => {
  const { t } = useText();
  if (removed.length === 0) return null;
  return (
    <More label={t('profile.removed', { count: removed.length })}>
      <ul className="dropped">
        {removed.map(({ kind, id, version, name }) => (
          <li key={id}>
            <span>{name}</span>
            <span>
              <Press kind="tertiary" small fields={{ what: 'bringBack', kind, id, version }}>
                {t('profile.bringBack')}
                <span className="aksel-sr-only">: {name}</span>
              </Press>
              <Press kind="tertiary" small fields={{ what: 'deleteForGood', kind, id, version }}>
                {t('profile.deleteForGood')}
                <span className="aksel-sr-only">: {name}</span>
              </Press>
            </span>
          </li>
        ))}
      </ul>
      <p className="quiet">{t('profile.removed.what')}</p>
    </More>
  );
};

const Side = ({ seenBy }: Pick<Loaded, 'seenBy'>) => {
  const { t } = useText();
  const { adviser, links } = seenBy;
  const isAlone = !adviser && links === 0;
  return (
    <>
      <h2 className="aksel-heading aksel-heading--xsmall">{t('profile.who')}</h2>
      {isAlone ? <p>{t('profile.who.what')}</p> : null}
      {adviser ? <p>{t('profile.who.adviser')}</p> : null}
      {links > 0 ? <p>{t('profile.who.links', { count: links })}</p> : null}
      {isAlone ? null : <p>{t('profile.who.others')}</p>}
      <ul className="profile-list">
        <li>
          <a href="/profile/audiences">{t('profile.who.go')}</a>
        </li>
        <li>
          <a href="/profile/history">{t('profile.history')}</a>
        </li>
        <li>
          <a href="/bring">{t('bring.link')}</a>
        </li>
        <li>
          <a href="/leave">{t('leave.title')}</a>
        </li>
      </ul>
    </>
  );
};

export default function ProfilePage() {
  const loaded = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('profile.title')} lead={t('profile.lead')} side={<Side seenBy={loaded.seenBy} />}>
      <Title>{t('profile.title')}</Title>
      <KnowHowTabs here="profile" />
      <Experiences line={loaded.line} />
      <KnowHow knowHow={loaded.knowHow} waiting={loaded.waiting} />
      <Languages languages={loaded.languages} limits={loaded.limits} />
      <Licences licences={loaded.licences} />
      <Wishes wishes={loaded.wishes} limits={loaded.limits} />
      <RemovedParts removed={loaded.removed} />
    </Page>
  );
}
