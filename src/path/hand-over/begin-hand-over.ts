import { sql } from 'kysely';
import { z } from 'zod';
import { access } from '../../kernel/access/access.ts';
import { type ProfessionalKind, professionalKinds } from '../../kernel/actor.ts';
import { authorityOf } from '../../kernel/authorities.ts';
import { isId, newId } from '../../kernel/ids.ts';
import { badField, Problem } from '../../kernel/problem.ts';
import { hidesWhole } from '../../kernel/protection.ts';
import { readTerm } from '../../kernel/terms.ts';
import { words } from '../../kernel/words.ts';
import type { Work } from '../../kernel/work.ts';
import { addWorkingDays } from '../../kernel/working-days.ts';
import { frameOf } from '../kinds/frames.ts';
import { findSocialWorkers, lookingAfter } from '../kinds/name-social-worker.ts';
import { findAdvisers } from '../unassigned.ts';
import { findHandOvers, type HandOverView, seenBy } from './hand-overs.ts';

export const handOverInput = z.object({
  /** As what the other would look after the customer; null: as I do. */
  toRole: z.enum(professionalKinds).nullable().default(null),
  /** Whom I ask; null: who has the fewest customers. */
  toId: z
    .string()
    .refine((id) => isId(id), 'form.choose')
    .nullable()
    .default(null),
  /** Why: the other and the customer read it. */
  why: words(500),
});

export type Receiver = { id: string; name: string; role: ProfessionalKind; customers: number };

const roleOfActor = ({ actor }: Work): ProfessionalKind => {
  if (actor.role === 'adviser' || actor.role === 'socialWorker') return actor.role;
  throw new Problem('notYourRole');
};

/**
 * Whom a customer can be handed to: those of the actor's own role, and of the other authority where it is party to the customer's plan and nobody
 * looks after them for it: who does is not the actor's to replace. Not the customer. Those with the fewest customers first in each.
 */
const findReceivers = async (work: Work, { id, personId }: { id: string; personId: string }): Promise<Receiver[]> => {
  const role = roleOfActor(work);
  const { parties } = await frameOf(work, id);
  const having = await lookingAfter(work, id);
  const of = async (kind: ProfessionalKind): Promise<Receiver[]> => {
    const isTaken = having.some((one) => one.kind === kind);
    if (kind !== role && (isTaken || !parties.includes(authorityOf[kind]))) return [];
    const all = kind === 'adviser' ? await findAdvisers(work) : await findSocialWorkers(work);
    const isFree = (one: string) => one !== work.actor.personId && one !== personId;
    return all.filter((one) => isFree(one.id)).map((one) => ({ ...one, role: kind }));
  };
  const other: ProfessionalKind = role === 'adviser' ? 'socialWorker' : 'adviser';
  return [...(await of(role)), ...(await of(other))];
};

const askedOf = { section: 'handOver', action: 'propose' } as const;

export type HandOverStart = {
  customer: { id: string; name: string };
  receivers: Receiver[];
  /** Mine of this customer, the latest first. */
  handOvers: HandOverView[];
  /** Working days the other has to answer. */
  days: number;
};

const termDays = async ({ tx, cityId, today }: Work): Promise<number> =>
  (await readTerm(tx, { cityId, today, name: 'handOverDays' })).value;

/** Whom a customer of mine could be handed to, and what came of what I asked before. */
export const startHandOver = async (work: Work, { customerId }: { customerId: string }): Promise<HandOverStart> => {
  const customer = await access.customer(work, customerId, { ...askedOf, why: 'whom to hand a customer to' });
  const { personId, role } = work.actor;
  const found = await findHandOvers(
    work,
    sql`h.customer_id = ${customer.id} and h.from_id = ${personId} and h.from_role = ${role}`,
  );
  return {
    customer: { id: customer.id, name: customer.name },
    receivers: await findReceivers(work, customer),
    handOvers: found.map((one) => seenBy('giver', one)),
    days: await termDays(work),
  };
};

/** Whether somebody may know that the customer is here at all. */
const mayKnow = async (work: Work, customerId: string, personId: string): Promise<boolean> => {
  const place = { cityId: work.cityId, today: work.today, actor: { personId } };
  const { rows } = await sql<{ isHidden: boolean }>`
    select ${hidesWhole(place, sql.ref('c.id'))} as is_hidden from customer c
    where c.city_id = ${work.cityId} and c.id = ${customerId}`.execute(work.tx);
  return rows[0]?.isHidden === false;
};

/** One that is past its day does not stand in the way of the next; the three are told of it now, if they have not been. */
const closePast = async ({ tx, cityId, now, today, emit }: Work, customerId: string, toRole: ProfessionalKind) => {
  const { rows } = await sql<{ id: string }>`
    update hand_over set expired_at = ${now}, version = version + 1
    where city_id = ${cityId} and customer_id = ${customerId} and to_role = ${toRole} and due_on < ${today}::date
      and accepted_at is null and declined_at is null and taken_back_at is null and expired_at is null
    returning id`.execute(tx);
  for (const { id: handOverId } of rows) emit('handOverExpired', { handOverId });
};

/**
 * Asks another to take a customer of mine, who stays mine until they accept. They have so many working days (term `handOverDays`). Throws badInput
 * (`toId`) for somebody who cannot be asked, notNow while one waits for an answer.
 */
export const beginHandOver = async (
  work: Work,
  { customerId, toRole, toId, why }: z.output<typeof handOverInput> & { customerId: string },
): Promise<{ id: string; version: number; dueOn: string }> => {
  const customer = await access.customer(work, customerId, { ...askedOf, why: 'began a hand-over' });
  const fromRole = roleOfActor(work);
  const role = toRole ?? fromRole;
  const receivers = (await findReceivers(work, customer)).filter((one) => one.role === role);
  const receiver = toId === null ? receivers[0] : receivers.find(({ id }) => id === toId);
  if (!receiver || !(await mayKnow(work, customer.id, receiver.id))) throw badField('toId', 'path.transfer.cannotAsk');
  await closePast(work, customer.id, role);
  const id = newId();
  const dueOn = addWorkingDays(work.today, await termDays(work));
  const written = await work.tx
    .insertInto('handOver')
    .values({
      ...{ cityId: work.cityId, id, customerId: customer.id, why, begunAt: work.now, dueOn },
      ...{ fromId: work.actor.personId, fromName: work.actor.name, fromRole },
      ...{ toId: receiver.id, toName: receiver.name, toRole: receiver.role },
      ...{ acceptedAt: null, declinedAt: null, takenBackAt: null, expiredAt: null },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!written) throw new Problem('notNow');
  work.emit('handOverBegun', { handOverId: id });
  return { id, version: 1, dueOn };
};
