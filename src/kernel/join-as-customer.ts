import { z } from 'zod';
import { emailInput } from './account.ts';
import type { Actor } from './actor.ts';
import { becomeCustomer } from './become-customer.ts';
import { capacitiesOf } from './capacities.ts';
import type { Cities, City } from './cities.ts';
import { dayIn } from './clock.ts';
import type { Database } from './database.ts';
import { languages } from './languages.ts';
import { badField } from './problem.ts';
import type { Secrets } from './secrets.ts';
import type { Capacity, Session } from './session.ts';
import { personName, tidyWords } from './words.ts';
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
  /** Needed where neither the identification nor another city knows it; what they say stands. */
  name: personName({ least: 0 }, 200).default(''),
  email: emailInput,
  language: z.enum(languages, 'form.choose'),
});

/** What joining needs: it is done in no city and role, so it has no `Work`. */
export type Door = {
  database: Database;
  cities: Cities;
  secrets: Secrets;
  now: Date;
  requestId: string;
  /** The browser's cookies, where what the identification told is kept. */
  cookies: string;
};

export type Joining = {
  /** Null when it has to be asked. */
  name: string | null;
  email: string | null;
  /** Every city of the service; `isJoined`: they are a customer of it today. */
  cities: (City & { isJoined: boolean })[];
};

/** What is known of somebody who wants to join a city, and which cities there are. */
export const readJoining = async (door: Door, { personId }: Session): Promise<Joining> => {
  const { database, secrets, cookies, now } = door;
  const told = openTold(secrets, cookies, personId) ?? (await knownElsewhere(database, personId));
  const capacities = await capacitiesOf(database, personId, dayIn('Europe/Helsinki', now));
  const joined = capacities.filter(({ role }) => role === 'customer').map(({ cityId }) => cityId);
  return {
    name: tidyWords(told?.name ?? '') || null,
    email: told?.email ?? null,
    cities: door.cities.all().map((city) => ({ ...city, isJoined: joined.includes(city.id) })),
  };
};

const nameFrom = (known: string | null, given: string): string => {
  if (known === null && given === '') throw badField('name', 'form.required');
  // Nobody takes another name than the one they were identified by.
  if (known !== null && given !== '' && given !== known) throw badField('name', 'form.check');
  return known ?? given;
};

/**
 * Makes somebody signed in a customer of a city, from today; nothing is done when they are one already. They act in no city yet, so this
 * is no use case of an actor's; it is written to the city's use log all the same. Returns the capacity they have. Throws badInput for a
 * city that is not there, and for a name that is missing or not the one they are known by.
 */
export const joinAsCustomer = async (
  door: Door,
  session: Session,
  input: z.infer<typeof joinAsCustomerInput>,
): Promise<Capacity> => {
  const { now, requestId } = door;
  const { cityId, language } = input;
  const { personId } = session;
  const joining = await readJoining(door, session);
  const city = joining.cities.find(({ id }) => id === cityId);
  if (!city) throw badField('cityId', 'form.choose');
  const name = nameFrom(joining.name, input.name);
  const capacity = { cityId, role: 'customer', businessId: null } as const;
  if (city.isJoined) return capacity;
  await door.database.inCity(cityId, async (tx) => {
    const fromOn = dayIn(city.timeZone, now);
    const customerId = await becomeCustomer(tx, { ...input, name, personId, fromOn, now });
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
  return capacity;
};
