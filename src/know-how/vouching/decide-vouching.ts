import { z } from 'zod';
import { isId } from '../../kernel/ids.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { loadRequest } from './requests.ts';
import { customerDecisions, vouchingAfter } from './rules.ts';
import type { VouchingState } from './tables.ts';

export const decideVouchingInput = z.object({ decision: z.enum(customerDecisions, 'form.choose') });

const requestIdOf = async ({ tx, cityId }: Work, vouchingId: string): Promise<string> => {
  if (!isId(vouchingId)) return '';
  const found = await tx
    .selectFrom('vouching')
    .select('requestId')
    .where('cityId', '=', cityId)
    .where('id', '=', vouchingId)
    .executeTakeFirst();
  return found?.requestId ?? '';
};

/**
 * The customer takes what was said of one skill, leaves it, or takes it away again. Nobody else hears of it. Throws changedMeanwhile when it has
 * another version, notNow when it cannot be decided so.
 */
export const decideVouching = async (
  work: Work,
  { vouchingId, version, decision }: z.output<typeof decideVouchingInput> & { vouchingId: string; version: number },
): Promise<{ id: string; requestId: string; state: VouchingState; version: number }> => {
  const request = await loadRequest(work, await requestIdOf(work, vouchingId), {
    action: 'write',
    why: `decided of vouching: ${decision}`,
  });
  const found = request.vouchings.find(({ id }) => id === vouchingId);
  if (found?.version !== version)
    throw new Problem('changedMeanwhile', {
      current: { id: vouchingId, state: found?.state, version: found?.version },
    });
  const state = vouchingAfter(decision, { state: found.state, side: 'customer' });
  if (!state) throw new Problem('notNow');
  const decided = await work.tx
    .updateTable('vouching')
    .set({ state, decidedAt: work.now, version: version + 1 })
    .where('cityId', '=', work.cityId)
    .where('id', '=', vouchingId)
    .where('version', '=', version)
    .returning(['id', 'requestId', 'state', 'version'])
    .executeTakeFirst();
  if (!decided) throw new Problem('changedMeanwhile', { current: { id: vouchingId, version: version + 1 } });
  return decided;
};
