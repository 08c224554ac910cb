import { sql } from 'kysely';
import { z } from 'zod';
import { access } from '../../kernel/access/access.ts';
import { dayInput } from '../../kernel/day-input.ts';
import { newId } from '../../kernel/ids.ts';
import { badField, notFound, Problem } from '../../kernel/problem.ts';
import { type ProtectionKind, protectionKinds } from '../../kernel/protection.ts';
import { words } from '../../kernel/words.ts';
import type { Work } from '../../kernel/work.ts';

/** The most who may be named: few, or nothing is kept from anybody. */
export const mostReaders = 5;

export const protectionInput = z.object({
  kind: z.enum(protectionKinds, 'form.choose'),
  /** What it rests on, such as a decision of the Digital and Population Data Services Agency. */
  ground: words(500),
  untilOn: dayInput.nullable().default(null),
  /** People who work for the city, beside whoever sets it. */
  readerIds: z.array(z.uuid('form.check')).max(mostReaders, 'form.check').default([]),
});

export type Protection = {
  id: string;
  kind: ProtectionKind;
  ground: string;
  untilOn: string | null;
  setAt: Date;
  setName: string;
  readers: { personId: string; name: string }[];
};

const findInForce = async ({ tx, cityId, today }: Work, customerId: string): Promise<Protection | null> => {
  const { rows } = await sql<Protection>`
    select g.id, g.kind, g.ground, g.until_on, g.set_at, g.set_name, coalesce((
      select jsonb_agg(jsonb_build_object('personId', p.person_id, 'name', p.name) order by p.name)
      from protection_reader r join city_person p on p.city_id = r.city_id and p.person_id = r.person_id
      where r.city_id = g.city_id and r.protection_id = g.id), '[]') as readers
    from protection g
    where g.city_id = ${cityId} and g.customer_id = ${customerId} and g.ended_at is null and (g.until_on is null or g.until_on >= ${today}::date)`.execute(
    tx,
  );
  return rows[0] ?? null;
};

/** SQL: people who hold a role of the city's today, other than as a customer or a business's contact. */
const worksHere = ({ cityId, today }: Work) => sql`exists (
  select from role_assignment r where r.city_id = ${cityId} and r.person_id = p.person_id and r.role not in ('customer', 'businessContact')
    and r.from_on <= ${today}::date and (r.to_on is null or r.to_on > ${today}::date))`;

/** The city's people by part of their name, to be named as the few who may see; none are told without a name. */
export const findReaders = async (work: Work, name: string): Promise<{ personId: string; name: string }[]> => {
  const asked = words(200, { least: 0 }).safeParse(name);
  if (!asked.success || asked.data === '') return [];
  const pattern = `%${asked.data.replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<{ personId: string; name: string }>`
    select p.person_id, p.name from city_person p
    where p.city_id = ${work.cityId} and p.name ilike ${pattern} and ${worksHere(work)} order by p.name, p.person_id limit 10`.execute(
    work.tx,
  );
  return rows;
};

/** The customer's protection in force, for those who may set it and the customer; null when there is none. Throws notFound. */
export const readProtection = async (
  work: Work,
  { customerId }: { customerId: string },
): Promise<{ customerId: string; protection: Protection | null; canChange: boolean }> => {
  const customer = await access.customer(work, customerId, {
    section: 'protection',
    action: 'read',
    why: 'protection',
  });
  const protection = await findInForce(work, customer.id);
  return { customerId: customer.id, protection, canChange: mayChange(work, protection) };
};

/** My own: whether I am protected, by what and until when, and who may see. */
export const readOwnProtection = async (work: Work): Promise<Protection | null> => {
  const me = await access.self(work, { section: 'protection', action: 'read', why: 'own protection' });
  return findInForce(work, me.id);
};

/** Of a protection in force the few named decide, and who looks after the city's data. To anybody else it is as if there were nothing to change. */
const refuseOthers = (work: Work, customerId: string, before: Protection | null, why: string): void => {
  if (mayChange(work, before)) return;
  work.note({ section: 'protection', action: 'write', why, customerId, isAllowed: false });
  throw notFound();
};

const mayChange = ({ actor }: Work, inForce: Protection | null): boolean =>
  inForce === null || actor.role === 'administrator' || isAmong(inForce, actor.personId);

const isAmong = ({ readers }: Protection, personId: string): boolean =>
  readers.some((reader) => reader.personId === personId);

/** Who may see from now on. An administrator who decides on another's protection does not come to see by that, and changes who does only by naming them. */
const readersFrom = ({ actor }: Work, before: Protection | null, named: readonly string[]): string[] => {
  const isOthers = before !== null && actor.role === 'administrator' && !isAmong(before, actor.personId);
  if (!isOthers) return [...new Set([actor.personId, ...named])];
  return named.length > 0 ? [...new Set(named)] : before.readers.map(({ personId }) => personId);
};

/** A customer who has an adviser has one among the few. */
const refuseWithoutAdviser = async ({ tx, cityId }: Work, customerId: string, readers: readonly string[]) => {
  const advisers = await tx
    .selectFrom('caseload')
    .select('adviserId')
    .where('cityId', '=', cityId)
    .where('customerId', '=', customerId)
    .where('kind', '=', 'adviser')
    .where('toOn', 'is', null)
    .execute();
  if (advisers.length > 0 && !advisers.some(({ adviserId }) => readers.includes(adviserId)))
    throw badField('readerIds', 'rights.protect.needsAdviser');
};

const end = (work: Work, customerId: string) =>
  work.tx
    .updateTable('protection')
    .set({ endedAt: work.now, endedName: work.actor.name })
    .where('cityId', '=', work.cityId)
    .where('customerId', '=', customerId)
    .where('endedAt', 'is', null)
    .returning('id')
    .executeTakeFirst();

const areOfCity = async (work: Work, ids: readonly string[]): Promise<boolean> => {
  if (ids.length === 0) return true;
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from city_person p where p.city_id = ${work.cityId} and p.person_id = any(${ids}::uuid[]) and ${worksHere(work)}`.execute(
    work.tx,
  );
  return rows[0]?.count === ids.length;
};

