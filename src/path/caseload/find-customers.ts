import { type RawBuilder, sql } from 'kysely';
import { looksAfter } from '../../kernel/advisers.ts';
import { consents } from '../../kernel/consent.ts';
import { reachTroubleOf } from '../../kernel/notices/ways.ts';
import { hidesAddress, hidesWhole } from '../../kernel/protection.ts';
import { restricts } from '../../kernel/restriction.ts';
import type { Work } from '../../kernel/work.ts';
import { isShownToAdviser } from '../../know-how/index.ts';
import { type CaseloadSort, noneLast, type Order, sortRules } from './columns.ts';
import { type Asking, type CaseloadFilter, caseloadFilters, filterRules, passes } from './filters.ts';

/** A customer of the caseload as the list shows them. */
export type CaseloadEntry = {
  customerId: string;
  name: string;
  /** Empty where the actor may not know it. */
  area: string;
  /** In the caseload since, YYYY-MM-DD. */
  sinceOn: string;
  /** What the customer waits for: proposals, asks, requests for a correction and messages. */
  waitsForUs: number;
  waitsForCustomer: number;
  /** Steps that are agreed or under way. */
  agreed: number;
  /** The earliest day of a step that is agreed or under way. */
  stepDueOn: string | null;
  /** The last day of the earliest talk of the law's rhythm that has not been held. */
  talkDueOn: string | null;
  /** The next booked time, from the beginning of today on. */
  meetsAt: Date | null;
  meetsToday: boolean;
  /** When something last happened between the customer and us. */
  touchedAt: Date | null;
  /** They have restricted how their data is used: nobody else writes about them now. */
  isRestricted: boolean;
  /** Messages about what happens do not reach them. */
  cannotBeReached: boolean;
  /** The actor stands in for a colleague. */
  isStandIn: boolean;
  /** For whom, by name; null where the customer is their own. */
  standsInFor: string | null;
  /** Who stands in, today or later, and the last day of it; null where nobody does. */
  standInName: string | null;
  standInUntil: string | null;
};

export type Wanted = {
  show: readonly CaseloadFilter[];
  /** Parts of a name, each of which it holds. */
  name: string;
  sort: CaseloadSort;
  order: Order;
};

/** Where the page before ended or the next one begins: a customer's id. */
export type Place = { at: string | undefined; isBack: boolean };

const me = sql.ref('c.id');

const keptSkills = ({ cityId, today }: Work) => sql`
  case when ${consents(cityId, me, 'adviserKnowHow', today)} then (select count(*) from know_how k
    where k.city_id = c.city_id and k.customer_id = c.id and k.state = 'kept' and ${isShownToAdviser()}) end`;

const notedAt = sql`(select max(changed_at) from customer_note k where k.city_id = c.city_id and k.customer_id = c.id)`;

/** SQL: everybody in the actor's caseload with what is known of them. Read by the caseload's index and by keys; nothing is counted here. */
const mine = (work: Work, { failuresMost }: Pick<Asking, 'failuresMost'>, sort: CaseloadSort = 'name') => {
  const { cityId, today, now, actor } = work;
  return sql`
  select distinct on (c.id) c.city_id, c.id as customer_id, p.name, name_key(p.name) as name_key, l.adviser_id <> ${actor.personId} as is_stand_in,
    case when l.adviser_id <> ${actor.personId} then (select s.name from city_person s where s.city_id = l.city_id and s.person_id = l.adviser_id) end as stands_in_for,
    case when l.stand_in_until >= ${today}::date then l.stand_in_until end as stand_in_until,
    case when l.stand_in_until >= ${today}::date then (select s.name from city_person s where s.city_id = l.city_id and s.person_id = l.stand_in_id) end as stand_in_name,
    case when ${hidesAddress(work, me)} then '' else c.area end as area, case when l.adviser_id = ${actor.personId} then l.from_on else greatest(l.from_on, l.stand_in_from) end as since_on,
    f.waits_for_us, f.waits_for_customer + (f.time_offered_until is not null and f.time_offered_until > ${now})::integer as waits_for_customer,
    f.agreed, f.step_due_on, f.talk_due_on, f.yes_at, f.touched_at, n.meets_at,
    n.meets_at is not null and (n.meets_at at time zone y.time_zone)::date = ${today}::date as meets_today,
    ${restricts(cityId, me)} as is_restricted, ${reachTroubleOf(failuresMost)} is not null as cannot_be_reached,
    ${sort === 'skills' ? keptSkills(work) : sql`null::bigint`} as kept_skills,
    ${sort === 'note' ? notedAt : sql`null::timestamptz`} as noted_at
  from caseload l
  join city y on y.id = l.city_id
  join customer c on c.city_id = l.city_id and c.id = l.customer_id and c.deleted_at is null and not ${hidesWhole(work, me)}
  join caseload_fact f on f.city_id = l.city_id and f.customer_id = l.customer_id and f.kind = l.kind
  join city_person p on p.city_id = c.city_id and p.person_id = c.person_id
  cross join lateral (
    select min(starts_at) as meets_at from appointment
    where city_id = c.city_id and customer_id = c.id and role = l.kind and state = 'booked'
      and starts_at >= ${today}::date::timestamp at time zone y.time_zone) n
  where l.city_id = ${cityId} and ${looksAfter(work)} and l.kind = ${actor.role} and l.to_on is null
  order by c.id, is_stand_in, l.from_on desc`;
};

