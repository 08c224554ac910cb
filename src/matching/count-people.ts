import { sql } from 'kysely';
import { consents } from '../kernel/consent.ts';
import type { Tx } from '../kernel/database.ts';
import type { Hours } from '../kernel/tables.ts';
import { relationsOf } from '../know-how/index.ts';
import { type Band, bandOf, lastBandFrom } from './bands.ts';
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

/** Consent and limits, for a customer named by `id`: who is not let through here is in no count. */
const mayBeCounted = ({ cityId, hours, languages, today }: CountInput, id: ReturnType<typeof sql.ref>) => sql`exists (
  select from customer c
  where c.city_id = ${cityId} and c.id = ${id} and c.deleted_at is null
    and (${hours}::text = 'any' or c.work_hours in ('any', ${hours}::text))
    and (c.spoken_languages = '{}' or ${[...languages]}::text[] <@ c.spoken_languages)
) and ${consents(cityId, id, 'matching', today)}`;

/** Who reaches half of the needs by weight and every must. */
const goodForAll = ({ cityId, needs }: CountInput, wanted: readonly Wanted[]) => {
  const best = needs.map((_, at) => sql`coalesce(max(w.factor) filter (where w.need = ${at}), 0)`);
  const tenths = best.map((factor, at) => sql`${factor} * ${needs[at]?.weight ?? 0}::int`);
  const musts = best.filter((_, at) => needs[at]?.isMust).map((factor) => sql` and ${factor} >= ${mustFrom}`);
  const enough = goodFrom * needs.reduce((sum, { weight }) => sum + weight, 0);
  return sql`
    select k.customer_id
    from unnest(${wanted.map(({ need }) => need)}::int[], ${wanted.map(({ skillId }) => skillId)}::int[],
      ${wanted.map(({ factor }) => factor)}::int[]) as w (need, skill_id, factor)
    join know_how k on k.city_id = ${cityId} and k.skill_id = w.skill_id and k.state = 'kept'
    group by k.customer_id
    having ${sql.join(tenths, sql` + `)} >= ${enough}${sql.join(musts, sql``)}`;
};

/** Who has one need: each person once, by the first of the skills that will do. */
const goodForNeed = ({ cityId }: CountInput, skillIds: readonly number[]) => sql`
    select k.customer_id from know_how k
    where k.city_id = ${cityId} and k.skill_id = any(${[...skillIds]}::int[]) and k.state = 'kept'
      and not exists (
        select from know_how other
        where other.city_id = k.city_id and other.customer_id = k.customer_id and other.state = 'kept'
          and other.skill_id = any(${[...skillIds]}::int[]) and other.skill_id < k.skill_id)`;

/**
 * Numbers of consenting people within the limits, counted up to the last band: more needs no counting. They stay in this file; only bands
 * leave it.
 */
const countUpToBands = async (tx: Tx, input: CountInput): Promise<number[]> => {
  const { needs } = input;
  const wanted = wantedSkills(needs, await relationsOf(tx, needs.map(({ skillId }) => skillId)));
  const each = needs.map((_, at) =>
    wanted.filter(({ need, factor }) => need === at && factor >= mustFrom).map(({ skillId }) => skillId),
  );
  const groups = [goodForAll(input, wanted), ...each.map((skillIds) => goodForNeed(input, skillIds))];
  const counts = groups.map(
    (group) => sql`(select count(*) from (
      select from (${group}) person where ${mayBeCounted(input, sql.ref('person.customer_id'))} limit ${lastBandFrom}) counted)`,
  );
  const { rows } = await sql<{ counts: number[] }>`select array[${sql.join(counts)}]::int[] as counts`.execute(tx);
  return rows[0]?.counts ?? [];
};

/**
 * How many consenting people of the city could help, in bands and never who: for all needs together and for each. Limits filter; nobody is
 * counted without the consent 'matching'. The caller authorises (section 'counts').
 */
export const countPeople = async (tx: Tx, input: CountInput): Promise<PeopleCount> => {
  if (input.needs.length === 0) return { all: bandOf(0), needs: [] };
  const [all = 0, ...each] = await countUpToBands(tx, input);
  return { all: bandOf(all), needs: input.needs.map(({ skillId }, at) => ({ skillId, band: bandOf(each[at] ?? 0) })) };
};
