import type { z } from 'zod';
import { access } from '../../kernel/access/access.ts';
import { newId } from '../../kernel/ids.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { requestRow, vouchRequestInput } from './request-input.ts';
import { loadRequest, type VouchRequestRecord } from './requests.ts';
import { mayMove, type RequestMove } from './rules.ts';

export type WrittenRequest = { id: string; version: number };

const writeVouchings = async (
  { tx, cityId }: Work,
  { requestId, customerId, skillIds }: { requestId: string; customerId: string; skillIds: readonly number[] },
): Promise<void> => {
  await tx
    .insertInto('vouching')
    .values(
      skillIds.map((skillId, place) => ({
        ...{ cityId, id: newId(), requestId, customerId, skillId, place, state: 'asked' as const },
        answeredAt: null,
        decidedAt: null,
        withdrawnAt: null,
      })),
    )
    .execute();
};

/** Writes down whom I ask about which of my kept skills. Nobody sees it before it is sent. */
export const writeRequest = async (work: Work, input: z.output<typeof vouchRequestInput>): Promise<WrittenRequest> => {
  const me = await access.self(work, { section: 'vouching', action: 'write', why: 'wrote whom to ask' });
  const { row, skillIds } = await requestRow(work, me, input);
  const id = newId();
  await work.tx
    .insertInto('vouchRequest')
    .values({
      ...row,
      ...{ cityId: work.cityId, id, customerId: me.id, createdAt: work.now },
      ...{ secretHash: null, openUntil: null, letterAt: null, askedAt: null, answeredAt: null, endedAt: null },
    })
    .execute();
  await writeVouchings(work, { requestId: id, customerId: me.id, skillIds });
  return { id, version: 1 };
};

/** The customer's own request, at the version they read and where one of the moves may be made. Throws changedMeanwhile or notNow. */
export const loadOwn = async (
  work: Work,
  { requestId, version, move, why }: { requestId: string; version: number; move: readonly RequestMove[]; why: string },
): Promise<VouchRequestRecord> => {
  const found = await loadRequest(work, requestId, { action: 'write', why });
  if (found.version !== version)
    throw new Problem('changedMeanwhile', { current: { id: found.id, version: found.version } });
  if (!move.some((one) => mayMove(one, { state: found.state, side: 'customer' }))) throw new Problem('notNow');
  return found;
};

/** Sets columns of a request that is still at the version read. Throws changedMeanwhile when it is not. */
export const updateRequest = async (
  { tx, cityId }: Pick<Work, 'tx' | 'cityId'>,
  { id, version }: Pick<VouchRequestRecord, 'id' | 'version'>,
  set: Record<string, unknown>,
): Promise<WrittenRequest> => {
  const written = await tx
    .updateTable('vouchRequest')
    .set({ ...set, version: version + 1 })
    .where('cityId', '=', cityId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning(['id', 'version'])
    .executeTakeFirst();
  if (!written) throw new Problem('changedMeanwhile', { current: { id, version: version + 1 } });
  return written;
};

export const changeRequestInput = vouchRequestInput;

/** Changes a request that has not been sent yet. */
export const changeRequest = async (
  work: Work,
  { requestId, version, ...input }: z.output<typeof changeRequestInput> & { requestId: string; version: number },
): Promise<WrittenRequest> => {
  const found = await loadOwn(work, { requestId, version, move: ['change'], why: 'changed whom to ask' });
  const me = await access.self(work, { section: 'vouching', action: 'read', why: 'own vouching' });
  const { row, skillIds } = await requestRow(work, me, input);
  const written = await updateRequest(work, found, row);
  await work.tx.deleteFrom('vouching').where('cityId', '=', work.cityId).where('requestId', '=', found.id).execute();
  await writeVouchings(work, { requestId: found.id, customerId: me.id, skillIds });
  return written;
};
