import { sql } from 'kysely';
import { z } from 'zod';
import { access } from './access/access.ts';
import type { Tx } from './database.ts';
import { newId } from './ids.ts';
import { words } from './words.ts';
import type { Work } from './work.ts';

/** What can be objected to (GDPR, article 21). While an objection is in force, no consent to the same counts. */
export const objectionKinds = ['matching'] as const;
export type ObjectionKind = (typeof objectionKinds)[number];

export type Objection = { what: ObjectionKind; word: string; madeAt: Date };

/** SQL: true while the customer of `customerId` objects to `what`. */
export const objects = (
  cityId: string,
  customerId: ReturnType<typeof sql.ref>,
  what: ObjectionKind,
) => sql<boolean>`exists (
  select from objection against where against.city_id = ${cityId} and against.customer_id = ${customerId} and against.what = ${what}
    and against.taken_back_at is null)`;

/** What a customer objects to now; callers have authorised. */
export const objectionsOf = (tx: Tx, cityId: string, customerId: string): Promise<Objection[]> =>
  tx
    .selectFrom('objection')
    .select(['what', 'word', 'madeAt'])
    .where('cityId', '=', cityId)
    .where('customerId', '=', customerId)
    .where('takenBackAt', 'is', null)
    .execute();

export type ObjectionPast = Objection & { takenBackAt: Date | null };

/** My objections, those in force and those taken back, the newest first. */
export const readObjections = async (work: Work): Promise<{ now: Objection[]; past: ObjectionPast[] }> => {
  const me = await access.self(work, { section: 'objections', action: 'read', why: 'own objections' });
  const past = await work.tx
    .selectFrom('objection')
    .select(['what', 'word', 'madeAt', 'takenBackAt'])
    .where('cityId', '=', work.cityId)
    .where('customerId', '=', me.id)
    .orderBy('madeAt', 'desc')
    .limit(100)
    .execute();
  return { now: past.filter(({ takenBackAt }) => takenBackAt === null), past };
};

export const objectInput = z.object({
  what: z.enum(objectionKinds, 'form.choose'),
  isMade: z.boolean(),
  /** Why, if they like. */
  word: words(500, { least: 0 }).default(''),
});

/**
 * Objects, or takes the objection back. It works at the next query, on every page and process; nothing else of the services changes by it. Saying
 * again what is so already changes nothing.
 */
export const setObjection = async (
  work: Work,
  { what, isMade, word }: z.output<typeof objectInput>,
): Promise<{ what: ObjectionKind; isMade: boolean }> => {
  const me = await access.self(work, {
    section: 'objections',
    action: 'write',
    why: isMade ? 'objected to matching' : 'took back an objection',
  });
  if (isMade)
    await work.tx
      .insertInto('objection')
      .values({ cityId: work.cityId, id: newId(), customerId: me.id, what, word, madeAt: work.now, takenBackAt: null })
      .onConflict((conflict) =>
        conflict.columns(['cityId', 'customerId', 'what']).where('takenBackAt', 'is', null).doNothing(),
      )
      .execute();
  else
    await work.tx
      .updateTable('objection')
      .set({ takenBackAt: work.now })
      .where('cityId', '=', work.cityId)
      .where('customerId', '=', me.id)
      .where('what', '=', what)
      .where('takenBackAt', 'is', null)
      .execute();
  work.emit('objectionChanged', { customerId: me.id });
  return { what, isMade };
};
