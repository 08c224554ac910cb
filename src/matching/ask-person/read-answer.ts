import { Problem } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { loadAsk } from './load-ask.ts';
import { askAfter } from './rules.ts';

/** I have read the answer: it waits for me no more. Saying it again changes nothing. */
export const sayRead = async (
  work: Work,
  { personAskId }: { personAskId: string },
): Promise<{ personAskId: string; version: number }> => {
  const ask = await loadAsk(work, personAskId, { action: 'write', why: 'read an answer' });
  if (!askAfter('read', { state: ask.state, side: 'customer' })) throw new Problem('notNow');
  if (ask.seenAt === null)
    await work.tx
      .updateTable('personAsk')
      .set({ seenAt: work.now })
      .where('cityId', '=', work.cityId)
      .where('id', '=', ask.id)
      .execute();
  return { personAskId: ask.id, version: ask.version };
};
