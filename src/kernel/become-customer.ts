import type { Tx } from './database.ts';
import { newId } from './ids.ts';
import type { Language } from './languages.ts';
import { joinCity } from './register-person.ts';

export type NewCustomer = {
  cityId: string;
  personId: string;
  name: string;
  email: string | null;
  language: Language;
  /** The first day, YYYY-MM-DD. */
  fromOn: string;
  now: Date;
  known?: { birthYear: number; gender: 'female' | 'male' | 'other' };
};

/** Makes a person a customer of a city, in that city's transaction. Returns the customer's id; the same one if they are a customer already. */
export const becomeCustomer = async (tx: Tx, { now, known, ...join }: NewCustomer): Promise<string> => {
  const { cityId, personId } = join;
  const there = await tx
    .selectFrom('customer')
    .select('id')
    .where('cityId', '=', cityId)
    .where('personId', '=', personId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (there) return there.id;
  await joinCity(tx, { ...join, roles: ['customer'] });
  const { id } = await tx
    .insertInto('customer')
    .values({
      cityId,
      id: newId(),
      personId,
      createdAt: now,
      deletedAt: null,
      birthYear: null,
      gender: null,
      workHours: null,
      ...known,
    })
    // One who was a customer before and comes back.
    .onConflict((conflict) => conflict.columns(['cityId', 'personId']).doUpdateSet({ deletedAt: null }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};
