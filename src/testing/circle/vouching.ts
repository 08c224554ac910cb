import { newId } from '../../kernel/ids.ts';
import { linkHash } from '../../know-how/vouching/link.ts';
import type { Making } from './making.ts';

/** Requests at each of their times, what was said, and evidence offered. */
export const makeVouching = ({ ids, deleted, adviser, now, today, exampleId, mark, row }: Making) => {
  const { customerId } = ids;
  const request = (id: string, more: Record<string, unknown>) => {
    const asked = { relation: 'employer', askedName: mark('vouchAskedName'), nameShown: mark('vouchName') };
    const said = { whatFor: mark('vouchMessage'), message: mark('vouchMessage'), language: 'fi' };
    row('vouch_request', { id, customerId, ...asked, ...said, createdAt: now, ...more });
  };
  const vouching = (id: string, requestId: string, more: Record<string, unknown> = {}) =>
    row('vouching', { id, requestId, customerId, skillId: exampleId, state: 'asked', ...more });
  const openUntil = new Date(now.getTime() + 30 * 24 * 3_600_000);
  const sentAt = { askedAt: now, openUntil };
  const answer1 = { how: mark('vouchAnswer'), since: '2019', answeredAt: now };
  const toAdviser = { relation: 'adviser', askedName: adviser.actor.name, adviserId: adviser.personId };
  request(ids.vouchRequestId, { ...toAdviser, ...sentAt, letters: 1, letterAt: now });
  vouching(newId(), ids.vouchRequestId);
  const answered = { ...sentAt, answeredAt: now, voucherName: adviser.actor.name };
  request(ids.answeredVouchRequestId, { ...toAdviser, ...answered });
  vouching(newId(), ids.answeredVouchRequestId, { ...answer1, state: 'accepted', decidedAt: now });
  const letterEmail = `${mark('vouchEmail').toLowerCase()}@example.invalid`;
  request(ids.draftVouchRequestId, { letterEmail });
  vouching(newId(), ids.draftVouchRequestId);
  request(ids.handVouchRequestId, {});
  vouching(newId(), ids.handVouchRequestId);
  const byLink = { letterEmail, letters: 1, letterAt: now, secretHash: linkHash(ids.vouchSecret) };
  const shown = { voucherName: mark('voucherName'), voucherRole: mark('voucherName') };
  request(ids.linkVouchRequestId, { ...byLink, ...sentAt, answeredAt: now, ...shown });
  vouching(ids.vouchingId, ids.linkVouchRequestId, { ...answer1, state: 'offered' });
  request(newId(), { ...sentAt, secretHash: linkHash(deleted.vouchSecret), endedAt: now });
  row('evidence', {
    ...{ id: ids.evidenceId, customerId, kind: 'step', sourceId: ids.agreedStepId, title: mark('evidence') },
    ...{
      happenedOn: today,
      confirmedBy: adviser.actor.name,
      confirmedAs: 'adviser',
      state: 'offered',
      createdAt: now,
    },
  });
  row('evidence_skill', { evidenceId: ids.evidenceId, skillId: exampleId });
};
