import type { ProfessionalKind } from '../kernel/actor.ts';
import type { Tx } from '../kernel/database.ts';
import { newId } from '../kernel/ids.ts';
import { notFound, Problem } from '../kernel/problem.ts';
import { countNextTalks } from './rhythm/count-next.ts';

/**
 * Takes a customer into an adviser's caseload, or a social worker's, from a day on (YYYY-MM-DD). A customer has one of each at a time: the caseload
 * of the one before loses them the same day. Doing it again changes nothing. Throws notFound for a customer who is not in the city, notNow for one who is
 * the adviser themselves. The caller has
 * authorised it; runs in the city.
 */
export const assignCustomer = async (
  tx: Tx,
  {
    cityId,
    adviserId,
    customerId,
    fromOn,
    kind = 'adviser',
  }: { cityId: string; adviserId: string; customerId: string; fromOn: string; kind?: ProfessionalKind },
): Promise<void> => {
  // The customer's row is locked, so that two assignments at once do not make two advisers.
  const customer = await tx
    .selectFrom('customer')
    .select(['id', 'personId'])
    .where('cityId', '=', cityId)
    .where('id', '=', customerId)
    .forUpdate()
    .executeTakeFirst();
  if (!customer) throw notFound();
  if (customer.personId === adviserId) throw new Problem('notNow');
  const current = await tx
    .selectFrom('caseload')
    .select(['id', 'adviserId'])
    .where('cityId', '=', cityId)
    .where('customerId', '=', customerId)
    .where('kind', '=', kind)
    .where('toOn', 'is', null)
    .execute();
  if (current.length === 1 && current[0]?.adviserId === adviserId) return;
  await tx
    .updateTable('caseload')
    .set({ toOn: fromOn })
    .where('cityId', '=', cityId)
    .where('customerId', '=', customerId)
    .where('kind', '=', kind)
    .where('toOn', 'is', null)
    .execute();
  await tx
    .insertInto('caseload')
    .values({ cityId, id: newId(), adviserId, customerId, kind, fromOn, toOn: null })
    .execute();
  await countNextTalks(tx, { cityId, today: fromOn }, [customerId]);
};
