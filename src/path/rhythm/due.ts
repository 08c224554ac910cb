import { addDays } from '../../kernel/clock.ts';
import { addMonths, addUnits, lastWorkingDayBy } from './count-days.ts';
import type { Anchor, CityRuleKind, RhythmUnit, TalkKind } from './tables.ts';

export type RhythmRule = {
  kind: TalkKind;
  anchor: Anchor;
  /** Counted from so many months after the anchor. */
  afterMonths: number;
  every: number;
  unit: RhythmUnit;
  /** Null: without an end. */
  times: number | null;
  /** The same again so many months after, and so on; null: only once. */
  againMonths: number | null;
  /** Held in person; another way needs a reason. */
  inPerson: boolean;
};

/** What a city has decided, for what is due on `fromOn` or later; for the first interview of job searches that begin then or later. */
export type CityRule = {
  kind: CityRuleKind;
  fromOn: string;
  /** Null: from then on the city adds nothing. */
  every: number | null;
  unit: RhythmUnit;
  source: string;
};

export type HeldTalk = { kind: TalkKind; heldOn: string };

export type Process = {
  rules: readonly RhythmRule[];
  /** Where the model is decided, as one cites it. */
  law: string;
  cityRules: readonly CityRule[];
  begunOn: string;
  /** Nothing is due after it; null while the job search goes on. */
  endedOn: string | null;
  talks: readonly HeldTalk[];
  today: string;
  /** Days before its day from which a talk counts as soon due: the city's term `talkSoonDays`. */
  soonDays: number;
};

/** 'passed': the next one's time has come without it. 'late': its day has passed and it can still be held. */
export const dueStates = ['done', 'passed', 'late', 'soon', 'due'] as const;
export type DueState = (typeof dueStates)[number];

export type Due = {
  kind: TalkKind;
  /** The last day for it, YYYY-MM-DD: a day on which offices are open. */
  dueOn: string;
  /** The day it would have been, where offices are closed on it; else null. */
  closedOn: string | null;
  state: DueState;
  heldOn: string | null;
  /** Why: this often, counted from that day. */
  every: number;
  unit: RhythmUnit;
  /** Once, and no rhythm. */
  isOnce: boolean;
  /** So many times in a row; null without an end. */
  times: number | null;
  /** The row comes again after so many months; null where it does not. */
  againMonths: number | null;
  anchor: Anchor;
  anchorOn: string;
  inPerson: boolean;
  /** Law or decision behind it. */
  law: string;
  isOfCity: boolean;
};

/** How far ahead talks of a rhythm are told. */
const monthsAhead = 6;

type Slot = Omit<Due, 'state' | 'heldOn'>;
type Anchors = Record<Anchor, string>;

const byDay = (a: { dueOn: string }, b: { dueOn: string }): number => a.dueOn.localeCompare(b.dueOn);

/** The days of a rule up to a last one, each counted from the anchor, so that no lateness moves the next. */
const slotsOf = (rule: RhythmRule, anchors: Anchors, untilOn: string, law: string): Slot[] => {
  const { kind, anchor, every, unit, inPerson, times, againMonths } = rule;
  const anchorOn = anchors[anchor];
  const told = { kind, every, unit, isOnce: times === 1, times, againMonths, anchor, anchorOn, inPerson, law };
  const slots: Slot[] = [];
  for (let round = 0; ; round += 1) {
    const start = addMonths(anchorOn, rule.afterMonths + round * (againMonths ?? 0));
    for (let count = 1; times === null || count <= times; count += 1) {
      const countedOn = addUnits(start, count * every, unit);
      const dueOn = lastWorkingDayBy(countedOn);
      if (dueOn > untilOn) break;
      slots.push({ ...told, dueOn, closedOn: countedOn === dueOn ? null : countedOn, isOfCity: false });
    }
    if (againMonths === null || start > untilOn) return slots;
  }
};

/** A city shortens the time to the first interview; it cannot make it longer. */
const firstSlot = ({ rules, cityRules, begunOn, law }: Process): Slot | undefined => {
  const rule = rules.find(({ kind }) => kind === 'firstInterview');
  if (!rule) return undefined;
  const once = { ...rule, times: 1 };
  const anchors = { begun: begunOn, interview: begunOn };
  const own = slotsOf(once, anchors, '9999-12-31', law);
  const shorter = cityRules
    .filter(({ kind, fromOn }) => kind === 'firstInterview' && fromOn <= begunOn)
    .sort((a, b) => b.fromOn.localeCompare(a.fromOn))
    .slice(0, 1)
    .flatMap(({ every, unit, source }) =>
      every === null ? [] : slotsOf({ ...once, every, unit }, anchors, '9999-12-31', source),
    )
    .map((slot) => ({ ...slot, isOfCity: true }));
  // The law's comes first where both fall on the same day.
  return [...own, ...shorter].sort(byDay)[0];
};

