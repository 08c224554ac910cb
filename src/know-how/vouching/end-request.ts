import type { Work } from '../../kernel/work.ts';
import { loadOwn, updateRequest, type WrittenRequest } from './write-request.ts';

/**
 * The customer no longer asks: a draft goes for good; of what was sent, the link ends at once and the other's address is forgotten. Throws
 * notNow when it has been answered, changedMeanwhile when it has another version.
 */
export const endRequest = async (
  work: Work,
  { requestId, version }: { requestId: string; version: number },
): Promise<WrittenRequest> => {
  const found = await loadOwn(work, { requestId, version, move: ['end'], why: 'ended a request for vouching' });
  if (found.state !== 'draft')
    return updateRequest(work, found, { endedAt: work.now, secretHash: null, letterEmail: null });
  await work.tx.deleteFrom('vouchRequest').where('cityId', '=', work.cityId).where('id', '=', found.id).execute();
  return { id: found.id, version: version + 1 };
};
