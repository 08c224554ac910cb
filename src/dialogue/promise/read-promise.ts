import { sql } from 'kysely';
import { z } from 'zod';
import { access } from '../../kernel/access/access.ts';
import { adviserOf } from '../../kernel/advisers.ts';
import { badField } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { type Figure, figureOf, type Rough, roughOf } from './figures.ts';
import { type Promised, promisedDays } from './promised-days.ts';

const own = (work: Work, action: 'read' | 'write', why: string): void =>
  access.authorise(work, { section: 'replyPromise', action, why, relations: ['own'], customerId: null });

export type OwnPromise = Promised & { figure: Figure };

/** An adviser's promise as it is today, and how it was kept. */
export const readOwnPromise = async (work: Work): Promise<OwnPromise> => {
  own(work, 'read', 'own promise to reply');
  const { personId } = work.actor;
  return { ...(await promisedDays(work, personId)), figure: await figureOf(work, personId) };
};

export const promiseInput = z.object({
  /** Working days; null: no more than the city promises. */
  days: z.int('promise.days').min(1, 'promise.days').max(60, 'promise.days').nullable(),
});

/** From today on the adviser promises to answer in so many working days. Throws badInput for more than the city promises. What is owed already stays as it was. */
export const setPromise = async (work: Work, { days }: z.output<typeof promiseInput>): Promise<Promised> => {
  own(work, 'write', 'own promise to reply');
  const { tx, cityId, today, now, actor } = work;
  const { cityDays } = await promisedDays(work, actor.personId);
  if (days !== null && days > cityDays) throw badField('days', 'promise.tooMany', { most: cityDays });
  await tx
    .insertInto('replyPromise')
    .values({ cityId, personId: actor.personId, fromOn: today, days, setAt: now })
    .onConflict((conflict) => conflict.columns(['cityId', 'personId', 'fromOn']).doUpdateSet({ days, setAt: now }))
    .execute();
  return promisedDays(work, actor.personId);
};

export type PromiseToMe = {
  adviser: string;
  /** Working days. */
  days: number;
  rough: Rough;
  /** The first day by which something I sent is to be answered, YYYY-MM-DD; null where nothing waits. */
  nextOn: string | null;
  isLate: boolean;
};

/** What a customer's adviser has promised them, roughly how it is kept, and by when the first thing that waits is answered; null without an adviser. */
export const readPromiseToMe = async (work: Work): Promise<PromiseToMe | null> => {
  const me = await access.self(work, { section: 'replyPromise', action: 'read', why: 'promise to reply' });
  const adviser = await adviserOf(work, me.id);
  if (!adviser) return null;
  const { rows } = await sql<{ nextOn: string | null }>`
    select min(due_on) as next_on from reply_due
    where city_id = ${work.cityId} and customer_id = ${me.id} and replied_on is null and let_go_on is null`.execute(
    work.tx,
  );
  const nextOn = rows[0]?.nextOn ?? null;
  return {
    adviser: adviser.name,
    days: (await promisedDays(work, adviser.personId)).days,
    rough: roughOf(await figureOf(work, adviser.personId)),
    nextOn,
    isLate: nextOn !== null && nextOn < work.today,
  };
};
