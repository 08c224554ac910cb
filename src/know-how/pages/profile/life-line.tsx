import { Chips } from '../../../web/components/chips.tsx';
import { State } from '../../../web/components/facts.tsx';
import { type Time, useTimeWords } from '../../../web/components/time-words.ts';
import { useText } from '../../../web/text.tsx';
import type { ExperienceKind } from '../../profile/tables.ts';
import type { Level } from '../../tables.ts';
import { LevelChip } from './level.tsx';

export type LineStop = Time & {
  id: string;
  kind: ExperienceKind;
  title: string;
  place: string;
  language: string;
  isHidden: boolean;
  skills: { knowHowId: string; label: string; level: Level | null; isHidden: boolean }[];
  /** Where on the line, in hundredths of its length; null where no time is told. */
  span: { start: number; length: number } | null;
};

/** Where an experience lies between the first year of all and now; the years stand in words beside it. */
const Span = ({ span }: { span: LineStop['span'] }) =>
  span && (
    <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false" className="life__span">
      <rect x="0" y="1.5" width="100" height="1" className="life__all" />
      <rect x={span.start} y="0" width={span.length} height="4" rx="1" className="life__own" />
    </svg>
  );

const Stop = ({ stop }: { stop: LineStop }) => {
  const { t } = useText();
  const timeWords = useTimeWords();
  const { id, kind, title, place, language, isHidden, skills, isOngoing } = stop;
  return (
    <li className={isOngoing ? 'trail__now' : 'trail__been'}>
      <span className="trail__when">{[timeWords(stop), t(`profile.kind.${kind}`)].filter(Boolean).join(' · ')}</span>
      <h3 className="life__title">
        <a href={`/profile/experiences/${id}`} lang={language}>
          {title}
        </a>
      </h3>
      {place ? <p lang={language}>{place}</p> : null}
      <Span span={stop.span} />
      {isHidden ? (
        <p>
          <State kind="plain">{t('profile.hidden')}</State>
        </p>
      ) : null}
      {skills.length > 0 ? (
        <Chips label={t('profile.experience.skills')}>
          {skills.map((skill) => (
            <LevelChip key={skill.knowHowId} {...skill} to={`/know-how/${skill.knowHowId}`} />
          ))}
        </Chips>
      ) : null}
    </li>
  );
};

/** Experiences as a line of life, the latest first, each with where in the years it lies and the skills it showed. */
export const LifeLine = ({ stops, first, last }: { stops: readonly LineStop[]; first: number; last: number }) => (
  <>
    {stops.some(({ span }) => span) && first < last ? (
      <p className="life__axis" aria-hidden="true">
        <span>{first}</span>
        <span>{last}</span>
      </p>
    ) : null}
    <ol className="trail life">
      {stops.map((stop) => (
        <Stop key={stop.id} stop={stop} />
      ))}
    </ol>
  </>
);
