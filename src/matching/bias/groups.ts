/** By what people are told apart in the report, and in no match: see neverInputs. */
export const dimensions = ['age', 'gender', 'language', 'area'] as const;
export type Dimension = (typeof dimensions)[number];

/** The first age of each band; the last one is open. */
export const ageBandsFrom = [0, 25, 35, 45, 55, 65] as const;

/** Who has not told, or whom the city does not know that well. */
export const notKnown = '';

/** Sums over the people of one group; they add up over batches and groups. */
export type Tally = {
  people: number;
  /** Of them, those who agree to matching. */
  matching: number;
  /** Of those, with at least one challenge among their matches. */
  shown: number;
  /** Challenges shown to all of them together, at most 20 to each. */
  challengesShown: number;
  /** Of those, with at least one good match: half of the needs, every must and every limit. */
  recommended: number;
  /** Good matches of all of them. */
  goodMatches: number;
};

/** A group's share of something, beside that of everybody. */
export type Rate = {
  /** 0 to 1. */
  share: number;
  /** Of the share of everybody; null when that is none. */
  ratio: number | null;
  /** The ratio's bounds: a 95 % Wilson interval of the group's share, over everybody's share taken as given. */
  low: number | null;
  high: number | null;
};

export const signs = ['lower', 'higher', 'alike'] as const;

export type GroupRow = {
  group: string;
  people: number;
  matching: number;
  /** Those who agree to matching, of all in the group. */
  agreed: Rate;
  /** Exposure: those shown any challenge, of those who agree. */
  shown: Rate;
  /** Challenges shown to each who agrees. */
  shownEach: number;
  /** Those with a good match, of those who agree. */
  recommended: Rate;
  /** Good matches for each who agrees. */
  goodEach: number;
  /** Whether the recommendation rate lies apart from everybody's: by a fifth or more, and by more than chance of this size easily does. */
  sign: (typeof signs)[number];
};

export type DimensionTable = {
  dimension: Dimension;
  rows: GroupRow[];
  /** Groups too small to show, and how many people are in them; of real people never so few that the sum would tell of them. */
  hidden: { groups: number; people: number };
};

/** A group of fewer people, or of fewer who agree to matching, is not shown. */
export const leastShown = 10;

const z = 1.96;

/** The 95 % interval of a share by Wilson: never below 0 or above 1, and not empty at either. */
export const wilson = (part: number, whole: number): { low: number; high: number } => {
  if (whole === 0) return { low: 0, high: 1 };
  const share = part / whole;
  const middle = share + (z * z) / (2 * whole);
  const spread = z * Math.sqrt((share * (1 - share)) / whole + (z * z) / (4 * whole * whole));
  const size = 1 + (z * z) / whole;
  return { low: Math.max(0, (middle - spread) / size), high: Math.min(1, (middle + spread) / size) };
};

const rateOf = (part: number, whole: number, everybody: { part: number; whole: number }): Rate => {
  const share = whole === 0 ? 0 : part / whole;
  const all = everybody.whole === 0 ? 0 : everybody.part / everybody.whole;
  if (all === 0) return { share, ratio: null, low: null, high: null };
  const { low, high } = wilson(part, whole);
  return { share, ratio: share / all, low: low / all, high: high / all };
};

/** Four fifths, as in the rule of thumb on equal treatment in hiring, and its inverse. */
const farBelow = 0.8;
const farAbove = 1.25;

const signOf = ({ ratio, low, high }: Rate): GroupRow['sign'] => {
  if (ratio === null || low === null || high === null) return 'alike';
  if (ratio < farBelow && high < 1) return 'lower';
  return ratio > farAbove && low > 1 ? 'higher' : 'alike';
};

const eachOf = (sum: number, people: number): number => (people === 0 ? 0 : sum / people);

