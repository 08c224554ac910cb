import { Problem } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { loadBrought } from './load-brought.ts';

/**
 * Deletes a brought document for good, with its text and what was found in it; what was taken stays. Also while it is being read. Throws
 * changedMeanwhile when the version is another.
 */
export const deleteBrought = async (
  work: Work,
  { bringId, version }: { bringId: string; version: number },
): Promise<void> => {
  const brought = await loadBrought(work, bringId, { action: 'delete', why: 'deleted a document' });
  const deleted = await work.tx
    .deleteFrom('bring')
    .where('cityId', '=', work.cityId)
    .where('id', '=', bringId)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  if (!deleted) throw new Problem('changedMeanwhile', { current: { id: bringId, version: brought.version } });
};
