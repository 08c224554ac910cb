import { sql } from 'kysely';
import type { Tx } from '../kernel/database.ts';
import { wantable } from './levels.ts';
import type { Told } from './limits.ts';
import { actsFor } from './own-business.ts';
import { fullWorth, type Reach, worthsOf } from './rules.ts';
import { factsOfPerson, meets } from './segment/facts.ts';
import { findBest } from './segment/find-best.ts';
import { groupsOfReach } from './segment/groups.ts';
import type { Segment } from './segment/segment.ts';

/** How many matches a customer is shown: more than one can weigh. */
export const mostShown = 20;

/** Proposed more than are shown, as some of them may be answered or closed. */
const mostProposed = 3 * mostShown;

export type Seeker = { cityId: string; customerId: string; told: Told; reach: Reach; today: string };

type Wanted = { isUnanswered: boolean; ids: readonly string[] | null };

/** What each reached skill is worth: a list for no level wanted, then one for each level. */
const worthsByLevel = (reach: Reach): number[][] => {
  const worths = [...reach.values()].map(worthsOf);
  return wantable.map((_, at) => worths.map((one) => one[at] ?? 0));
};

/** SQL: whether a challenge `c` whose business is in use is open to somebody: it is published, has needs, fits their limits and is not their own business's. */
const isFor = ({ cityId, customerId, told: { hours, languages }, today }: Seeker) => sql<boolean>`(
  c.state = 'published' and c.deleted_at is null and c.until_on >= ${today}::date and c.needs_weight > 0
  and (${hours ?? 'any'}::text = 'any' or c.hours in ('any', ${hours}::text))
  and (${languages.length === 0} or c.languages <@ ${languages}::text[])
  and not ${actsFor({ cityId, customerId, businessId: sql.ref('c.business_id'), today })})`;

const findAmong = async (tx: Tx, seeker: Seeker, { isUnanswered, ids }: Wanted): Promise<string[]> => {
  const { cityId, reach } = seeker;
  const isProposed = (column: string) =>
    ids === null ? sql`true` : sql`${sql.ref(column)} = any(${[...ids]}::uuid[])`;
  const { rows } = await sql<{ id: string }>`
    with reached (skill_id, p0, p1, p2, p3, p4) as (
      select * from unnest(${[...reach.keys()]}::int[], ${sql.join(worthsByLevel(reach).map((worths) => sql`${worths}::int[]`))})
    ), scored as (
      select n.challenge_id, sum(n.weight * (array[r.p0, r.p1, r.p2, r.p3, r.p4])[1 + coalesce(n.level, 0)]) as hundredths
      from reached r join challenge_need n on n.city_id = ${cityId} and n.skill_id = r.skill_id and ${isProposed('n.challenge_id')}
      group by n.challenge_id
    )
    select c.id
    from scored s
    join challenge c on c.city_id = ${cityId} and c.id = s.challenge_id
    join business b on b.city_id = c.city_id and b.id = c.business_id and b.deleted_at is null
    where ${isFor(seeker)}
      and not exists (
        select from answer a where a.city_id = c.city_id and a.challenge_id = c.id and a.customer_id = ${seeker.customerId}
          and (a.answer = 'no' or ${isUnanswered}))
    order by s.hundredths::double precision / c.needs_weight desc, c.published_at desc, c.id
    limit ${mostShown}`.execute(tx);
  return rows.map(({ id }) => id);
};

const propose = (challenges: Segment, { told, reach }: Seeker): string[] => {
  const groups = groupsOfReach(reach);
  const mine = factsOfPerson(told);
  const accepts = (asked: number) => meets(asked, mine);
  return findBest(challenges, { groups, accepts, full: fullWorth, limit: mostProposed }).map(({ id }) => id);
};

/**
 * The ids of the best open challenges of the city for a customer, best first. The score is exact, computed over the needs their skills reach;
 * limits only filter. `isUnanswered` leaves out what they have answered at all, not only the no. The city's challenges in memory, where they
 * are there, say which to look at; the database alone says which are shown, and in what order.
 */
export const findBestChallenges = async (
  tx: Tx,
  seeker: Seeker,
  { isUnanswered = false, challenges }: { isUnanswered?: boolean; challenges: Segment | null },
): Promise<string[]> => {
  if (seeker.reach.size === 0) return [];
  const ids = challenges && propose(challenges, seeker);
  const found = await findAmong(tx, seeker, { isUnanswered, ids });
  const mayMiss = ids?.length === mostProposed && found.length < mostShown;
  return mayMiss ? findAmong(tx, seeker, { isUnanswered, ids: null }) : found;
};

/** How many challenges a customer is shown for a wish alone. */
const mostWished = 5;

/**
 * The ids of open challenges that want one of the skills a customer wishes to use, the newest first, besides those found by what they can; not
 * those they have answered. A wish moves no score.
 */
export const findWished = async (
  tx: Tx,
  seeker: Seeker,
  { skillIds, besides }: { skillIds: readonly number[]; besides: readonly string[] },
): Promise<string[]> => {
  if (skillIds.length === 0) return [];
  const { cityId, customerId } = seeker;
  const { rows } = await sql<{ id: string }>`
    select c.id
    from challenge c
    join business b on b.city_id = c.city_id and b.id = c.business_id and b.deleted_at is null
    where c.city_id = ${cityId} and ${isFor(seeker)}
      and c.id in (select n.challenge_id from challenge_need n where n.city_id = ${cityId} and n.skill_id = any(${[...skillIds]}::int[]))
      and c.id <> all(${[...besides]}::uuid[])
      and not exists (select from answer a where a.city_id = c.city_id and a.challenge_id = c.id and a.customer_id = ${customerId})
    order by c.published_at desc, c.id limit ${mostWished}`.execute(tx);
  return rows.map(({ id }) => id);
};
