import type { Tx } from '../../kernel/database.ts';

/** How long a file waits to be read (minutes), and what was found waits for the customer (days), by the rule in force on a day. */
export const keepingOn = (tx: Tx, day: string): Promise<{ fileMinutes: number; textDays: number }> =>
  tx
    .selectFrom('bringKeeping')
    .select(['fileMinutes', 'textDays'])
    .where('fromOn', '<=', day)
    .orderBy('fromOn', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();

/** Deletes what has been kept as long as it may: files nobody could read in time, and documents nobody decided on. */
export const forgetBrought = async (tx: Tx, cityId: string, now: Date): Promise<void> => {
  const { fileMinutes, textDays } = await keepingOn(tx, now.toISOString().slice(0, 10));
  const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  await tx
    .deleteFrom('bring')
    .where('cityId', '=', cityId)
    .where('createdAt', '<', before(textDays * 24 * 60))
    .execute();
  const late = tx
    .selectFrom('bring')
    .select('id')
    .where('cityId', '=', cityId)
    .where('createdAt', '<', before(fileMinutes));
  await tx.deleteFrom('bringPart').where('cityId', '=', cityId).where('bringId', 'in', late).execute();
  await tx
    .updateTable('bringReading')
    .set({ state: 'failed', wrong: 'failure' })
    .where('cityId', '=', cityId)
    .where('bringId', 'in', late)
    .where('state', 'in', ['waiting', 'reading', 'looking'])
    .execute();
};
