import { useText } from '../../web/text.tsx';
import type { PartView } from '../match-view.ts';

const height = 10;
const gap = 0.8;

const cellsOf = (parts: readonly PartView[]) => {
  let x = 0;
  return parts.map(({ skillId, got, outOf }) => {
    const cell = { skillId, x, width: Math.max(0.2, outOf - gap), filled: Math.min(got, Math.max(0.2, outOf - gap)) };
    x += outOf;
    return cell;
  });
};

const countOf = (parts: readonly PartView[], state: PartView['state']): number =>
  parts.filter((part) => part.state === state).length;

/**
 * Needs met, partly met and missing as one short bar: each need is as wide as it weighs and filled as far as it is met. The sentence under it
 * says the same, so neither colour nor sight is needed.
 */
export const MatchBar = ({ parts }: { parts: readonly PartView[] }) => {
  const { t } = useText();
  const [met, partly, missing] = [countOf(parts, 'met'), countOf(parts, 'partly'), countOf(parts, 'missing')];
  return (
    <div className="match-bar">
      <svg viewBox={`0 0 100 ${height}`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
        {cellsOf(parts).map(({ skillId, x, width, filled }) => (
          <g key={skillId}>
            <rect className="match-bar__need" x={x} y={0} width={width} height={height} />
            {filled > 0 ? <rect className="match-bar__met" x={x} y={0} width={filled} height={height} /> : null}
          </g>
        ))}
      </svg>
      <p className="match-bar__text">{t('matching.summary', { total: parts.length, met, partly, missing })}</p>
    </div>
  );
};
