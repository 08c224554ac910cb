import { sql } from 'kysely';
import { consents } from '../kernel/consent.ts';
import type { Tx } from '../kernel/database.ts';
import type { Hours } from '../kernel/tables.ts';
import { hiddenFromBusinesses, toldLanguages } from '../know-how/index.ts';
import { levelFits } from './levels.ts';
import { actsFor } from './own-business.ts';
import { goodFrom, mustFrom, type Need } from './rules.ts';
import type { Way } from './segment/groups.ts';
import type { Kind } from './teams/cover.ts';

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

export type Counting = CountInput & { ways: readonly Way[] };

/** Numbers of people: for all needs together, for each need, and for each set of needs they meet. */
export type Counted = { all: number; needs: number[]; kinds: Kind[] };

/** Whose kept skills are looked at: everybody's, or those of the people proposed. What is hidden from businesses is theirs not even as a number. */
const holdings = (cityId: string, ids: readonly string[] | null) =>
  ids === null
    ? sql`select k.customer_id, k.skill_id, k.level from know_how k
        where k.city_id = ${cityId} and k.state = 'kept' and k.hidden_at is null and not ${hiddenFromBusinesses(cityId)}`
    : sql`select k.customer_id, k.skill_id, k.level from unnest(${[...ids]}::uuid[]) as proposed (id)
        join know_how k on k.city_id = ${cityId} and k.customer_id = proposed.id and k.state = 'kept' and k.hidden_at is null
          and not ${hiddenFromBusinesses(cityId)}`;

/**
 * Numbers of consenting people within the limits. They go no further than count-people.ts; only bands leave it. One pass
 * over the holders of the wanted skills, so that it needs no luck with the planner: an embedded database gathers no statistics by itself.
 */
export const countExactly = async (tx: Tx, input: Counting, ids: readonly string[] | null): Promise<Counted> => {
  const { cityId, businessId, needs, hours, languages, today, ways } = input;
  const columns = needs.map((_, at) => sql.ref(`f${at}`));
  // No step below where no level is wanted or none told: greatest() passes over null.
  const worth = sql`w.factor * (${[...levelFits]}::int[])[1 + greatest(0, w.level - k.level)]`;
  const best = columns.map((column, at) => sql`coalesce(max(${worth}) filter (where w.need = ${at}), 0) as ${column}`);
  const hundredths = columns.map((column, at) => sql`${column} * ${needs[at]?.weight ?? 0}::int`);
  const musts = columns.filter((_, at) => needs[at]?.isMust).map((column) => sql` and ${column} >= ${mustFrom}`);
  const enough = goodFrom * needs.reduce((sum, { weight }) => sum + weight, 0);
  const mask = columns.map((column, at) => sql`(case when ${column} >= ${mustFrom} then ${2 ** at}::int else 0 end)`);
  const { rows } = await sql<Kind & { all: number }>`
    with held as ${sql.raw(ids === null ? 'not materialized' : 'materialized')} (${holdings(cityId, ids)}), person as materialized (
      select k.customer_id, ${sql.join(best)}
      from unnest(${ways.map(({ need }) => need)}::int[], ${ways.map(({ skillId }) => skillId)}::int[],
        ${ways.map(({ factor }) => factor)}::int[], ${ways.map(({ need }) => needs[need]?.level ?? null)}::int[]) as w (need, skill_id, factor, level)
      join held k on k.skill_id = w.skill_id
      group by k.customer_id
      having max(${worth}) >= ${mustFrom} -- related skills alone reach neither half of the needs nor any one of them
    )
    select ${sql.join(mask, sql` + `)} as mask, count(*)::int as count,
      (count(*) filter (where ${sql.join(hundredths, sql` + `)} >= ${enough}${sql.join(musts, sql``)}))::int as "all"
    from person p
    join customer c on c.city_id = ${cityId} and c.id = p.customer_id
    where c.deleted_at is null
      and (${hours}::text = 'any' or coalesce(c.work_hours, 'any') in ('any', ${hours}::text))
      and (${[...languages]}::text[] = '{}' or ${toldLanguages} = '{}' or ${[...languages]}::text[] <@ ${toldLanguages})
      and not ${actsFor({ cityId, customerId: sql.ref('c.id'), businessId, today })}
      and ${consents(cityId, sql.ref('p.customer_id'), 'matching', today)}
    group by 1`.execute(tx);
  const meeting = (at: number): number =>
    rows.reduce((sum, { mask: bits, count }) => sum + ((bits >>> at) & 1 ? count : 0), 0);
  return {
    all: rows.reduce((sum, { all }) => sum + all, 0),
    needs: needs.map((_, at) => meeting(at)),
    kinds: rows.map(({ mask: bits, count }) => ({ mask: bits, count })),
  };
};
