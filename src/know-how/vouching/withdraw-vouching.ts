import type { Actor, Guest } from '../../kernel/actor.ts';
import { notFound, Problem } from '../../kernel/problem.ts';
import type { GuestWork, Work, WorkAs } from '../../kernel/work.ts';
import type { Answered } from './answer-request.ts';
import { loadByLink, loadRequest, type VouchRequestRecord } from './requests.ts';
import { isStanding, vouchingAfter } from './rules.ts';
import { updateRequest } from './write-request.ts';

/** Its words go with it; that it was said and taken back, and when, stays. With the last one everything of the voucher's goes. */
const withdraw = async (work: WorkAs<Actor | Guest>, request: VouchRequestRecord, skill: string): Promise<Answered> => {
  const vouching = request.vouchings.find(({ uri }) => uri === skill);
  if (!vouching) throw notFound();
  const state = vouchingAfter('withdraw', { state: vouching.state, side: 'voucher' });
  if (!state) throw new Problem('notNow');
  await work.tx
    .updateTable('vouching')
    .set({ state, how: '', since: '', until: '', withdrawnAt: work.now, version: vouching.version + 1 })
    .where('cityId', '=', work.cityId)
    .where('id', '=', vouching.id)
    .execute();
  const isLast = request.vouchings.every(({ id, state: other }) => id === vouching.id || !isStanding(other));
  const gone = { voucherName: '', voucherRole: '', letterEmail: null, secretHash: null };
  const written = await updateRequest(work, request, isLast ? gone : {});
  work.emit('vouchWithdrawn', { requestId: request.id });
  return { ...written, isOpen: !isLast };
};

/** Takes back what was said by the link of one skill (its URI); it is shown to nobody from then on. Throws "not found" for a link that does not open. */
export const withdrawByLink = async (
  work: GuestWork,
  { secret, skill }: { secret: string; skill: string },
): Promise<Answered> => {
  const request = await loadByLink(work, secret, { action: 'answer', why: 'took back by a link' });
  return withdraw(work, request, skill);
};

/** The same by an adviser, also when the customer is no longer theirs. */
export const withdrawAsAdviser = async (
  work: Work,
  { requestId, skill }: { requestId: string; skill: string },
): Promise<Answered> => {
  const request = await loadRequest(work, requestId, { action: 'answer', why: 'took back what they vouched for' });
  return withdraw(work, request, skill);
};
