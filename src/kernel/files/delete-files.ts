import type { Tx } from '../database.ts';

/** Deletes files that stayed with drafts nobody sent. */
export const forgetLooseFiles = async (tx: Tx, cityId: string, before: Date): Promise<void> => {
  await tx
    .deleteFrom('storedFile')
    .where('cityId', '=', cityId)
    .where('customerId', 'is', null)
    .where('givenAt', '<', before)
    .execute();
};

/** Deletes files for good, with what hangs them on something. The caller has authorised it. */
export const deleteFiles = async (tx: Tx, cityId: string, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return;
  await tx
    .deleteFrom('storedFile')
    .where('cityId', '=', cityId)
    .where('id', 'in', [...ids])
    .execute();
};
