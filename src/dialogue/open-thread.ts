import { newId } from '../kernel/ids.ts';
import type { Work } from '../kernel/work.ts';

/**
 * The thread of a customer and a business on one challenge; made when it is not there yet. Called within the transaction of the customer's
 * yes, which has authorised it. Returns the thread's id.
 */
export const openThread = async (
  { tx, cityId, now }: Work,
  { challengeId, customerId, businessId }: { challengeId: string; customerId: string; businessId: string },
): Promise<string> => {
  const made = await tx
    .insertInto('thread')
    .values({
      cityId,
      id: newId(),
      customerId,
      businessId,
      challengeId,
      role: null,
      stepId: null,
      createdAt: now,
      latestAt: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['cityId', 'challengeId', 'customerId']).where('businessId', 'is not', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  if (made) return made.id;
  const { id } = await tx
    .selectFrom('thread')
    .select('id')
    .where('cityId', '=', cityId)
    .where('challengeId', '=', challengeId)
    .where('customerId', '=', customerId)
    .where('businessId', 'is not', null)
    .executeTakeFirstOrThrow();
  return id;
};
