import type { Level } from '../know-how/index.ts';
import { levelFit, wantable } from './levels.ts';
import { type Limit, limitsFit } from './limits.ts';
import { shareOut } from './shares.ts';

/** How much of a need a skill meets by how it lies to it, in tenths. With the level's tenths a need's points are hundredths, so every sum is exact. */
export const factors = { same: 10, narrower: 6, broader: 6, related: 3 } as const;
export type Fit = keyof typeof factors;

/** All of a need, in hundredths. */
export const fullWorth = 100;
/** From here on, in hundredths, a need that is a must counts as met: by more than a related skill can ever bring. */
export const mustFrom = 31;
/** From here on, in hundredths of the whole, a match is worth telling about. */
export const goodFrom = 50;

/** A skill the customer has kept, how well they say they can it (null: not told), and the words of theirs it was found in. */
export type Held = { skillId: number; level: Level | null; words: readonly string[]; knowHowId?: string };
/** `level`: how well it is wanted; null when it does not matter. */
export type Need = { skillId: number; weight: number; isMust: boolean; level: Level | null };
/** `otherId` is narrower than, broader than or related to `skillId`. */
export type Relation = { skillId: number; otherId: number; relation: Exclude<Fit, 'same'> };

/** By which skill of mine a need is met, and how that lies to the need: 'narrower' is narrower than what is needed. */
export type Through<H extends Held = Held> = { held: H; fit: Fit };
/** Every skill that what I hold meets wholly or partly, with the best way to it at each level I have told: which is best depends on the level wanted. */
export type Reach<H extends Held = Held> = ReadonlyMap<number, readonly Through<H>[]>;

const turned = { narrower: 'broader', broader: 'narrower', related: 'related' } as const;

/** What a way to a need is worth, in hundredths of the need. */
export const worthOf = ({ held, fit }: Through, wanted: Level | null): number =>
  factors[fit] * levelFit(wanted, held.level);

const hasWords = ({ held }: Through): number => Math.sign(held.words.length);
const isTold = ({ held }: Through): number => (held.level === null ? 0 : 1);

const fits = Object.keys(factors);

/**
 * Whether one way is better than another for what is wanted: worth more, else nearer, told how well, with words of mine, the smaller id, narrower before
 * broader.
 */
const isBetter = (one: Through, other: Through | undefined, wanted: Level | null): boolean => {
  if (!other) return true;
  const difference =
    worthOf(one, wanted) - worthOf(other, wanted) ||
    factors[one.fit] - factors[other.fit] ||
    isTold(one) - isTold(other) ||
    hasWords(one) - hasWords(other) ||
    other.held.skillId - one.held.skillId ||
    fits.indexOf(other.fit) - fits.indexOf(one.fit);
  return difference > 0;
};

/** The best of some ways to a skill for the level wanted. */
export const bestWay = <H extends Held>(
  ways: readonly Through<H>[] | undefined,
  wanted: Level | null,
): Through<H> | undefined =>
  ways?.reduce<Through<H> | undefined>((best, way) => (isBetter(way, best, wanted) ? way : best), undefined);

/** What a customer's skills reach; the order they come in changes nothing. */
export const reachOf = <H extends Held>(held: readonly H[], relations: readonly Relation[]): Reach<H> => {
  const reach = new Map<number, Through<H>[]>();
  const add = (skillId: number, way: Through<H>) => {
    const ways = reach.get(skillId) ?? [];
    const at = ways.findIndex((one) => one.held.level === way.held.level);
    if (at === -1) ways.push(way);
    else if (isBetter(way, ways[at], null)) ways[at] = way;
    reach.set(skillId, ways);
  };
  const bySkill = new Map(held.map((one) => [one.skillId, one]));
  for (const one of held) add(one.skillId, { held: one, fit: 'same' });
  for (const { skillId, otherId, relation } of relations) {
    const one = bySkill.get(skillId);
    if (one) add(otherId, { held: one, fit: turned[relation] });
  }
  return reach;
};

