import type { Tx } from '../kernel/database.ts';
import { takingTurns } from '../kernel/turns.ts';
import { relationsOf } from '../know-how/index.ts';
import { type Band, bandOf, countedUpTo } from './bands.ts';
import { type Counted, type CountInput, type Counting, countExactly } from './count-exactly.ts';
import { fullWorth, goodFrom } from './rules.ts';
import { factsOfChallenge, meets } from './segment/facts.ts';
import { findBest } from './segment/find-best.ts';
import { type Marks, markNeeds } from './segment/find-cover.ts';
import { groupsOfNeeds, waysTo } from './segment/groups.ts';
import type { Segment } from './segment/segment.ts';
import { type Cover, countTeams, mostTogether, smallestCover } from './teams/cover.ts';

export type PeopleCount = {
  /** Who has at least half of the needs by weight and every must. */
  all: Band;
  /** Who has each need, or one right above or below it; in the order given. */
  needs: { skillId: number; band: Band }[];
  /** How many it takes together to meet every need, at least that many such teams; null where fewer than five people have a need, or make a team. */
  teams: { size: number; band: Band } | null;
};

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
    const cover = smallestCover(marks.kinds, fullOf(input.needs));
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

/**
 * Teams are told of only where each need has as many people as a band hides, and there are as many teams: else how many it takes could point at the
 * only one who can something.
 */
const teamsIn = ({ needs, kinds }: Counted): PeopleCount['teams'] => {
  if (needs.some((count) => bandOf(count) === bandOf(0))) return null;
  const cover = smallestCover(kinds, fullOf(needs));
  const band = bandOf(cover ? countTeams(kinds, cover, countedUpTo) : 0);
  return cover && band !== bandOf(0) ? { size: cover.size, band } : null;
};

/**
 * How many consenting people of the city could help, in bands and never who: for all needs together and for each. Limits filter; nobody is
 * counted without the consent 'matching'. The city's people in memory, where they are there, say whom to look at; the database alone says
 * who counts. The caller authorises (section 'counts').
 */
export const countPeople = async (tx: Tx, input: CountInput, people: Segment | null): Promise<PeopleCount> => {
  if (input.needs.length === 0) return { all: bandOf(0), needs: [], teams: null };
  const skillIds = input.needs.map(({ skillId }) => skillId);
  const counting = { ...input, ways: waysTo(input.needs, await relationsOf(tx, skillIds)) };
  const proposed = people && (await countProposed(tx, counting, people));
  const counted = proposed ?? (await countExactly(tx, counting, null));
  return {
    all: bandOf(counted.all),
    needs: skillIds.map((skillId, at) => ({ skillId, band: bandOf(counted.needs[at] ?? 0) })),
    teams: teamsIn(counted),
  };
};
