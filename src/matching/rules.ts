import { type Limit, limitsFit } from './limits.ts';
import { shareOut } from './shares.ts';

/** How much of a need a skill meets, in tenths, so that every sum is of whole numbers and exact. */
export const factors = { same: 10, narrower: 6, broader: 6, related: 3 } as const;
export type Fit = keyof typeof factors;

/** From here on a need that is a must counts as met: the skill itself, or one right above or below it. */
export const mustFrom = 6;
/** From here on, in tenths of the whole, a match is worth telling about. */
export const goodFrom = 5;

/** A skill the customer has kept, and the words of theirs it was found in. */
export type Held = { skillId: number; words: readonly string[] };
export type Need = { skillId: number; weight: number; isMust: boolean };
/** `otherId` is narrower than, broader than or related to `skillId`. */
export type Relation = { skillId: number; otherId: number; relation: Exclude<Fit, 'same'> };

/** By which skill of mine a need is met, and how that lies to the need: 'narrower' is narrower than what is needed. */
export type Through<H extends Held = Held> = { held: H; fit: Fit };
/** Every skill that what I hold meets wholly or partly, with the best way to it. */
export type Reach<H extends Held = Held> = ReadonlyMap<number, Through<H>>;

const turned = { narrower: 'broader', broader: 'narrower', related: 'related' } as const;

const isBetter = (one: Through, other: Through | undefined): boolean => {
  if (!other) return true;
  if (factors[one.fit] !== factors[other.fit]) return factors[one.fit] > factors[other.fit];
  const words = Math.sign(one.held.words.length) - Math.sign(other.held.words.length);
  return words !== 0 ? words > 0 : one.held.skillId < other.held.skillId;
};

/** What a customer's skills reach; the order they come in changes nothing. */
export const reachOf = <H extends Held>(held: readonly H[], relations: readonly Relation[]): Reach<H> => {
  const reach = new Map<number, Through<H>>();
  const add = (skillId: number, through: Through<H>) => {
    if (isBetter(through, reach.get(skillId))) reach.set(skillId, through);
  };
  const bySkill = new Map(held.map((one) => [one.skillId, one]));
  for (const one of held) add(one.skillId, { held: one, fit: 'same' });
  for (const { skillId, otherId, relation } of relations) {
    const one = bySkill.get(skillId);
    if (one) add(otherId, { held: one, fit: turned[relation] });
  }
  return reach;
};

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

/** A part in points that need no rounding: ten for each degree of weight, so that equal needs show equal points. Adds up exactly. */
export const plainPoints = ({ weight, through }: { weight: number; through: { fit: Fit } | null }) => ({
  got: weight * (through ? factors[through.fit] : 0),
  outOf: weight * factors.same,
});

const states: readonly PartState[] = ['met', 'partly', 'missing'];

const tenths = (through: Through | undefined): number => (through ? factors[through.fit] : 0);

const stateOf = (through: Through | undefined): PartState =>
  through === undefined ? 'missing' : through.fit === 'same' ? 'met' : 'partly';

/**
 * score = sum over needs (weight x level fit x factor) / sum of weights. Levels are not asked yet, so the level fit is 1.
 * Exact and additive: nothing but the kept skills, the vocabulary's relations and the needs goes in.
 */
export const scoreOf = <H extends Held>(needs: readonly Need[], reach: Reach<H>): Score<H> => {
  const whole = 10 * needs.reduce((sum, { weight }) => sum + weight, 0);
  const gained = needs.map(({ skillId, weight }) => weight * tenths(reach.get(skillId)));
  const lacked = needs.map(({ weight }, at) => weight * 10 - (gained[at] ?? 0));
  const sum = gained.reduce((total, one) => total + one, 0);
  const points = whole === 0 ? 0 : Math.round((100 * sum) / whole);
  const got = shareOut(gained, { whole, points });
  const lack = shareOut(lacked, { whole, points: whole === 0 ? 0 : 100 - points });
  const parts = needs.map((need, at): Part<H> => {
    const through = reach.get(need.skillId);
    const part = { got: got[at] ?? 0, outOf: (got[at] ?? 0) + (lack[at] ?? 0) };
    return { ...need, state: stateOf(through), through: through ?? null, ...part };
  });
  return {
    exact: whole === 0 ? 0 : sum / whole,
    points,
    parts: parts.sort(
      (a, b) => states.indexOf(a.state) - states.indexOf(b.state) || b.weight - a.weight || a.skillId - b.skillId,
    ),
    mustMissing: needs
      .filter(({ skillId, isMust }) => isMust && tenths(reach.get(skillId)) < mustFrom)
      .map(({ skillId }) => skillId),
  };
};

/** Whether a match is told about and counted: half of the needs by weight, every must, every limit. */
export const isGood = ({ exact, mustMissing }: Score, limits: readonly Limit[]): boolean =>
  exact >= goodFrom / 10 && mustMissing.length === 0 && limitsFit(limits);
