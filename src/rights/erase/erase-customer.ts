import { sql } from 'kysely';
import type { PersonalTable } from '../../kernel/data-map.ts';
import type { Tx } from '../../kernel/database.ts';
import { type Owner, ownedBy, personalTables, staysOn } from '../owned.ts';
import { childrenFirst } from './delete-order.ts';

type Erased = { table: string; gone: number };

/** Who also works for the city or a business keeps what that needs: their name, address and log-in. */
const actsOtherwise = async (tx: Tx, { cityId, personId }: Owner, today: string): Promise<boolean> => {
  const { rows } = await sql<{ acts: boolean }>`select exists (
    select from role_assignment where city_id = ${cityId} and person_id = ${personId} and role <> 'customer'
      and (to_on is null or to_on > ${today}::date)) as acts`.execute(tx);
  return rows[0]?.acts ?? false;
};

const isElsewhere = async (tx: Tx, { cityId, personId }: Owner): Promise<boolean> => {
  const { rows } = await sql<{ is: boolean }>`select exists (
    select from person_city where person_id = ${personId} and city_id <> ${cityId}) as is`.execute(tx);
  return rows[0]?.is ?? false;
};

const isOfPerson = ({ whose }: PersonalTable): boolean => 'person' in whose;

const emptied = (set: Readonly<Record<string, string>>) =>
  sql.join(Object.entries(set).map(([column, value]) => sql`${sql.ref(column)} = ${sql.raw(value)}`));

/** Letters to people who were asked to vouch: they name the customer, and stand under nobody. */
const deleteLetters = ({ cityId, customerId }: Owner) => sql`
  delete from mail where city_id = ${cityId} and person_id is null and to_address in (
    select letter_email from vouch_request where city_id = ${cityId} and customer_id = ${customerId} and letter_email is not null)`;

/**
 * Erases a customer by the data map: what is theirs is deleted, what tells who they are is emptied, and what the city has to keep, papers
 * that decisions rest on too, stays until its time is over. In one transaction of the city. Runs again without harm.
 */
export const eraseCustomer = async (
  tx: Tx,
  owner: Owner & { customerId: string },
  { now, today }: { now: Date; today: string },
): Promise<Erased[]> => {
  const { cityId, customerId, personId } = owner;
  const staysAsPerson = await actsOtherwise(tx, owner, today);
  const staysElsewhere = await isElsewhere(tx, owner);
  const maps = new Map(
    personalTables().filter(
      ([table, map]) => !(isOfPerson(map) && (staysAsPerson || (table === 'person' && staysElsewhere))),
    ),
  );
  await deleteLetters(owner).execute(tx);
  const erased: Erased[] = [];
  for (const table of await childrenFirst(tx, [...maps.keys()])) {
    const map = maps.get(table);
    if (map?.erase !== 'delete') continue;
    const { numAffectedRows = 0n } =
      await sql`delete from ${sql.table(table)} as t where ${ownedBy(table, owner, 't')} and not ${staysOn(map, today, 't')}`.execute(
        tx,
      );
    erased.push({ table, gone: Number(numAffectedRows) });
  }
  for (const [table, { erase }] of maps)
    if (typeof erase === 'object' && 'set' in erase)
      await sql`update ${sql.table(table)} as t set ${emptied(erase.set)} where ${ownedBy(table, owner, 't')}`.execute(
        tx,
      );
  await sql`update customer set deleted_at = coalesce(deleted_at, ${now}), version = version + 1
    where city_id = ${cityId} and id = ${customerId}`.execute(tx);
  await sql`update caseload set to_on = ${today} where city_id = ${cityId} and customer_id = ${customerId} and to_on is null`.execute(
    tx,
  );
  await sql`update role_assignment set to_on = ${today}
    where city_id = ${cityId} and person_id = ${personId} and role = 'customer' and to_on is null`.execute(tx);
  await sql`update consent set withdrawn_at = ${now}
    where city_id = ${cityId} and customer_id = ${customerId} and withdrawn_at is null`.execute(tx);
  return erased;
};
