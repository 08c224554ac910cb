import { sql } from 'kysely';
import type { z } from 'zod';
import { access } from '../../kernel/access/access.ts';
import { newId } from '../../kernel/ids.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { countNextTalks } from '../rhythm/count-next.ts';
import { type Adviser, findAdvisers } from '../unassigned.ts';
import { daysOf, findOther, type handAllOverInput, type handOverInput } from './hand-over-input.ts';

export type HandedOver = {
  /** How many it was done for. */
  given: number;
  /** How many of those asked for it was not done for: they are another's by now, or their identity is secret. */
  left: number;
};

type Row = { id: string; customerId: string };

/**
 * The caseload rows of one adviser, all of them or some, but not the one of who is to have them (`toId`); locked in one order where something is done, so that of two at once each finds what the other left. Who has a secret
 * identity is not among them: their few are named one by one (src/rights/protect).
 */
const findRows = async (
  { tx, cityId, today }: Work,
  adviserId: string,
  {
    customerIds,
    isLocked,
    toId = null,
  }: { customerIds: readonly string[] | null; isLocked: boolean; toId?: string | null },
) => {
  const among = customerIds === null ? sql`true` : sql`l.customer_id = any(${[...customerIds]}::uuid[])`;
  const { rows } = await sql<Row>`
    select l.id, l.customer_id from caseload l
    join customer c on c.city_id = l.city_id and c.id = l.customer_id and c.deleted_at is null
    where l.city_id = ${cityId} and l.adviser_id = ${adviserId} and l.kind = 'adviser' and l.to_on is null and ${among}
      and c.person_id is distinct from ${toId}
      and not exists (select from protection k where k.city_id = c.city_id and k.customer_id = c.id and k.kind = 'secretIdentity'
        and k.ended_at is null and (k.until_on is null or k.until_on >= ${today}::date))
    order by l.customer_id ${isLocked ? sql`for update of c, l` : sql``}`.execute(tx);
  return rows;
};