/** A city's rhythm runs until its next decision of the same kind. */
const citySlots = ({ cityRules }: Process, anchors: Anchors, untilOn: string): Slot[] =>
  cityRules
    .filter(({ kind }) => kind !== 'firstInterview')
    .flatMap(({ every, ...rule }) => {
      if (every === null) return [];
      const next = cityRules
        .filter(({ kind, fromOn }) => kind === rule.kind && fromOn > rule.fromOn)
        .map(({ fromOn }) => fromOn)
        .sort()[0];
      const asRule = {
        ...rule,
        every,
        anchor: 'interview',
        afterMonths: 0,
        times: null,
        againMonths: null,
        inPerson: false,
      } as const;
      return slotsOf(asRule, anchors, untilOn, rule.source)
        .filter(({ dueOn }) => dueOn >= rule.fromOn && (next === undefined || dueOn < next))
        .map((slot) => ({ ...slot, isOfCity: true }));
    });

/**
 * Which talk was which of one kind's slots, by place. A talk is the one whose time it falls in (after the slot before, by its day); when the one
 * before was left without, it is that, late. One more in the same time is an extra talk and moves nothing.
 */
const assign = (slots: readonly Slot[], held: readonly string[]): Map<number, string> => {
  const found = new Map<number, string>();
  for (const day of [...held].sort()) {
    const inTime = slots.findIndex(({ dueOn }) => dueOn >= day);
    const at = inTime === -1 ? slots.length : inTime;
    if (at > 0 && !found.has(at - 1)) found.set(at - 1, day);
    else if (at < slots.length && !found.has(at)) found.set(at, day);
  }
  return found;
};

const stateOf = (slot: Slot, isNextPast: boolean, { today, endedOn, soonDays }: Process): DueState => {
  if (slot.dueOn >= today) return slot.dueOn <= addDays(today, soonDays) ? 'soon' : 'due';
  return isNextPast || endedOn !== null ? 'passed' : 'late';
};

const duesOf = (slots: readonly Slot[], process: Process): Due[] => {
  const kind = slots[0]?.kind;
  const held = assign(
    slots,
    process.talks.filter((talk) => talk.kind === kind).map(({ heldOn }) => heldOn),
  );
  return slots.map((slot, at) => {
    const heldOn = held.get(at) ?? null;
    if (heldOn !== null) return { ...slot, heldOn, state: 'done' };
    const next = slots[at + 1];
    const isNextPast = next !== undefined && (next.dueOn < process.today || held.has(at + 1));
    return { ...slot, heldOn, state: stateOf(slot, isNextPast, process) };
  });
};

/**
 * What the model's rhythm and the city's decisions ask for, by day: what was held, what is late, and what comes within half a year. Days of the
 * law fall on the working day before when offices are closed. Talks held before the job search began do not count. Computes no consequences.
 */
export const dueTalks = (given: Process): Due[] => {
  const process = { ...given, talks: given.talks.filter(({ heldOn }) => heldOn >= given.begunOn) };
  const first = firstSlot(process);
  const interviewOn = process.talks
    .filter(({ kind }) => kind === 'firstInterview')
    .map(({ heldOn }) => heldOn)
    .sort()[0];
  const ahead = addMonths(process.today > process.begunOn ? process.today : process.begunOn, monthsAhead);
  const untilOn = process.endedOn !== null && process.endedOn < ahead ? process.endedOn : ahead;
  const anchors = { begun: process.begunOn, interview: interviewOn ?? first?.dueOn ?? process.begunOn };
  const rest = process.rules
    .filter(({ kind }) => kind !== 'firstInterview')
    .flatMap((rule) => slotsOf(rule, anchors, untilOn, process.law));
  const all = [...(first && first.dueOn <= untilOn ? [first] : []), ...rest, ...citySlots(process, anchors, untilOn)];
  const kinds = [...new Set(all.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => duesOf(all.filter((slot) => slot.kind === kind).sort(byDay), process)).sort(byDay);
};

/** What comes next: all that is late or soon, and of each kind the first that is due later. */
export const nextOf = (dues: readonly Due[]): Due[] => {
  const told = new Set<TalkKind>();
  return dues.filter(({ kind, state }) => {
    if (state === 'done' || state === 'passed') return false;
    if (state === 'due' && told.has(kind)) return false;
    told.add(kind);
    return true;
  });
};
