import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { State } from '../../web/components/facts.tsx';
import { Section } from '../../web/components/layout.tsx';
import { useText } from '../../web/text.tsx';
import type { PartView } from '../match-view.ts';
import { plainPoints } from '../rules.ts';
import type { OneMatch } from '../show-match.ts';
import { MatchBar } from './match-bar.tsx';

const kinds = { met: 'good', partly: 'care', missing: 'plain' } as const;

type ThroughView = NonNullable<PartView['through']>;

/** My words of one place in a story are one quote, with what stood between them left out. */
const quoteOf = ({ words }: ThroughView): string => words.join(' … ');

const Through = ({ through, isRepeated }: { through: ThroughView; isRepeated: boolean }) => {
  const { t } = useText();
  const { fit, label } = through;
  const words = quoteOf(through);
  const why = isRepeated ? 'matching.why.sameWords' : 'matching.why.because';
  return (
    <>
      {fit === 'same' ? null : <p>{t(`matching.why.${fit}`, { skill: label })}</p>}
      <p>{words === '' ? t('matching.why.told') : t(why, { words })}</p>
    </>
  );
};

/** How well it is wanted and how well I say I can it; who has not told is asked. */
const LevelLine = ({ level, levelState, through }: PartView) => {
  const { pathname } = useLocation();
  const { t } = useText();
  if (level === null || levelState === null) return null;
  const wanted = t(`matching.level.wanted.${level}`);
  if (levelState === 'notTold')
    return (
      <p>
        {t('matching.level.notTold', { wanted })}{' '}
        <a
          href={
            through?.knowHowId ? `/know-how/${through.knowHowId}?back=${encodeURIComponent(pathname)}` : '/know-how'
          }
        >
          {t('matching.level.tell')}
        </a>
      </p>
    );
  if (!through?.level) return <p>{t('matching.level.enough', { wanted })}</p>;
  return (
    <p>
      {t('matching.level.told', { wanted, mine: t(`matching.level.mine.${through.level}`) })}
      {levelState === 'below' ? ` ${t('matching.level.less')}` : null}
    </p>
  );
};

const weightWords = ['little', 'little', 'quite', 'very'] as const;

/** What is missing, the nearest thing I can, and an honest way on. */
const Gap = ({ skillId, nearest, isOpen }: { skillId: number; nearest: string | undefined; isOpen: boolean }) => {
  const { t } = useText();
  return (
    <>
      <p>{t('matching.why.missing')}</p>
      {nearest ? <p>{t('matching.gap.nearest', { skill: nearest })}</p> : null}
      {isOpen ? (
        <p>
          <a href={`/plan/steps/new?learn=${skillId}`}>{t('matching.gap.ask')}</a>
        </p>
      ) : null}
    </>
  );
};

type Said<P extends PartView> = {
  /** What is said of a need beside its points; how important it is, where nothing else is. */
  about?: (part: P) => ReactNode;
  /** What is said of a need that nothing of mine meets. */
  gap: (part: P) => ReactNode;
};

const Weight = ({ weight, isMust }: PartView) => {
  const { t } = useText();
  return (
    <>
      , {t(`matching.weight.${weightWords[weight] ?? 'very'}`)}
      {isMust ? `, ${t('matching.must')}` : null}
    </>
  );
};

const PartItem = <P extends PartView>({ part, isRepeated, about, gap }: Said<P> & { part: P; isRepeated: boolean }) => {
  const { t } = useText();
  const { label, state, through } = part;
  return (
    <li>
      <p className="why__need">
        <strong>{label}</strong>
      </p>
      <p>
        <State kind={kinds[state]}>{t(`chip.${state}`)}</State>{' '}
        <span className="quiet">
          {t('matching.why.outOf', plainPoints(part))}
          {about ? null : <Weight {...part} />}
        </span>
      </p>
      {through ? <Through through={through} isRepeated={isRepeated} /> : gap(part)}
      <LevelLine {...part} />
      {about?.(part)}
    </li>
  );
};

/** Whether the words of a part were quoted for one before it. */
const isRepeatedAt = (parts: readonly PartView[], at: number): boolean => {
  const through = parts[at]?.through;
  if (!through) return false;
  return parts.slice(0, at).some((earlier) => earlier.through && quoteOf(earlier.through) === quoteOf(through));
};

const totalOf = (parts: readonly PartView[]) => {
  const each = parts.map(plainPoints);
  return { got: each.reduce((sum, { got }) => sum + got, 0), outOf: each.reduce((sum, { outOf }) => sum + outOf, 0) };
};

/** What I have wished for and not; neither moves a point, and both say so. */
const Wishes = ({ wished, notWanted }: Pick<OneMatch, 'wished' | 'notWanted'>) => {
  const { t } = useText();
  return (
    <>
      {wished.length > 0 ? (
        <p>
          {t('matching.wished.card', { skills: wished.join(', ') })} {t('matching.wished.points')}
        </p>
      ) : null}
      {notWanted.map(({ label, words }) => (
        <p key={label}>
          {t('matching.notWanted.why', { words, skill: label })} {t('matching.notWanted.aside')}
        </p>
      ))}
    </>
  );
};

/** Each need with its points, and their sum. */
export const Parts = <P extends PartView>({
  parts,
  points,
  ...said
}: Said<P> & { parts: readonly P[]; points: number }) => {
  const { t } = useText();
  return (
    <>
      <ul className="why">
        {parts.map((part, at) => (
          <PartItem key={part.skillId} part={part} isRepeated={isRepeatedAt(parts, at)} {...said} />
        ))}
      </ul>
      <p className="why__total">
        <strong>{t('matching.why.total')}</strong> <span>{t('matching.why.sum', { ...totalOf(parts), points })}</span>
      </p>
    </>
  );
};

/** Each need, by which of my skills and words it is met, and its points; they add up to the total below. */
export const Why = ({ match }: { match: OneMatch }) => {
  const { t } = useText();
  const { parts, points, mustMissing, wished, notWanted, nearest, isOpen } = match;
  const nearestOf = new Map(nearest.map(({ skillId, label }) => [skillId, label]));
  return (
    <Section title={t('matching.why')}>
      <MatchBar parts={parts} />
      {mustMissing.length > 0 ? (
        <p>{t('matching.mustMissing', { count: mustMissing.length, needs: mustMissing.join(', ') })}</p>
      ) : null}
      <Wishes wished={wished} notWanted={notWanted} />
      <Parts
        parts={parts}
        points={points}
        gap={({ skillId }) => <Gap skillId={skillId} nearest={nearestOf.get(skillId)} isOpen={isOpen} />}
      />
    </Section>
  );
};
