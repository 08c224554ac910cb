import type { Tx } from '../database.ts';

/** Makes files that were their giver's alone a customer's matter. The caller has authorised it, and hangs them on what is given. */
export const giveFiles = async (
  tx: Tx,
  { cityId, customerId }: { cityId: string; customerId: string },
  ids: readonly string[],
): Promise<void> => {
  if (ids.length === 0) return;
  await tx
    .updateTable('storedFile')
    .set({ customerId })
    .where('cityId', '=', cityId)
    .where('id', 'in', [...ids])
    .where('customerId', 'is', null)
    .execute();
};