/** What the best way to a skill is worth for every level that can be wanted: first for none, then for 1 to 4. */
export const worthsOf = (ways: readonly Through[]): number[] =>
  wantable.map((wanted) => {
    const way = bestWay(ways, wanted);
    return way ? worthOf(way, wanted) : 0;
  });

export type PartState = 'met' | 'partly' | 'missing';

/** One need of a challenge as the customer meets it. `got` of `outOf` points; all `outOf` make 100. */
export type Part<H extends Held = Held> = Need & {
  state: PartState;
  through: Through<H> | null;
  got: number;
  outOf: number;
};

export type Score<H extends Held = Held> = {
  /** Exact, 0 to 1. */
  exact: number;
  /** Of 100 points; always the sum of the parts' `got`. */
  points: number;
  /** Met first, then partly, then missing; the heavier before the lighter. */
  parts: Part<H>[];
  /** Needs that are a must and not met. Reasons to show: they take nothing from the score. */
  mustMissing: number[];
};

/**
 * A part in points that need no rounding: ten for each degree of weight, so that equal needs show equal points. Adds up exactly, to a tenth where
 * a level takes something off.
 */
export const plainPoints = ({
  weight,
  level,
  through,
}: {
  weight: number;
  level: Level | null;
  through: { fit: Fit; level: Level | null } | null;
}) => ({
  got: (weight * (through ? factors[through.fit] * levelFit(level, through.level) : 0)) / 10,
  outOf: weight * factors.same,
});

const states: readonly PartState[] = ['met', 'partly', 'missing'];

const stateOf = (worth: number): PartState => (worth === 0 ? 'missing' : worth === fullWorth ? 'met' : 'partly');

/**
 * score = sum over needs (weight x level fit x factor) / sum of weights, in whole hundredths of each need.
 * Exact and additive: nothing but the kept skills with their levels, the vocabulary's relations and the needs goes in.
 */
export const scoreOf = <H extends Held>(needs: readonly Need[], reach: Reach<H>): Score<H> => {
  const whole = fullWorth * needs.reduce((sum, { weight }) => sum + weight, 0);
  const ways = needs.map(({ skillId, level }) => bestWay(reach.get(skillId), level) ?? null);
  const worths = needs.map(({ level }, at) => {
    const way = ways[at];
    return way ? worthOf(way, level) : 0;
  });
  const gained = needs.map(({ weight }, at) => weight * (worths[at] ?? 0));
  const lacked = needs.map(({ weight }, at) => weight * fullWorth - (gained[at] ?? 0));
  const sum = gained.reduce((total, one) => total + one, 0);
  const points = whole === 0 ? 0 : Math.round((100 * sum) / whole);
  const got = shareOut(gained, { whole, points });
  const lack = shareOut(lacked, { whole, points: whole === 0 ? 0 : 100 - points });
  const parts = needs.map((need, at): Part<H> => {
    const part = { got: got[at] ?? 0, outOf: (got[at] ?? 0) + (lack[at] ?? 0) };
    return { ...need, state: stateOf(worths[at] ?? 0), through: ways[at] ?? null, ...part };
  });
  return {
    exact: whole === 0 ? 0 : sum / whole,
    points,
    parts: parts.sort(
      (a, b) => states.indexOf(a.state) - states.indexOf(b.state) || b.weight - a.weight || a.skillId - b.skillId,
    ),
    mustMissing: needs.filter(({ isMust }, at) => isMust && (worths[at] ?? 0) < mustFrom).map(({ skillId }) => skillId),
  };
};

/** Whether a match is told about and counted: half of the needs by weight, every must, every limit. */
export const isGood = ({ exact, mustMissing }: Score, limits: readonly Limit[]): boolean =>
  exact >= goodFrom / 100 && mustMissing.length === 0 && limitsFit(limits);