const rowOf = (group: string, own: Tally, all: Tally): GroupRow => {
  const recommended = rateOf(own.recommended, own.matching, { part: all.recommended, whole: all.matching });
  return {
    group,
    people: own.people,
    matching: own.matching,
    agreed: rateOf(own.matching, own.people, { part: all.matching, whole: all.people }),
    shown: rateOf(own.shown, own.matching, { part: all.shown, whole: all.matching }),
    recommended,
    shownEach: eachOf(own.challengesShown, own.matching),
    goodEach: eachOf(own.goodMatches, own.matching),
    sign: signOf(recommended),
  };
};

const isSmall = ({ people, matching }: Tally): boolean => Math.min(people, matching) < leastShown;

const sumOf = (groups: readonly (readonly [string, Tally])[]): Tally =>
  groups.reduce((sum, [, tally]) => addTallies(sum, tally), nobody);

/**
 * How many groups to hide, the smallest first. While all that is hidden is itself a small group, which the sum of everybody would give away, one
 * more is hidden; made-up people need no such care.
 */
const countHidden = (bySize: readonly (readonly [string, Tally])[], isMadeUp: boolean): number => {
  let count = bySize.filter(([, tally]) => isSmall(tally)).length;
  if (isMadeUp || count === 0) return count;
  while (count < bySize.length && isSmall(sumOf(bySize.slice(0, count)))) count += 1;
  return count;
};

type Showing = { isMadeUp: boolean };

/** A dimension's groups beside everybody, without the small ones. */
export const tableOf = (
  dimension: Dimension,
  groups: ReadonlyMap<string, Tally>,
  { isMadeUp }: Showing,
): DimensionTable => {
  const bySize = [...groups].sort(([, one], [, other]) => one.matching - other.matching || one.people - other.people);
  const everybody = sumOf(bySize);
  const count = countHidden(bySize, isMadeUp);
  const rows = bySize.slice(count).map(([group, tally]) => rowOf(group, tally, everybody));
  return {
    dimension,
    rows: rows.sort((one, other) => one.group.localeCompare(other.group, 'fi')),
    hidden: { groups: count, people: sumOf(bySize.slice(0, count)).people },
  };
};

/** Sums of a city's customers by dimension and group; under 'all' stands one group of everybody. */
export type Tallies = Map<Dimension | 'all', Map<string, Tally>>;

const nobody: Tally = { people: 0, matching: 0, shown: 0, challengesShown: 0, recommended: 0, goodMatches: 0 };

export const addTallies = (one: Tally = nobody, other: Tally): Tally => ({
  people: one.people + other.people,
  matching: one.matching + other.matching,
  shown: one.shown + other.shown,
  challengesShown: one.challengesShown + other.challengesShown,
  recommended: one.recommended + other.recommended,
  goodMatches: one.goodMatches + other.goodMatches,
});

export type BiasTables = {
  /** Null when there are fewer people than a group may have; then there are no tables either. */
  everybody: GroupRow | null;
  tables: DimensionTable[];
};

/** What may be shown of the sums. */
export const tablesOf = (
  tallies: Tallies,
  { isMadeUp, by = dimensions }: Showing & { by?: readonly Dimension[] },
): BiasTables => {
  const all = tallies.get('all')?.get('') ?? nobody;
  if (isSmall(all)) return { everybody: null, tables: [] };
  return {
    everybody: rowOf('', all, all),
    tables: by.map((dimension) => tableOf(dimension, tallies.get(dimension) ?? new Map(), { isMadeUp })),
  };
};

/** The sums of several cities of made-up people as one. Areas are each city's own: they are left out. */
export const pool = (cities: readonly Tallies[]): BiasTables => {
  const sums: Tallies = new Map();
  for (const tallies of cities)
    for (const [dimension, groups] of tallies) {
      const into = sums.get(dimension) ?? new Map<string, Tally>();
      for (const [group, tally] of groups) into.set(group, addTallies(into.get(group), tally));
      sums.set(dimension, into);
    }
  return tablesOf(sums, { isMadeUp: true, by: ['age', 'gender', 'language'] });
};
