import { z } from 'zod';
import type { Tx } from '../kernel/database.ts';
import { dayInput } from '../kernel/day-input.ts';
import { newId } from '../kernel/ids.ts';
import { badField, Problem } from '../kernel/problem.ts';
import { line, words } from '../kernel/words.ts';
import { isBusinessCode } from './business-code.ts';
import { recordId } from './input.ts';

const about = words(500, { least: 0 });

const newBusiness = z.object({
  cityId: z.string(),
  name: line(200),
  /** The business ID, as 1234567-1. */
  businessCode: z.string().trim().refine(isBusinessCode, 'business.form.code'),
  area: line(120, { least: 0 }).default(''),
  /** What it does, in one sentence a language. */
  about: z.object({ fi: about, sv: about, en: about }).partial().default({}),
  /** People of the city who act for it from the first day on. */
  contactIds: z.array(recordId).max(50, 'form.check').default([]),
  /** The first day, YYYY-MM-DD. */
  fromOn: dayInput,
  now: z.date(),
});

type Contacts = { cityId: string; businessId: string; personIds: string[]; fromOn: string };

const refuseStrangers = async (
  tx: Tx,
  { cityId, personIds }: Pick<Contacts, 'cityId' | 'personIds'>,
): Promise<void> => {
  if (personIds.length === 0) return;
  const known = await tx
    .selectFrom('cityPerson')
    .select('personId')
    .where('cityId', '=', cityId)
    .where('personId', 'in', personIds)
    .execute();
  if (known.length < personIds.length) throw badField('contactIds', 'business.form.contactUnknown');
};

const giveRole = async (tx: Tx, { cityId, personIds, fromOn }: Contacts): Promise<void> => {
  const role = 'businessContact';
  const holders = await tx
    .selectFrom('roleAssignment')
    .select('personId')
    .where('cityId', '=', cityId)
    .where('role', '=', role)
    .where('personId', 'in', personIds)
    .where((when) => when.or([when('toOn', 'is', null), when('toOn', '>', fromOn)]))
    .execute();
  const held = new Set(holders.map(({ personId }) => personId));
  const missing = personIds.filter((personId) => !held.has(personId));
  if (missing.length === 0) return;
  const rows = missing.map((personId) => ({ cityId, id: newId(), personId, role, fromOn, toOn: null }));
  await tx.insertInto('roleAssignment').values(rows).execute();
};

const addContacts = async (tx: Tx, contacts: Contacts): Promise<void> => {
  const { cityId, businessId, personIds, fromOn } = contacts;
  if (personIds.length === 0) return;
  const rows = personIds.map((personId) => ({ cityId, businessId, personId, fromOn, toOn: null }));
  await tx.insertInto('businessContact').values(rows).execute();
  await giveRole(tx, contacts);
};

const check = (input: z.input<typeof newBusiness>): z.output<typeof newBusiness> => {
  const { data, error } = newBusiness.safeParse(input);
  if (data) return data;
  throw new Problem('badInput', {
    fields: error.issues.map(({ path, message }) => ({ field: String(path[0]), message })),
  });
};

/**
 * Brings a business into a city, in that city's transaction, with the people who act for it: those without the role of a business contact get
 * it. For the operator and the demo. Returns the business's id. Throws badInput for a business ID that is not one or is in the city already,
 * and for a contact the city does not know.
 */
export const openBusiness = async (tx: Tx, input: z.input<typeof newBusiness>): Promise<string> => {
  const { cityId, name, businessCode, area, about: texts, contactIds, fromOn, now } = check(input);
  const personIds = [...new Set(contactIds)];
  await refuseStrangers(tx, { cityId, personIds });
  const row = {
    cityId,
    id: newId(),
    name,
    businessCode,
    area,
    about: JSON.stringify(texts),
    createdAt: now,
    deletedAt: null,
  };
  const opened = await tx
    .insertInto('business')
    .values(row)
    .onConflict((conflict) => conflict.columns(['cityId', 'businessCode']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!opened) throw badField('businessCode', 'business.form.codeTaken');
  await addContacts(tx, { cityId, businessId: opened.id, personIds, fromOn });
  return opened.id;
};