/**
 * Protects a customer, or changes how: where they live and how to reach them is shown to themselves, whoever set it and the few named; of a secret identity
 * nobody else finds that they are here, and advisers not named look after them no more; one of theirs is named (`readerIds`). Outside, no card carries their name. It works at
 * the next query, and the customer is told. Throws badInput, and notFound also for who may not see what is protected already.
 */
export const protectCustomer = async (
  work: Work,
  { customerId, kind, ground, untilOn, readerIds }: z.output<typeof protectionInput> & { customerId: string },
): Promise<{ protectionId: string }> => {
  const why = 'protected a customer';
  const customer = await access.customer(work, customerId, { section: 'protection', action: 'write', why });
  const before = await findInForce(work, customer.id);
  refuseOthers(work, customer.id, before, why);
  const { tx, cityId, actor, now, today } = work;
  if (untilOn !== null && untilOn < today) throw badField('untilOn', 'form.dayAhead');
  const readers = readersFrom(work, before, readerIds);
  if (!(await areOfCity(work, readers))) throw badField('readerIds', 'form.check');
  if (kind === 'secretIdentity') await refuseWithoutAdviser(work, customer.id, readers);
  await end(work, customer.id);
  const id = newId();
  const set = { setAt: now, setBy: actor.personId, setName: actor.name, endedAt: null };
  await tx
    .insertInto('protection')
    .values({ cityId, id, customerId: customer.id, kind, ground, untilOn, ...set })
    .execute();
  await tx
    .insertInto('protectionReader')
    .values(readers.map((personId) => ({ cityId, protectionId: id, personId })))
    .execute();
  // Nobody who may not know of them keeps them in a list of theirs.
  if (kind === 'secretIdentity')
    await tx
      .updateTable('caseload')
      .set({ toOn: today })
      .where('cityId', '=', cityId)
      .where('customerId', '=', customer.id)
      .where('toOn', 'is', null)
      .where('adviserId', 'not in', readers)
      .execute();
  work.emit('protectionChanged', { customerId: customer.id });
  return { protectionId: id };
};

/** Ends a customer's protection; they are told. Throws notFound, also for who may not see what is protected, and notNow when there is none. */
export const endProtection = async (work: Work, { customerId }: { customerId: string }): Promise<void> => {
  const why = "ended a customer's protection";
  const customer = await access.customer(work, customerId, { section: 'protection', action: 'write', why });
  refuseOthers(work, customer.id, await findInForce(work, customer.id), why);
  if (!(await end(work, customer.id))) throw new Problem('notNow');
  work.emit('protectionChanged', { customerId: customer.id });
};
