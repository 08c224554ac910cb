import { deserialize, serialize } from 'node:v8';
import { Problem } from './problem.ts';
import type { Work } from './work.ts';

/** A post that carried an Idempotency-Key: the same key and body give the same answer, once. */
export type Posted = { key: string; route: string; bodyHash: Buffer };

/**
 * Runs `work` once for a key. A second post waits for the first one's transaction by the primary key, then gets its answer.
 * Throws keyReused (422) when the key came with another body or route before.
 */
export const postedOnce = async <Output>(
  { tx, actor, cityId }: Work,
  posted: Posted | undefined,
  work: () => Promise<Output>,
): Promise<Output> => {
  if (!posted) return work();
  const { key, route, bodyHash } = posted;
  const inserted = await tx
    .insertInto('postedOnce')
    .values({ cityId, personId: actor.personId, key, route, bodyHash, answer: null })
    .onConflict((conflict) => conflict.columns(['cityId', 'personId', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  const mine = tx
    .selectFrom('postedOnce')
    .where('cityId', '=', cityId)
    .where('personId', '=', actor.personId)
    .where('key', '=', key);
  if (!inserted) {
    const earlier = await mine.select(['route', 'bodyHash', 'answer']).executeTakeFirstOrThrow();
    if (earlier.route !== route || !earlier.bodyHash.equals(bodyHash)) throw new Problem('keyReused');
    if (!earlier.answer) throw new Problem('stillWorking');
    return deserialize(earlier.answer) as Output;
  }
  const output = await work();
  await tx
    .updateTable('postedOnce')
    .set({ answer: serialize(output) })
    .where('cityId', '=', cityId)
    .where('personId', '=', actor.personId)
    .where('key', '=', key)
    .execute();
  return output;
};
