import { letGo } from '../../dialogue/index.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { loadAsk } from './load-ask.ts';
import { askAfter } from './rules.ts';

/** Takes an ask back before anybody has answered it. Throws notNow afterwards. */
export const withdrawAsk = async (
  work: Work,
  { personAskId, version }: { personAskId: string; version: number },
): Promise<{ personAskId: string; version: number }> => {
  const ask = await loadAsk(work, personAskId, { action: 'write', why: 'took back what they asked a person' });
  if (ask.version !== version) throw new Problem('changedMeanwhile', { current: { version: ask.version } });
  if (!askAfter('withdraw', { state: ask.state, side: 'customer' })) throw new Problem('notNow');
  await work.tx
    .updateTable('personAsk')
    .set({ withdrawnAt: work.now, version: version + 1 })
    .where('cityId', '=', work.cityId)
    .where('id', '=', ask.id)
    .execute();
  await letGo(work, { about: 'ask', thingId: ask.id });
  work.emit('personAskWithdrawn', { personAskId: ask.id });
  return { personAskId: ask.id, version: version + 1 };
};
