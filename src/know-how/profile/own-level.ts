import { z } from 'zod';
import { Problem } from '../../kernel/problem.ts';
import { words } from '../../kernel/words.ts';
import type { Work } from '../../kernel/work.ts';
import { asCurrent } from '../decide-know-how.ts';
import { loadKnowHow } from '../load-know-how.ts';
import { levels } from '../tables.ts';
import { mostOf } from './portable.ts';
import { keepVersions } from './versions.ts';

/** How well, in the customer's own view. Null and '' mean "not told"; what is left out stays as it is. */
export const ownLevelInput = z.object({
  level: z.literal(levels, 'form.choose').nullable().optional(),
  levelWords: words(mostOf.levelWords, { least: 0 }).optional(),
  isHidden: z.boolean().optional(),
});

/**
 * Tells how well one can a kept skill, or hides it from everybody else and from matching. Throws changedMeanwhile when the version is another,
 * notNow for what is not kept.
 */
export const tellLevel = async (
  work: Work,
  {
    knowHowId,
    version,
    level,
    levelWords,
    isHidden,
  }: z.output<typeof ownLevelInput> & {
    knowHowId: string;
    version: number;
  },
): Promise<{ id: string; version: number }> => {
  const found = await loadKnowHow(work, knowHowId, { action: 'write', why: 'told own level' });
  if (found.version !== version) throw new Problem('changedMeanwhile', { current: asCurrent(found) });
  if (found.state !== 'kept') throw new Problem('notNow');
  const written = await work.tx
    .updateTable('knowHow')
    .set({
      version: version + 1,
      ...(level === undefined ? {} : { level }),
      ...(levelWords === undefined ? {} : { levelWords }),
      ...(isHidden === undefined || isHidden === found.isHidden ? {} : { hiddenAt: isHidden ? work.now : null }),
    })
    .where('cityId', '=', work.cityId)
    .where('id', '=', knowHowId)
    .where('version', '=', version)
    .returning(['id', 'version'])
    .executeTakeFirst();
  if (!written) throw new Problem('changedMeanwhile', { current: asCurrent(found) });
  await keepVersions(work, 'knowHow', [knowHowId]);
  work.emit('knowHowChanged', { customerId: found.customerId });
  return written;
};
