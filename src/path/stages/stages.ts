import { addDays, addMonths } from '../../kernel/clock.ts';
import { type Stage, stages } from '../tables.ts';

/** Somebody was in a stage from a day (YYYY-MM-DD) to a last day, or still is. */
export type Stay = { stage: Stage; fromOn: string; toOn: string | null };

/** A stretch of the path: the stage, its first day, its last; null for the one that goes on. */
export type Spell = Stay;

export type Course = {
  stays: readonly Stay[];
  /** The day they became a customer. */
  begunOn: string;
  today: string;
  /** Months of open work after which its after-care begins. */
  afterCareMonths: number;
};

const goesOn = ({ fromOn, toOn }: Stay, day: string): boolean => fromOn <= day && (toOn === null || toOn >= day);

/** What began last comes first; of one day, what is further along the path. */
const latestFirst = (a: Stay, b: Stay): number =>
  b.fromOn.localeCompare(a.fromOn) || stages.indexOf(b.stage) - stages.indexOf(a.stage);

/**
 * The stage on a day. Of what went on that day, what began last; nothing: starting. Open work that has gone on for so many months is after-care.
 */
export const stageOn = (day: string, { stays, afterCareMonths }: Pick<Course, 'stays' | 'afterCareMonths'>): Stage => {
  const [latest] = stays.filter((stay) => goesOn(stay, day)).sort(latestFirst);
  if (!latest) return 'starting';
  if (latest.stage === 'open' && day >= addMonths(latest.fromOn, afterCareMonths)) return 'afterCare';
  return latest.stage;
};

/** Days on which the stage can change because of a stay. */
const turns = ({ stage, fromOn, toOn }: Stay, afterCareMonths: number): string[] => [
  fromOn,
  ...(toOn === null ? [] : [addDays(toOn, 1)]),
  ...(stage === 'open' ? [addMonths(fromOn, afterCareMonths)] : []),
];

/**
 * The path from its first day to today, as stretches without gap or overlap, the last one going on. It begins when they became a customer, or
 * with what was told of earlier days. What is told later, ended or taken back makes another history: nothing of it is kept.
 */
export const spellsOf = (course: Course): Spell[] => {
  const { stays, begunOn, today, afterCareMonths } = course;
  const begun = stays.filter(({ fromOn }) => fromOn <= today);
  const first = [begunOn, ...begun.map(({ fromOn }) => fromOn)].sort()[0] ?? begunOn;
  const days = new Set([first, ...begun.flatMap((stay) => turns(stay, afterCareMonths))]);
  const starts = [...days]
    .filter((day) => day >= first && day <= today)
    .sort()
    .map((fromOn) => ({ fromOn, stage: stageOn(fromOn, course) }))
    .filter(({ stage }, at, all) => stage !== all[at - 1]?.stage);
  return starts.map(({ stage, fromOn }, at) => {
    const next = starts[at + 1];
    return { stage, fromOn, toOn: next ? addDays(next.fromOn, -1) : null };
  });
};

/** Something that leads to a stage: done on a day, or agreed and still to be done. */
export type Lead = { stage: Stage; on: string };

export type Coming<L extends Lead> = {
  stage: Stage;
  /** The day it begins, where that is agreed. */
  beginsOn: string | null;
  leads: L[];
};

/**
 * What could come: the stages further along than where they are, and any other that something leads to, in the order of the path. A lead counts
 * until the stage it leads to has been reached after it.
 */
export const comingOf = <L extends Lead>(
  spells: readonly Spell[],
  { stays, leads, today }: { stays: readonly Stay[]; leads: readonly L[]; today: string },
): Coming<L>[] => {
  const now = spells.at(-1)?.stage ?? 'starting';
  return stages.flatMap((stage): Coming<L>[] => {
    if (stage === now || stage === 'starting') return [];
    const reachedOn = spells.filter((spell) => spell.stage === stage).at(-1)?.fromOn ?? '';
    const own = leads.filter((lead) => lead.stage === stage && lead.on > reachedOn);
    const beginsOn = stays
      .filter((stay) => stay.stage === stage && stay.fromOn > today)
      .sort((a, b) => -latestFirst(a, b))[0];
    const isAhead = stages.indexOf(stage) > stages.indexOf(now);
    if (!isAhead && own.length === 0 && !beginsOn) return [];
    return [{ stage, beginsOn: beginsOn?.fromOn ?? null, leads: own }];
  });
};
