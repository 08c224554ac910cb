import { z } from 'zod';
import { emailInput } from './account.ts';
import type { Actor } from './actor.ts';
import { becomeCustomer } from './become-customer.ts';
import { dayIn } from './clock.ts';
import type { Database } from './database.ts';
import { languages } from './languages.ts';
import type { Secrets } from './secrets.ts';
import type { Capacity, Session } from './session.ts';
import { writeUses } from './work.ts';

/** What an identity provider told of somebody, kept sealed in their own browser until they join a city, at most an hour. */
const toldOf = z.object({ personId: z.string(), name: z.string(), email: z.string().nullable() });
export type Told = z.infer<typeof toldOf>;

export const toldCookie = 'tuttu_told';

export const sealTold = (secrets: Secrets, told: Told): string =>
  secrets.encrypt(JSON.stringify(told)).toString('base64url');

/** Null when there is none, it was tampered with, or it is another person's. */
export const openTold = (secrets: Secrets, cookies: string, personId: string): Told | null => {
  const sealed = new RegExp(`(?:^|; )${toldCookie}=([\\w-]+)`).exec(cookies)?.[1];
  if (!sealed) return null;
  try {
    const told = toldOf.parse(JSON.parse(secrets.decrypt(Buffer.from(sealed, 'base64url'))));
    return told.personId === personId ? told : null;
  } catch {
    return null;
  }
};

/** How another city of theirs already knows a person: a name and address to begin with. */
export const knownElsewhere = async (database: Database, personId: string): Promise<Omit<Told, 'personId'> | null> => {
  const first = await database.acrossCities((tx) =>
    tx
      .selectFrom('personCity')
      .select('cityId')
      .where('personId', '=', personId)
      .orderBy('cityId')
      .limit(1)
      .executeTakeFirst(),
  );
  if (!first) return null;
  const found = await database.inCity(first.cityId, (tx) =>
    tx
      .selectFrom('cityPerson')
      .select(['name', 'email'])
      .where('cityId', '=', first.cityId)
      .where('personId', '=', personId)
      .executeTakeFirst(),
  );
  return found ?? null;
};

export const joinAsCustomerInput = z.object({
  cityId: z.string().min(1, 'form.choose'),
  name: z.string().trim().min(1, 'form.required').max(200, 'form.tooLong'),
  email: emailInput,
  language: z.enum(languages, 'form.choose'),
});

/**
 * Makes somebody signed in a customer of a city, from today. They act in no city yet, so this is no use case of an actor's; it is
 * written to the city's use log all the same. Returns the capacity they now have.
 */
export const joinAsCustomer = async (
  outside: { database: Database; now: Date; timeZone: string; requestId: string },
  session: Session,
  input: z.infer<typeof joinAsCustomerInput>,
): Promise<Capacity> => {
  const { now, timeZone, requestId } = outside;
  const { cityId, name, language } = input;
  const { personId } = session;
  await outside.database.inCity(cityId, async (tx) => {
    const customerId = await becomeCustomer(tx, { ...input, personId, fromOn: dayIn(timeZone, now), now });
    const actor: Actor = {
      personId,
      name,
      language,
      cityId,
      role: 'customer',
      sessionId: session.id,
      requestId,
      customerId,
      businessId: null,
    };
    await writeUses(tx, actor, [
      { section: 'account', action: 'write', why: 'joined the city', customerId, isAllowed: true },
    ]);
  });
  return { cityId, role: 'customer', businessId: null };
};
