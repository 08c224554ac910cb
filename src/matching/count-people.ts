import { sql } from 'kysely';
import { consents } from '../kernel/consent.ts';
import type { Tx } from '../kernel/database.ts';
import type { Hours } from '../kernel/tables.ts';
import { relationsOf } from '../know-how/index.ts';
import { type Band, bandOf } from './bands.ts';
import { factors, goodFrom, mustFrom, type Need, type Relation } from './rules.ts';

export type CountInput = {
  cityId: string;
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

type Wanted = { need: number; skillId: number; factor: number };

/** Each need with every skill that meets it wholly or partly; a skill's best factor for a need. */
export const wantedSkills = (needs: readonly Need[], relations: readonly Relation[]): Wanted[] => {
  const atOf = new Map(needs.map(({ skillId }, at) => [skillId, at]));
  const others = relations.flatMap(({ skillId, otherId, relation }) => {
    const need = atOf.get(skillId);
    return need === undefined ? [] : [{ need, skillId: otherId, factor: factors[relation] }];
  });
  return [...needs.map(({ skillId }, need) => ({ need, skillId, factor: factors.same })), ...others];
};

/**
 * Numbers of consenting people within the limits: for all needs together, then for each. They stay in this file; only bands leave it. One pass
 * over the holders of the wanted skills, so that it needs no luck with the planner: an embedded database gathers no statistics by itself.
 */
const countExactly = async (tx: Tx, input: CountInput): Promise<number[]> => {
  const { cityId, needs, hours, languages, today } = input;
  const wanted = wantedSkills(
    needs,
    await relationsOf(
      tx,
      needs.map(({ skillId }) => skillId),
    ),
  );
  const columns = needs.map((_, at) => sql.ref(`f${at}`));
  const best = columns.map((column, at) => sql`coalesce(max(w.factor) filter (where w.need = ${at}), 0) as ${column}`);
  const tenths = columns.map((column, at) => sql`${column} * ${needs[at]?.weight ?? 0}::int`);
  const musts = columns.filter((_, at) => needs[at]?.isMust).map((column) => sql` and ${column} >= ${mustFrom}`);
  const enough = goodFrom * needs.reduce((sum, { weight }) => sum + weight, 0);
  const { rows } = await sql<{ counts: number[] }>`
    with person as materialized (
      select k.customer_id, ${sql.join(best)}
      from unnest(${wanted.map(({ need }) => need)}::int[], ${wanted.map(({ skillId }) => skillId)}::int[],
        ${wanted.map(({ factor }) => factor)}::int[]) as w (need, skill_id, factor)
      join know_how k on k.city_id = ${cityId} and k.skill_id = w.skill_id and k.state = 'kept'
      group by k.customer_id
      having max(w.factor) >= ${mustFrom} -- related skills alone reach neither half of the needs nor any one of them
    )
    select array[
      count(*) filter (where ${sql.join(tenths, sql` + `)} >= ${enough}${sql.join(musts, sql``)}),
      ${sql.join(columns.map((column) => sql`count(*) filter (where ${column} >= ${mustFrom})`))}]::int[] as counts
    from person p
    join customer c on c.city_id = ${cityId} and c.id = p.customer_id
    where c.deleted_at is null
      and (${hours}::text = 'any' or coalesce(c.work_hours, 'any') in ('any', ${hours}::text))
      and (c.spoken_languages = '{}' or ${[...languages]}::text[] <@ c.spoken_languages)
      and ${consents(cityId, sql.ref('p.customer_id'), 'matching', today)}`.execute(tx);
  return rows[0]?.counts ?? [];
};

/**
 * How many consenting people of the city could help, in bands and never who: for all needs together and for each. Limits filter; nobody is
 * counted without the consent 'matching'. The caller authorises (section 'counts').
 */
export const countPeople = async (tx: Tx, input: CountInput): Promise<PeopleCount> => {
  if (input.needs.length === 0) return { all: bandOf(0), needs: [] };
  const [all = 0, ...each] = await countExactly(tx, input);
  return { all: bandOf(all), needs: input.needs.map(({ skillId }, at) => ({ skillId, band: bandOf(each[at] ?? 0) })) };
};