const giveAway = async ({ tx, cityId, today }: Work, rows: readonly Row[], toId: string): Promise<void> => {
  await tx
    .updateTable('caseload')
    .set({ toOn: today, standInId: null, standInFrom: null, standInUntil: null })
    .where('cityId', '=', cityId)
    .where(
      'id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute();
  const values = rows.map(({ customerId }) => ({ customerId, adviserId: toId, kind: 'adviser' as const }));
  await tx
    .insertInto('caseload')
    .values(values.map((row) => ({ ...row, cityId, id: newId(), fromOn: today, toOn: null })))
    .execute();
  await countNextTalks(
    tx,
    { cityId, today },
    rows.map(({ customerId }) => customerId),
  );
};

type StandIn = { standInId: string | null; standInFrom: string | null; standInUntil: string | null };

const setStandIn = async ({ tx, cityId }: Work, rows: readonly Row[], standIn: StandIn): Promise<void> => {
  await tx
    .updateTable('caseload')
    .set(standIn)
    .where('cityId', '=', cityId)
    .where(
      'id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute();
};

/** Each customer finds it in their use log, and is told by name who it is. */
const authoriseAll = (work: Work, rows: readonly Row[], why: string): void => {
  for (const { customerId } of rows)
    access.authorise(work, { section: 'assignment', action: 'write', why, relations: ['city'], customerId });
};

type Asked = { fromId: string; customerIds: readonly string[] | null } & Omit<
  z.output<typeof handOverInput>,
  'customerIds'
>;

const hand = async (work: Work, asked: Asked): Promise<HandedOver> => {
  const { fromId, customerIds, toId, way } = asked;
  const days = daysOf(work, asked);
  await findOther(work, toId, fromId);
  const rows = await findRows(work, fromId, { customerIds, isLocked: true, toId });
  const left = new Set(customerIds ?? []).size - (customerIds === null ? 0 : rows.length);
  if (rows.length === 0) return { given: 0, left };
  authoriseAll(work, rows, way === 'forGood' ? 'handed a customer over' : 'gave a customer a stand-in');
  if (days === null) {
    await giveAway(work, rows, toId);
    for (const { customerId } of rows) work.emit('adviserGiven', { customerId, adviserId: toId, byId: toId });
  } else {
    await setStandIn(work, rows, { standInId: toId, standInFrom: days.fromOn, standInUntil: days.untilOn });
    for (const { customerId } of rows) work.emit('standInGiven', { customerId, standInId: toId });
  }
  // The new one hears of all of them once.
  work.emit('customersHandedOver', { toId, byId: work.actor.personId, count: String(rows.length), way });
  return { given: rows.length, left };
};

/** An adviser hands customers of their own over, or has a colleague stand in for the days they are away. Throws badInput for days and people that do not fit. */
export const handOver = (work: Work, input: z.output<typeof handOverInput>): Promise<HandedOver> =>
  hand(work, { ...input, fromId: work.actor.personId });

/** Who gives advisers does the same with all customers of one: no name is shown to them. Throws badInput as above, and notYourRole for an adviser. */
export const handAllOver = async (work: Work, input: z.output<typeof handAllOverInput>): Promise<HandedOver> => {
  // An adviser hands over their own only.
  if (work.actor.role === 'adviser') throw new Problem('notYourRole');
  const asked = { section: 'assignment', action: 'write', why: 'handed a customer over' } as const;
  access.authorise(work, { ...asked, relations: ['city'], customerId: null });
  return hand(work, { ...input, customerIds: null });
};

/** SQL: somebody stands in for the professional of the caseload row `l`, today or later. */
const hasStandIn = ({ today }: Work) => sql`l.stand_in_id is not null and l.stand_in_until >= ${today}::date`;

/** An adviser is back: nobody stands in for them any more. Returns how many customers that was for. */
export const endStandIns = async (work: Work): Promise<{ ended: number }> => {
  const all = await findRows(work, work.actor.personId, { customerIds: null, isLocked: true });
  const { rows } = await sql<Row>`
    select l.id, l.customer_id from caseload l where l.city_id = ${work.cityId} and l.id = any(${all.map(({ id }) => id)}::uuid[])
      and ${hasStandIn(work)}`.execute(work.tx);
  if (rows.length === 0) return { ended: 0 };
  authoriseAll(work, rows, 'ended a stand-in');
  await setStandIn(work, rows, { standInId: null, standInFrom: null, standInUntil: null });
  for (const { customerId } of rows) work.emit('standInEnded', { customerId });
  return { ended: rows.length };
};

export type HandOverDraft = {
  /** Those of the actor's own that were chosen, as many as can be handed over; by name. */
  customers: { id: string; name: string }[];
  /** Chosen, and not the actor's own to hand over. */
  left: number;
  advisers: Adviser[];
  /** Somebody stands in for the actor, today or later. */
  isStoodInFor: boolean;
};

const isStoodInFor = async (work: Work): Promise<boolean> => {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from caseload l where l.city_id = ${work.cityId} and l.adviser_id = ${work.actor.personId} and l.kind = 'adviser'
      and l.to_on is null and ${hasStandIn(work)}) as found`.execute(work.tx);
  return rows[0]?.found ?? false;
};

/** Before handing over: whom it will be done for, and to whom it can be. */
export const prepareHandOver = async (
  work: Work,
  { customerIds }: { customerIds: readonly string[] },
): Promise<HandOverDraft> => {
  const { tx, cityId, actor } = work;
  const rows = await findRows(work, actor.personId, { customerIds, isLocked: false });
  const ids = rows.map(({ customerId }) => customerId);
  const asked = { section: 'caseload', action: 'list', why: 'caseload', relations: ['caseload'] } as const;
  for (const customerId of ids) access.authorise(work, { ...asked, customerId });
  const { rows: customers } = await sql<{ id: string; name: string }>`
    select c.id, p.name from customer c join city_person p on p.city_id = c.city_id and p.person_id = c.person_id
    where c.city_id = ${cityId} and c.id = any(${ids}::uuid[]) order by name_key(p.name)`.execute(tx);
  const advisers = (await findAdvisers(work)).filter(({ id }) => id !== actor.personId);
  const left = new Set(customerIds).size - ids.length;
  return { customers, left, advisers, isStoodInFor: await isStoodInFor(work) };
};

/** For who gives advisers: the city's advisers of today with how many customers each has. */
export const readAdvisers = async (work: Work): Promise<Adviser[]> => {
  const asked = { section: 'assignment', action: 'list', why: 'advisers and their customers' } as const;
  access.authorise(work, { ...asked, relations: ['city'], customerId: null });
  return findAdvisers(work);
};
