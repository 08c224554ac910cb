import { useText } from '../../../web/text.tsx';
import type { Spell } from '../../stages/stages.ts';
import { type Stage, stages } from '../../tables.ts';

/** The picture's own units: about a phone's pixels. */
const width = 340;
const lane = 32;
const top = 16;
const left = 112;
const todayAt = 286;
const aheadAt = 324;
const bottom = top + (stages.length - 1) * lane;

const heightOf = (stage: Stage): number => bottom - stages.indexOf(stage) * lane;

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Where each stretch begins, spread over the time from the first day to today. */
const placesOf = (spells: readonly Spell[], today: string): number[] => {
  const first = spells[0]?.fromOn ?? today;
  const all = Math.max(1, daysBetween(first, today));
  return spells.map(({ fromOn }) => Math.round(left + (daysBetween(first, fromOn) / all) * (todayAt - left)));
};

const Lanes = ({ now, untilAt }: { now: Stage; untilAt: number }) => {
  const { t } = useText();
  return stages.map((stage) => (
    <g key={stage}>
      <line x1={left} x2={untilAt} y1={heightOf(stage)} y2={heightOf(stage)} className="stages__lane" />
      <text x={0} y={heightOf(stage) + 5} className={stage === now ? 'stages__name stages__name--now' : 'stages__name'}>
        {t(`path.stages.short.${stage}`)}
      </text>
    </g>
  ));
};

const Line = ({ spells, today }: { spells: readonly Spell[]; today: string }) => {
  const places = placesOf(spells, today);
  const path = spells
    .map(({ stage }, at) => (at === 0 ? `M${places[at]} ${heightOf(stage)}` : `H${places[at]}V${heightOf(stage)}`))
    .join('');
  return (
    <>
      <path d={`${path}H${todayAt}`} className="stages__line" />
      {spells.map(({ stage, fromOn }, at) => (
        <circle key={fromOn} cx={places[at]} cy={heightOf(stage)} r={5} className="stages__been" />
      ))}
    </>
  );
};

type Ahead = { stage: Stage; isLedTo: boolean };

/** The path as a line: time goes to the right, each stage has a height of its own, and what could come is dashed. Its words stand in the list beside it. */
export const StagesPicture = ({
  spells,
  today,
  ahead = [],
}: {
  spells: readonly Spell[];
  today: string;
  ahead?: readonly Ahead[];
}) => {
  const { t, day } = useText();
  const now = spells.at(-1)?.stage ?? 'starting';
  const first = spells[0]?.fromOn ?? today;
  return (
    <svg
      className="stages"
      viewBox={`0 0 ${width} ${bottom + 36}`}
      role="img"
      aria-label={t('path.stages.picture', { stage: t(`path.stage.${now}`), count: spells.length })}
    >
      <Lanes now={now} untilAt={ahead.length > 0 ? aheadAt : todayAt} />
      {ahead.map(({ stage, isLedTo }) => (
        <g key={stage}>
          {isLedTo ? (
            <line x1={todayAt} y1={heightOf(now)} x2={aheadAt} y2={heightOf(stage)} className="stages__toward" />
          ) : null}
          <circle cx={aheadAt} cy={heightOf(stage)} r={6} className="stages__come" />
        </g>
      ))}
      <Line spells={spells} today={today} />
      <circle cx={todayAt} cy={heightOf(now)} r={8} className="stages__now" />
      <text x={left} y={bottom + 28} className="stages__day">
        {day(first)}
      </text>
      <text x={todayAt} y={bottom + 28} textAnchor="middle" className="stages__day">
        {t('path.stages.today')}
      </text>
    </svg>
  );
};
