import { sql } from 'kysely';
import type { Operator } from '../../kernel/actor.ts';
import { dayIn } from '../../kernel/clock.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import { newId } from '../../kernel/ids.ts';
import { writeUses } from '../../kernel/work.ts';
import { eraseCustomer } from './erase-customer.ts';

type Due = { id: string; customerId: string; personId: string };

const findDue = async (tx: Tx, cityId: string, today: string): Promise<Due | undefined> => {
  const { rows } = await sql<Due>`
    select e.id, e.customer_id, c.person_id from erasure e join customer c on c.city_id = e.city_id and c.id = e.customer_id
    where e.city_id = ${cityId} and e.withdrawn_at is null and e.done_at is null and e.due_on <= ${today}::date
    order by e.due_on, e.id limit 1 for update of e skip locked`.execute(tx);
  return rows[0];
};

const eraseOne = async (tx: Tx, cityId: string, { now, today }: { now: Date; today: string }): Promise<boolean> => {
  const due = await findDue(tx, cityId, today);
  if (!due) return false;
  const { customerId, personId } = due;
  await eraseCustomer(tx, { cityId, customerId, personId }, { now, today });
  await sql`update erasure set done_at = ${now} where city_id = ${cityId} and id = ${due.id}`.execute(tx);
  const actor: Operator = { personId: null, name: 'Tuttu', cityId, role: 'operator', requestId: newId() };
  const use = { section: 'erasure', action: 'delete', why: 'erased as asked', customerId, isAllowed: true } as const;
  await writeUses(tx, actor, [use]);
  return true;
};

/** Erases everybody in a city whose day has come, each in a transaction of its own. Returns how many. */
export const eraseDue = async (
  { database, timeZone }: { database: Database; timeZone: string },
  cityId: string,
  now: Date,
): Promise<number> => {
  const today = dayIn(timeZone, now);
  for (let count = 0; ; count += 1)
    if (!(await database.inCity(cityId, (tx) => eraseOne(tx, cityId, { now, today })))) return count;
};
