import { sql } from 'kysely';
import { consents } from '../kernel/consent.ts';
import type { Tx } from '../kernel/database.ts';
import type { Hours } from '../kernel/tables.ts';
import { relationsOf } from '../know-how/index.ts';
import { type Band, bandOf, countedUpTo } from './bands.ts';
import { levelFits } from './levels.ts';
import { actsFor } from './own-business.ts';
import { fullWorth, goodFrom, mustFrom, type Need } from './rules.ts';
import { factsOfChallenge, meets } from './segment/facts.ts';
import { findBest, type Group } from './segment/find-best.ts';
import { groupsOfNeeds, type Way, waysTo } from './segment/groups.ts';
import type { Segment } from './segment/segment.ts';

export type CountInput = {
  cityId: string;
  /** Who asks: its own people are not counted. */
  businessId: string;
  needs: readonly Need[];
  hours: Hours;
  languages: readonly string[];
  /** YYYY-MM-DD: consents count that hold on this day. */
  today: string;
};

export type PeopleCount = {
  /** Who has at least half of the needs by weight and every must. */
  all: Band;
  /** Who has each need, or one right above or below it; in the order given. */
  needs: { skillId: number; band: Band }[];
};

type Counting = CountInput & { ways: readonly Way[] };

/** Whose kept skills are looked at: everybody's, or those of the people proposed. */
const holdings = (cityId: string, ids: readonly string[] | null) =>
  ids === null
    ? sql`select customer_id, skill_id, level from know_how where city_id = ${cityId} and state = 'kept' and hidden_at is null`
    : sql`select k.customer_id, k.skill_id, k.level from unnest(${[...ids]}::uuid[]) as proposed (id)
        join know_how k on k.city_id = ${cityId} and k.customer_id = proposed.id and k.state = 'kept' and k.hidden_at is null`;

/**
 * Numbers of consenting people within the limits: for all needs together, then for each. They stay in this file; only bands leave it. One pass
 * over the holders of the wanted skills, so that it needs no luck with the planner: an embedded database gathers no statistics by itself.
 */
const countExactly = async (tx: Tx, input: Counting, ids: readonly string[] | null): Promise<number[]> => {
  const { cityId, businessId, needs, hours, languages, today, ways } = input;
  const columns = needs.map((_, at) => sql.ref(`f${at}`));
  // No step below where no level is wanted or none told: greatest() passes over null.
  const worth = sql`w.factor * (${[...levelFits]}::int[])[1 + greatest(0, w.level - k.level)]`;
  const best = columns.map((column, at) => sql`coalesce(max(${worth}) filter (where w.need = ${at}), 0) as ${column}`);
  const hundredths = columns.map((column, at) => sql`${column} * ${needs[at]?.weight ?? 0}::int`);
  const musts = columns.filter((_, at) => needs[at]?.isMust).map((column) => sql` and ${column} >= ${mustFrom}`);
  const enough = goodFrom * needs.reduce((sum, { weight }) => sum + weight, 0);
  const { rows } = await sql<{ counts: number[] }>`
    with held as ${sql.raw(ids === null ? 'not materialized' : 'materialized')} (${holdings(cityId, ids)}), person as materialized (
      select k.customer_id, ${sql.join(best)}
      from unnest(${ways.map(({ need }) => need)}::int[], ${ways.map(({ skillId }) => skillId)}::int[],
        ${ways.map(({ factor }) => factor)}::int[], ${ways.map(({ need }) => needs[need]?.level ?? null)}::int[]) as w (need, skill_id, factor, level)
      join held k on k.skill_id = w.skill_id
      group by k.customer_id
      having max(${worth}) >= ${mustFrom} -- related skills alone reach neither half of the needs nor any one of them
    )
    select array[
      count(*) filter (where ${sql.join(hundredths, sql` + `)} >= ${enough}${sql.join(musts, sql``)}),
      ${sql.join(columns.map((column) => sql`count(*) filter (where ${column} >= ${mustFrom})`))}]::int[] as counts
    from person p
    join customer c on c.city_id = ${cityId} and c.id = p.customer_id
    where c.deleted_at is null
      and (${hours}::text = 'any' or coalesce(c.work_hours, 'any') in ('any', ${hours}::text))
      and (c.spoken_languages = '{}' or ${[...languages]}::text[] <@ c.spoken_languages)
      and not ${actsFor({ cityId, customerId: sql.ref('c.id'), businessId, today })}
      and ${consents(cityId, sql.ref('p.customer_id'), 'matching', today)}`.execute(tx);
  return rows[0]?.counts ?? [];
};

/** Proposed a few more than are counted, as some of them may have withdrawn a moment ago. */
const mostProposed = countedUpTo + 30;

type Proposed = { ids: string[]; isCut: boolean };

const propose = (people: Segment, groups: readonly Group[], input: CountInput, least: number): Proposed => {
  const asked = factsOfChallenge(input);
  const accepts = (told: number) => meets(asked, told);
  const ids = findBest(people, { groups, accepts, least, limit: mostProposed }).map(({ id }) => id);
  return { ids, isCut: ids.length === mostProposed };
};

/** Who the index thinks has half of all needs, and who has each. */
const proposeAll = (people: Segment, input: Counting): Proposed[] => {
  const groups = groupsOfNeeds(input.needs, input.ways);
  const each = groups.map(({ wanted, heldFrom }): Group => {
    const enough = wanted.filter(({ points }) => points >= heldFrom);
    return { wanted: enough, heldFrom, isMust: false };
  });
  return [
    propose(people, groups, input, goodFrom / fullWorth),
    ...each.map((group) => propose(people, [group], input, 0)),
  ];
};

/** The database counts among the proposed. Null when that could tell too few: more were there to propose, and too few of the proposed stood. */
const countProposed = async (tx: Tx, input: Counting, people: Segment): Promise<number[] | null> => {
  const proposed = proposeAll(people, input);
  const counts = await countExactly(tx, input, [...new Set(proposed.flatMap(({ ids }) => ids))]);
  const isTooFew = proposed.some(({ isCut }, at) => isCut && (counts[at] ?? 0) < countedUpTo);
  return isTooFew ? null : counts;
};

/**
 * How many consenting people of the city could help, in bands and never who: for all needs together and for each. Limits filter; nobody is
 * counted without the consent 'matching'. The city's people in memory, where they are there, say whom to look at; the database alone says
 * who counts. The caller authorises (section 'counts').
 */
export const countPeople = async (tx: Tx, input: CountInput, people: Segment | null): Promise<PeopleCount> => {
  if (input.needs.length === 0) return { all: bandOf(0), needs: [] };
  const skillIds = input.needs.map(({ skillId }) => skillId);
  const counting = { ...input, ways: waysTo(input.needs, await relationsOf(tx, skillIds)) };
  const proposed = people && (await countProposed(tx, counting, people));
  const [all = 0, ...each] = proposed ?? (await countExactly(tx, counting, null));
  return { all: bandOf(all), needs: input.needs.map(({ skillId }, at) => ({ skillId, band: bandOf(each[at] ?? 0) })) };
};
