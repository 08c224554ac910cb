import type { Tx } from './database.ts';

export class WrongDatabase extends Error {}

/**
 * Holds made-up people and real ones apart for good: a database is one or the other from its first city on.
 * Throws WrongDatabase when it is not what the configuration says.
 */
export const settleDeployment = async (tx: Tx, { isDemo }: { isDemo: boolean }): Promise<void> => {
  const row = await tx.selectFrom('deployment').select('isDemo').executeTakeFirst();
  if (row?.isDemo === isDemo) return;
  if (row)
    throw new WrongDatabase(
      isDemo
        ? 'This database holds real people. The demo cannot be switched on in it: use an empty database, or take TUTTU_DEMO away.'
        : "This database holds the demo's made-up people. Use another database for real ones, or set TUTTU_DEMO=only-made-up-people.",
    );
  const people = await tx.selectFrom('person').select('id').limit(1).executeTakeFirst();
  if (isDemo && people)
    throw new WrongDatabase('This database is not empty, so the demo cannot be switched on in it. Use an empty one.');
  await tx.insertInto('deployment').values({ isDemo }).execute();
};
