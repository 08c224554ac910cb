import type { Work } from '../../kernel/work.ts';
import { loadToMove, updateInvitation } from './answer-invitation.ts';
import type { WrittenInvitation } from './invite.ts';

type Read = { invitationId: string; version: number };

/** The customer lets nobody in by it any more, from this instant on. Throws notNow for one that is not open. */
export const withdrawInvitation = async (work: Work, read: Read): Promise<WrittenInvitation> => {
  const found = await loadToMove(work, { ...read, move: 'withdraw', side: 'customer', why: 'withdrew an invitation' });
  work.emit('invitationEnded', { invitationId: found.id });
  return updateInvitation(work, found, { endedAt: work.now, endedBy: 'customer', secretHash: null });
};

/** Who proposed an invitation takes it back before it is answered. */
export const takeBackInvitation = async (work: Work, read: Read): Promise<WrittenInvitation> => {
  const why = 'took back a proposed invitation';
  const found = await loadToMove(work, { ...read, move: 'takeBack', side: 'proposer', why });
  return updateInvitation(work, found, { endedAt: work.now, endedBy: 'proposer', secretHash: null });
};

/** Who was invited, with an account, does not want to see it any more. The customer is told. */
export const leaveInvitation = async (work: Work, read: Read): Promise<WrittenInvitation> => {
  const found = await loadToMove(work, { ...read, move: 'leave', side: 'invited', why: 'left an invitation' });
  work.emit('invitationLeft', { invitationId: found.id });
  return updateInvitation(work, found, { endedAt: work.now, endedBy: 'invited' });
};