const hasName = (searched: string): RawBuilder<boolean> => {
  const parts = searched.normalize('NFC').split(/\s+/).filter(Boolean);
  if (parts.length === 0) return sql`true`;
  return sql.join(
    parts.map((part) => sql`position(name_key(${part}) in m.name_key) > 0`),
    sql` and `,
  );
};

export type Counts = { all: number; found: number; counts: Record<CaseloadFilter, number> };

/** How many there are in all, by each filter alone, and by what is asked. */
export const countCustomers = async (work: Work, { show, name }: Wanted, asking: Asking): Promise<Counts> => {
  const each = sql.join(
    caseloadFilters.flatMap((filter) => [sql.lit(filter), sql`count(*) filter (where ${filterRules[filter](asking)})`]),
  );
  const { rows } = await sql<Counts>`
    with m as (${mine(work, asking)})
    select count(*) as "all", count(*) filter (where ${passes(show, asking)} and ${hasName(name)}) as found, jsonb_build_object(${each}) as counts
    from m`.execute(work.tx);
  const [counted] = rows;
  if (!counted) throw new Error('Counting gives one row');
  return counted;
};

/** Customers by what is asked and in the order asked for, `most` of them after a place in it, or before. */
export const findCustomers = async (
  work: Work,
  { show, name, sort, order }: Wanted,
  { asking, place, most }: { asking: Asking; place: Place; most: number },
): Promise<CaseloadEntry[]> => {
  const key = sortRules[sort].key(noneLast(order));
  const isDown = (order === 'desc') !== place.isBack;
  const [byKey, keyIs] = isDown ? [sql`desc`, sql`<`] : [sql`asc`, sql`>`];
  const [byName, nameIs] = place.isBack ? [sql`desc`, sql`<`] : [sql`asc`, sql`>`];
  const { rows } = await sql<CaseloadEntry>`
    with m as (${mine(work, asking, sort)}),
    place as (select ${key} as key, m.name_key, m.customer_id from m where m.customer_id = ${place.at ?? null}::uuid)
    select m.customer_id, m.name, m.area, m.since_on, m.waits_for_us, m.waits_for_customer, m.agreed, m.step_due_on, m.talk_due_on, m.meets_at,
      m.meets_today, m.touched_at, m.is_restricted, m.cannot_be_reached, m.is_stand_in, m.stands_in_for, m.stand_in_until, m.stand_in_name
    from m left join place on true
    where ${passes(show, asking)} and ${hasName(name)} and (place.customer_id is null or ${key} ${keyIs} place.key
      or (${key} = place.key and (m.name_key, m.customer_id) ${nameIs} (place.name_key, place.customer_id)))
    order by ${key} ${byKey}, m.name_key ${byName}, m.customer_id ${byName} limit ${most}`.execute(work.tx);
  return place.isBack ? rows.reverse() : rows;
};

export type LatestYes = { challengeId: string; title: string; businessName: string; answeredAt: Date };
/** The latest note on a customer. */
export type LatestNote = { id: string; text: string; isShown: boolean };
export type CaseloadDetail = {
  customerId: string;
  keptSkills: number | null;
  latestYes: LatestYes | null;
  note: LatestNote | null;
};

/** What one page of the list shows beside that. The count of skills needs the customer's consent. */
export const findDetails = async (work: Work, customerIds: readonly string[]): Promise<CaseloadDetail[]> => {
  if (customerIds.length === 0) return [];
  const { tx, cityId } = work;
  const { rows } = await sql<CaseloadDetail>`
    select c.id as customer_id, y.latest_yes, n.note, ${keptSkills(work)} as kept_skills
    from customer c
    left join lateral (
      select jsonb_build_object('challengeId', ch.id, 'title', ch.title, 'businessName', b.name, 'answeredAt', a.answered_at) as latest_yes
      from answer a
      join challenge ch on ch.city_id = a.city_id and ch.id = a.challenge_id
      join business b on b.city_id = ch.city_id and b.id = ch.business_id
      where a.city_id = c.city_id and a.customer_id = c.id and a.answer = 'yes'
      order by a.answered_at desc limit 1) y on true
    left join lateral (
      select jsonb_build_object('id', k.id, 'text', k.text, 'isShown', k.is_shown) as note from customer_note k
      where k.city_id = c.city_id and k.customer_id = c.id order by k.changed_at desc limit 1) n on true
    where c.city_id = ${cityId} and c.id = any(${[...customerIds]}::uuid[])`.execute(tx);
  // An instant inside jsonb comes back as text.
  return rows.map((row) => ({
    ...row,
    latestYes: row.latestYes && { ...row.latestYes, answeredAt: new Date(row.latestYes.answeredAt) },
  }));
};
