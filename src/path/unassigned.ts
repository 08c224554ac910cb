import { sql } from 'kysely';
import { access } from '../kernel/access/access.ts';
import type { Action } from '../kernel/access/policy.ts';
import { adviserOf, hasNoAdviser, holdsAdviserRole } from '../kernel/advisers.ts';
import { isId } from '../kernel/ids.ts';
import type { Language } from '../kernel/languages.ts';
import { notFound } from '../kernel/problem.ts';
import { hidesAddress, hidesWhole } from '../kernel/protection.ts';
import type { Work } from '../kernel/work.ts';

/** A customer no adviser looks after: who joined by themselves, or whose adviser has left. */
export type Unassigned = {
  customerId: string;
  name: string;
  area: string;
  language: Language;
  /** When they became a customer. */
  since: Date;
};

export type Adviser = { id: string; name: string; customers: number };

/** Who advises a customer today. */
export const findAdviserName = async (work: Work, customerId: string): Promise<string | null> =>
  (await adviserOf(work, customerId))?.name ?? null;

/** Who waits for an adviser, the longest waiting first. */
export const findUnassigned = async (
  work: Work,
  { limit, offset }: { limit: number; offset: number },
): Promise<Unassigned[]> => {
  const { tx, cityId, today } = work;
  const me = sql.ref('c.id');
  const { rows } = await sql<Unassigned>`
    select c.id as customer_id, p.name, case when ${hidesAddress(work, me)} then '' else c.area end as area, p.language, c.created_at as since
    from customer c
    join city_person p on p.city_id = c.city_id and p.person_id = c.person_id
    where c.city_id = ${cityId} and c.deleted_at is null and ${hasNoAdviser(today)} and not ${hidesWhole(work, me)}
    order by c.created_at, c.id limit ${limit} offset ${offset}`.execute(tx);
  return rows;
};

/** How many wait for an adviser, and since when. */
export const countUnassigned = async ({ tx, cityId, today }: Work): Promise<{ count: number; since: Date | null }> => {
  const { rows } = await sql<{ count: number; since: Date | null }>`
    select count(*) as count, min(c.created_at) as since from customer c
    where c.city_id = ${cityId} and c.deleted_at is null and ${hasNoAdviser(today)}`.execute(tx);
  return rows[0] ?? { count: 0, since: null };
};

/** The city's advisers of today, those with the fewest customers first. */
export const findAdvisers = async ({ tx, cityId, today }: Work): Promise<Adviser[]> => {
  const { rows } = await sql<Adviser>`
    select p.person_id as id, p.name,
      (select count(*) from caseload l join customer c on c.city_id = l.city_id and c.id = l.customer_id and c.deleted_at is null
        where l.city_id = p.city_id and l.adviser_id = p.person_id and l.kind = 'adviser' and l.to_on is null) as customers
    from city_person p
    where p.city_id = ${cityId} and exists (
      select from role_assignment r where r.city_id = p.city_id and r.person_id = p.person_id and ${holdsAdviserRole(today)})
    order by customers, p.name, p.person_id`.execute(tx);
  return rows;
};

/**
 * Authorises the actor to handle a customer no adviser looks after, whose row is locked, so that of two at once only one finds them so.
 * Throws notFound for one who has an adviser, as for one who is not there.
 */
export const lockUnassigned = async (
  work: Work,
  customerId: string,
  asked: { action: Action; why: string },
): Promise<{ personId: string }> => {
  const isThere = isId(customerId)
    ? await work.tx
        .selectFrom('customer')
        .select('personId')
        .where('cityId', '=', work.cityId)
        .where('id', '=', customerId)
        .where('deletedAt', 'is', null)
        .forUpdate()
        .executeTakeFirst()
    : undefined;
  if (!isThere) {
    work.note({ section: 'assignment', ...asked, customerId: null, isAllowed: false });
    throw notFound();
  }
  // Asked after the lock is held: a customer taken meanwhile is seen as taken.
  const { rows } = await sql<{ isFree: boolean }>`
    select ${hasNoAdviser(work.today)} as is_free from customer c
    where c.city_id = ${work.cityId} and c.id = ${customerId}`.execute(work.tx);
  const relations = rows[0]?.isFree ? (['city'] as const) : [];
  access.authorise(work, { section: 'assignment', ...asked, relations, customerId });
  return isThere;
};
