import { sql } from 'kysely';
import type { Work } from '../../kernel/work.ts';

/**
 * Makes the others who want to give the same people's times wait until this transaction has ended, so that of many who want one time the
 * second finds it taken. The professional comes first, so that no two wait for each other.
 */
const lockTimes = async (
  { tx, cityId }: Work,
  { professionalId, customerId }: { professionalId: string; customerId: string },
): Promise<void> => {
  for (const id of [professionalId, customerId])
    await sql`select pg_advisory_xact_lock(hashtextextended(${`times ${cityId} ${id}`}, 0))`.execute(tx);
};

/**
 * Finds a time, and finds it again when nobody else can take it any more. Who looks for one that is gone already waits for nobody; of those who
 * find it free at once, one gets it.
 */
export const takeLocked = async <Found extends { outcome: string }>(
  work: Work,
  whose: { professionalId: string; customerId: string },
  find: () => Promise<Found>,
): Promise<Found> => {
  const seen = await find();
  if (seen.outcome !== 'got') return seen;
  await lockTimes(work, whose);
  return find();
};
