import { z } from 'zod';
import { access } from '../../kernel/access/access.ts';
import { newId } from '../../kernel/ids.ts';
import { words } from '../../kernel/words.ts';
import type { Work } from '../../kernel/work.ts';

export type RestrictionPast = { word: string; madeAt: Date; endedAt: Date | null };

export const restrictionInput = z
  .object({
    isMade: z.boolean(),
    /** Why it is made, if they like. */
    word: words(500, { least: 0 }).default(''),
  })
  // What would be lost is not taken.
  .refine(({ isMade, word }) => isMade || word === '', { path: ['word'], error: 'form.check' });

/**
 * Restricts what is done with my data, or ends that. It works at the next query: nobody else writes about me (423), nothing of mine is matched, no figures
 * count me. Saying again what is so already changes nothing.
 */
export const setRestriction = async (
  work: Work,
  { isMade, word }: z.output<typeof restrictionInput>,
): Promise<{ isMade: boolean }> => {
  const why = isMade ? 'restricted the use of own data' : 'ended a restriction';
  const me = await access.self(work, { section: 'restrictions', action: 'write', why });
  const { tx, cityId, now } = work;
  if (isMade)
    await tx
      .insertInto('restriction')
      .values({ cityId, id: newId(), customerId: me.id, word, madeAt: now, endedAt: null })
      .onConflict((conflict) => conflict.columns(['cityId', 'customerId']).where('endedAt', 'is', null).doNothing())
      .execute();
  else
    await tx
      .updateTable('restriction')
      .set({ endedAt: now })
      .where('cityId', '=', cityId)
      .where('customerId', '=', me.id)
      .where('endedAt', 'is', null)
      .execute();
  // As with a consent that ends: what was made of the data by others is looked at anew.
  work.emit('consentChanged', { customerId: me.id });
  return { isMade };
};

/** My restriction in force, if there is one, and those that are over, the newest first. */
export const readRestrictions = async (
  work: Work,
): Promise<{ now: RestrictionPast | null; past: RestrictionPast[] }> => {
  const me = await access.self(work, { section: 'restrictions', action: 'read', why: 'own restriction' });
  const all = await work.tx
    .selectFrom('restriction')
    .select(['word', 'madeAt', 'endedAt'])
    .where('cityId', '=', work.cityId)
    .where('customerId', '=', me.id)
    .orderBy('madeAt', 'desc')
    .limit(100)
    .execute();
  return {
    now: all.find(({ endedAt }) => endedAt === null) ?? null,
    past: all.filter(({ endedAt }) => endedAt !== null),
  };
};
