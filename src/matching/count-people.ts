import type { Tx } from '../kernel/database.ts';
import { takingTurns } from '../kernel/turns.ts';
import { relationsOf } from '../know-how/index.ts';
import { type Band, bandOf, countedUpTo, isFew } from './bands.ts';
import { type Counted, type CountInput, type Counting, countExactly } from './count-exactly.ts';
import { mostNoise, type Noise, questionOf } from './noise.ts';
import { fullWorth, goodFrom, type Need } from './rules.ts';
import { factsOfChallenge, meets } from './segment/facts.ts';
import { findBest } from './segment/find-best.ts';
import { type Marks, markNeeds } from './segment/find-cover.ts';
import { groupsOfNeeds, waysTo } from './segment/groups.ts';
import type { Segment } from './segment/segment.ts';
import { type Cover, countTeams, type Kind, mostTogether, smallestCover } from './teams/cover.ts';

export type PeopleCount = {
  /** Who has at least half of the needs by weight and every must; null where one of the needs alone has too few to be told. */
  all: Band | null;
  /** Who has each need, or one right above or below it; in the order given. */
  needs: { skillId: number; band: Band }[];
  /**
   * How many it takes together to meet every need, at least that many such teams; null where a need has too few to be told. Only those are in a
   * team of whom there are enough who meet just the same needs.
   */
  teams: { size: number; band: Band } | null;
};

/** Needs of a kind by their skills, so that the order in which they are asked for changes nothing. */
const namesOf = (needs: readonly Need[], mask: number): string =>
  needs
    .filter((_, at) => (mask >>> at) & 1)
    .map(({ skillId }) => skillId)
    .sort((one, other) => one - other)
    .join();

/** Those of whom there are enough that a team with them points at nobody. The others stay in their place, as nobody. */
const tellable = (kinds: readonly Kind[], roughly: (kind: Kind) => number): Kind[] =>
  kinds.map((kind) => {
    const count = roughly(kind);
    return isFew(count) ? { mask: 0, count: 0 } : { mask: kind.mask, count };
  });

/** Every need, as bits. */
const fullOf = ({ length }: { length: number }): number => 2 ** length - 1;

/** Proposed a few more than are counted, as some of them may have withdrawn a moment ago. */
const mostProposed = countedUpTo + 30;

type Proposed = { ids: string[]; isCut: boolean };

const asProposed = (ids: string[]): Proposed => ({ ids, isCut: ids.length === mostProposed });

/** Some of those who could make the smallest teams, as the index knows them; no more than a count needs. */
const teamMates = (marks: Marks, cover: Cover | null): string[] => {
  const wanted = new Set<number>();
  let teams = 0;
  for (const way of cover?.ways ?? []) {
    for (const at of way) wanted.add(marks.kinds[at]?.mask ?? 0);
    teams += countTeams(marks.kinds, { ways: [way] }, mostProposed);
    if (teams >= mostProposed || wanted.size > mostTogether * 4) break;
  }
  return marks.ofKinds(wanted, mostProposed);
};

/** Who the index thinks has half of all needs, who has each, and who could make teams. Others are let in between. */
const proposeAll = async (
  people: Segment,
  input: Counting,
): Promise<{ all: Proposed; each: Proposed[]; teamMates: string[] }> => {
  const giveWay = takingTurns();
  const asked = factsOfChallenge(input);
  const accepts = (told: number) => meets(asked, told);
  const groups = groupsOfNeeds(input.needs, input.ways);
  const least = goodFrom / fullWorth;
  const best = findBest(people, { groups, accepts, least, limit: mostProposed });
  await giveWay();
  const marks = markNeeds(people, { groups, accepts });
  try {
    await giveWay();
    const kinds = tellable(marks.kinds, ({ count }) => count + mostNoise);
    const cover = smallestCover(kinds, fullOf(input.needs));
    await giveWay();
    return {
      all: asProposed(best.map(({ id }) => id)),
      each: groups.map((_, need) => asProposed(marks.who(need, mostProposed))),
      teamMates: teamMates(marks, cover),
    };
  } finally {
    marks.release();
  }
};

/** The database counts among the proposed. Null when that could tell too few: more were there to propose, and too few of the proposed stood. */
const countProposed = async (tx: Tx, input: Counting, people: Segment): Promise<Counted | null> => {
  const { all, each, teamMates } = await proposeAll(people, input);
  const ids = new Set([...[all, ...each].flatMap((proposed) => proposed.ids), ...teamMates]);
  const counted = await countExactly(tx, input, [...ids]);
  const isTooFew = (proposed: Proposed, count = 0) => proposed.isCut && count < countedUpTo;
  if (isTooFew(all, counted.all) || each.some((one, at) => isTooFew(one, counted.needs[at]))) return null;
  return counted;
};

const teamsIn = (kinds: readonly Kind[], full: number): PeopleCount['teams'] => {
  const cover = smallestCover(kinds, full);
  const count = cover ? countTeams(kinds, cover, countedUpTo) : 0;
  return cover && !isFew(count) ? { size: cover.size, band: bandOf(count) } : null;
};

/** What of the counted numbers is told: every one is made rough by the noise before its band is chosen, and then the band alone goes on. */
export const tellRoughly = (needs: readonly Need[], counted: Counted, noise: Noise): PeopleCount => {
  const rough = (question: string, count: number) => count + noise(question, count);
  const each = needs.map((need, at) => rough(questionOf([need]), counted.needs[at] ?? 0));
  const told = needs.map(({ skillId }, at) => ({ skillId, band: bandOf(each[at] ?? 0) }));
  if (needs.length === 0 || each.some(isFew)) return { all: null, needs: told, teams: null };
  const question = questionOf(needs);
  const kinds = tellable(counted.kinds, ({ mask, count }) => rough(`${question} ${namesOf(needs, mask)}`, count));
  return { all: bandOf(rough(question, counted.all)), needs: told, teams: teamsIn(kinds, fullOf(needs)) };
};

/**
 * How many consenting people of the city could help, in bands and never who: for all needs together and for each. Limits filter; nobody is counted
 * without the consent 'matching', nor by know-how hidden from businesses. The city's people in memory, where they are there, say whom to look at; the
 * database alone says who counts. The caller authorises (section 'counts').
 */
export const countPeople = async (
  tx: Tx,
  input: CountInput,
  { people, noise }: { people: Segment | null; noise: Noise },
): Promise<PeopleCount> => {
  const { needs } = input;
  if (needs.length === 0) return { all: null, needs: [], teams: null };
  const relations = await relationsOf(
    tx,
    needs.map(({ skillId }) => skillId),
  );
  const counting = { ...input, ways: waysTo(needs, relations) };
  const proposed = people && (await countProposed(tx, counting, people));
  return tellRoughly(needs, proposed ?? (await countExactly(tx, counting, null)), noise);
};
