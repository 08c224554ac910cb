import type { Tx } from '../kernel/database.ts';
import { newId } from '../kernel/ids.ts';
import { notFound } from '../kernel/problem.ts';

/**
 * Takes a customer into an adviser's caseload from a day on (YYYY-MM-DD). A customer has one adviser at a time: another one's caseload
 * loses them the same day. Doing it again changes nothing. Throws notFound for a customer who is not in the city. For the demo and the
 * operator's commands; runs in the city.
 */
export const assignCustomer = async (
  tx: Tx,
  { cityId, adviserId, customerId, fromOn }: { cityId: string; adviserId: string; customerId: string; fromOn: string },
): Promise<void> => {
  // The customer's row is locked, so that two assignments at once do not make two advisers.
  const customer = await tx
    .selectFrom('customer')
    .select('id')
    .where('cityId', '=', cityId)
    .where('id', '=', customerId)
    .forUpdate()
    .executeTakeFirst();
  if (!customer) throw notFound();
  const current = await tx
    .selectFrom('caseload')
    .select(['id', 'adviserId'])
    .where('cityId', '=', cityId)
    .where('customerId', '=', customerId)
    .where('toOn', 'is', null)
    .execute();
  if (current.length === 1 && current[0]?.adviserId === adviserId) return;
  await tx
    .updateTable('caseload')
    .set({ toOn: fromOn })
    .where('cityId', '=', cityId)
    .where('customerId', '=', customerId)
    .where('toOn', 'is', null)
    .execute();
  await tx.insertInto('caseload').values({ cityId, id: newId(), adviserId, customerId, fromOn, toOn: null }).execute();
};
