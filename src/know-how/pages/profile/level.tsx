import { useText } from '../../../web/text.tsx';
import { type Level, levels } from '../../tables.ts';

/** How well, as four steps that grow; for who listens, in words. Nothing where it is not told. */
export const LevelSteps = ({ level }: { level: Level | null }) => {
  const { t } = useText();
  if (level === null) return null;
  return (
    <>
      <svg width="20" height="14" viewBox="0 0 20 14" aria-hidden="true" focusable="false" className="level">
        {levels.map((step) => (
          <rect
            key={step}
            x={(step - 1) * 5 + 0.5}
            y={14 - step * 3.25}
            width="4"
            height={step * 3.25}
            rx="1"
            className={step <= level ? 'level__had' : 'level__not'}
          />
        ))}
      </svg>
      <span className="aksel-sr-only">{t(`profile.level.${level}`)}: </span>
    </>
  );
};

/** One know-how with how well; it opens. What is hidden says so. */
export const LevelChip = ({
  label,
  level,
  isHidden = false,
  seen = 0,
  to,
}: {
  label: string;
  level: Level | null;
  isHidden?: boolean;
  /** How many have seen it, and completed things that show it. */
  seen?: number;
  to?: string;
}) => {
  const { t } = useText();
  const inside = (
    <>
      <LevelSteps level={level} />
      <span>{label}</span>
      {seen > 0 ? <em className="chip__seen">{t('profile.seen', { count: seen })}</em> : null}
      {isHidden ? <em className="chip__hidden">{t('profile.hidden')}</em> : null}
    </>
  );
  const className = isHidden ? 'chip chip--hidden' : 'chip';
  return to ? (
    <a href={to} className={className}>
      {inside}
    </a>
  ) : (
    <span className={className}>{inside}</span>
  );
};
