import { sql } from 'kysely';
import { consents } from '../../kernel/consent.ts';
import type { Tx } from '../../kernel/database.ts';
import { mostShown } from '../best-challenges.ts';
import { levelFits } from '../levels.ts';
import { actsFor } from '../own-business.ts';
import { factors, goodFrom, mustFrom } from '../rules.ts';
import { addTallies, ageBandsFrom, type Dimension, notKnown, type Tallies, type Tally } from './groups.ts';

/** Whose rows are read: everybody's, where all are made up; else those of customers who agree to the report. */
export type Population = { cityId: string; today: string; isMadeUp: boolean; batch?: number };

type Row = Tally & { dimension: Dimension | 'all'; group: string };
type Batch = { rows: Row[]; last: string | null };

/** How many customers one query looks at, unless told: their matches stand in the database's memory, and only sums come back. */
const usualBatch = 2000;

/** "25" for everybody from 25 to 34, by the year they turn so old in. */
const ageBand = (today: string) => {
  const age = sql`(${Number(today.slice(0, 4))}::int - p.birth_year)`;
  const bands = [...ageBandsFrom].reverse().map((from) => sql`when ${age} >= ${from}::int then ${String(from)}`);
  return sql`case ${sql.join(bands, sql` `)} else ${notKnown} end`;
};

/**
 * Sums over the next batch of customers after an id, by dimension and group. What a match is worth is that of `scoreOf`, in the database as in
 * count-people.ts; a test holds it to the matches customers are shown. Challenges answered with a no count: they were shown.
 */
const tallyBatch = async (
  tx: Tx,
  { cityId, today, isMadeUp, batch = usualBatch }: Population,
  after: string,
): Promise<Batch> => {
  const me = sql.ref('c.id');
  const agrees = isMadeUp ? sql`true` : consents(cityId, me, 'biasReport', today);
  const worth = sql`w.factor * (${[...levelFits]}::int[])[1 + greatest(0, w.level - k.level)]`;
  const { rows } = await sql<Row & { last: string | null }>`
    with person as materialized (
      select c.id, c.work_hours, c.spoken_languages, c.birth_year, c.gender, c.area, r.language,
        ${consents(cityId, me, 'matching', today)} as is_matching
      from customer c join city_person r on r.city_id = c.city_id and r.person_id = c.person_id
      where c.city_id = ${cityId} and c.id > ${after}::uuid and c.deleted_at is null and ${agrees}
      order by c.id limit ${batch}
    ), open as materialized (
      select o.id, o.business_id, o.hours, o.languages, o.needs_weight,
        (select count(*) from challenge_need n where n.city_id = ${cityId} and n.challenge_id = o.id and n.is_must) as musts
      from challenge o join business b on b.city_id = o.city_id and b.id = o.business_id and b.deleted_at is null
      where o.city_id = ${cityId} and o.state = 'published' and o.deleted_at is null and o.until_on >= ${today}::date and o.needs_weight > 0
    ), need as materialized (
      select n.challenge_id, n.skill_id, n.weight, n.level, n.is_must
      from open o join challenge_need n on n.city_id = ${cityId} and n.challenge_id = o.id
    ), way as materialized (
      select challenge_id, skill_id as need, skill_id, ${factors.same}::int as factor, weight, level, is_must from need
      union all
      select n.challenge_id, n.skill_id, r.other_id,
        case r.relation when 'narrower' then ${factors.narrower}::int when 'broader' then ${factors.broader}::int else ${factors.related}::int end,
        n.weight, n.level, n.is_must
      from need n join skill_relation r on r.skill_id = n.skill_id
    ), part as (
      select k.customer_id, w.challenge_id, w.need, w.weight, w.is_must, max(${worth}) as worth
      from person p
      join know_how k on k.city_id = ${cityId} and k.customer_id = p.id and k.state = 'kept' and k.hidden_at is null
      join way w on w.skill_id = k.skill_id
      where p.is_matching
      group by k.customer_id, w.challenge_id, w.need, w.weight, w.is_must
    ), score as (
      select customer_id, challenge_id, sum(weight * worth) as hundredths, count(*) filter (where is_must and worth >= ${mustFrom}::int) as musts
      from part group by customer_id, challenge_id
    ), found as (
      select s.customer_id, count(*) as shown, count(*) filter (where s.hundredths >= ${goodFrom}::int * o.needs_weight and s.musts = o.musts) as good
      from score s join open o on o.id = s.challenge_id join person p on p.id = s.customer_id
      where s.hundredths > 0
        and (o.hours = 'any' or coalesce(p.work_hours, 'any') in ('any', o.hours))
        and (p.spoken_languages = '{}' or o.languages <@ p.spoken_languages)
        and not ${actsFor({ cityId, customerId: sql.ref('p.id'), businessId: sql.ref('o.business_id'), today })}
      group by s.customer_id
    )
    select d.dimension, d.group, count(*) as people, count(*) filter (where p.is_matching) as matching, count(f.good) as shown,
      sum(least(coalesce(f.shown, 0), ${mostShown}::int)) as challenges_shown,
      count(*) filter (where f.good > 0) as recommended, coalesce(sum(f.good), 0) as good_matches, max(p.id::text) as last
    from person p left join found f on f.customer_id = p.id
    cross join lateral (values ('all', ''), ('age', ${ageBand(today)}), ('gender', coalesce(p.gender, ${notKnown})), ('language', p.language),
      ('area', btrim(p.area))) as d (dimension, "group")
    group by d.dimension, d.group`.execute(tx);
  return { rows, last: rows.find(({ dimension }) => dimension === 'all')?.last ?? null };
};

/** Sums over all customers who may be read, batch by batch: as much memory as there are groups. */
export const tallyPeople = async (tx: Tx, population: Population): Promise<Tallies> => {
  const tallies: Tallies = new Map();
  let after: string | null = '00000000-0000-0000-0000-000000000000';
  while (after !== null) {
    const { rows, last }: Batch = await tallyBatch(tx, population, after);
    for (const { dimension, group, ...tally } of rows) {
      const groups = tallies.get(dimension) ?? new Map<string, Tally>();
      groups.set(group, addTallies(groups.get(group), tally));
      tallies.set(dimension, groups);
    }
    after = last;
  }
  return tallies;
};
