import { z } from 'zod';
import { dayInput } from '../../kernel/day-input.ts';
import { badField, Problem } from '../../kernel/problem.ts';
import { words } from '../../kernel/words.ts';
import type { Work } from '../../kernel/work.ts';
import { sectionsOf } from '../sections/sections.ts';
import { type InvitationRecord, loadInvitation } from './invitations.ts';
import type { WrittenInvitation } from './invite.ts';
import { invitationTerms, untilFrom } from './invite-input.ts';
import { codeOf, partsFrom, partsInput, writeParts } from './parts.ts';
import { type InvitationMove, mayMove } from './rules.ts';
import type { InvitationSide } from './tables.ts';

export const answerInvitationInput = z.object({
  answer: z.enum(['yes', 'no'], 'form.choose'),
  /** What I say with it; shown to who proposed it. */
  word: words(500, { least: 0 }).default(''),
  /** With a yes: which of the parts are shown. None given: all that were proposed. */
  parts: z.array(z.string()).max(100).default([]),
});

export const changeInvitationInput = z.object({
  parts: partsInput,
  /** The last day, YYYY-MM-DD; null: as it was. */
  untilOn: dayInput.nullable().default(null),
});

type Read = { invitationId: string; version: number };

/** An invitation of the actor's side, at the version they read and where the move may be made. Throws notFound, changedMeanwhile or notNow. */
export const loadToMove = async (
  work: Work,
  { invitationId, version, move, side, why }: Read & { move: InvitationMove; side: InvitationSide; why: string },
): Promise<InvitationRecord> => {
  const found = await loadInvitation(work, invitationId, {
    as: side,
    action: side === 'invited' ? 'answer' : 'write',
    why,
  });
  if (found.version !== version)
    throw new Problem('changedMeanwhile', { current: { id: found.id, version: found.version } });
  if (!mayMove(move, { state: found.state, side })) throw new Problem('notNow');
  return found;
};

/** Sets columns of an invitation that is still at the version read. Throws changedMeanwhile when it is not. */
export const updateInvitation = async (
  { tx, cityId }: Pick<Work, 'tx' | 'cityId'>,
  { id, version }: Pick<InvitationRecord, 'id' | 'version'>,
  set: Record<string, unknown>,
): Promise<WrittenInvitation> => {
  const written = await tx
    .updateTable('invitation')
    .set({ ...set, version: version + 1 })
    .where('cityId', '=', cityId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning(['id', 'version'])
    .executeTakeFirst();
  if (!written) throw new Problem('changedMeanwhile', { current: { id, version: version + 1 } });
  return written;
};

/**
 * Answers what a professional proposed: yes, from now on and to the parts I leave ticked; or no. Either with a word they read. Throws badInput (`parts`)
 * for a part that was not proposed.
 */
export const answerInvitation = async (
  work: Work,
  { answer, word, parts, ...read }: z.output<typeof answerInvitationInput> & Read,
): Promise<WrittenInvitation> => {
  const move = answer === 'yes' ? 'agree' : 'decline';
  const why = answer === 'yes' ? 'agreed to an invitation' : 'declined an invitation';
  const found = await loadToMove(work, { ...read, move, side: 'customer', why });
  work.emit('invitationAnswered', { invitationId: found.id });
  if (answer === 'no') return updateInvitation(work, found, { declinedAt: work.now, word, secretHash: null });
  const kept = found.parts.filter((part) => parts.length === 0 || parts.includes(codeOf(part)));
  const isKnown = parts.every((code) => found.parts.some((part) => codeOf(part) === code));
  if (kept.length === 0 || !isKnown) throw badField('parts', 'form.choose');
  work.emit('invitationGiven', { invitationId: found.id });
  // The version first: of two at once the second is told, before it writes any part.
  const written = await updateInvitation(work, found, { agreedAt: work.now, word });
  await writeParts(work, found.id, kept);
  return written;
};

/** Chooses anew what an open invitation of mine shows, and until when. Throws badInput for a section that is not mine or a day too far. */
export const changeInvitation = async (
  work: Work,
  { parts, untilOn, ...read }: z.output<typeof changeInvitationInput> & Read,
): Promise<WrittenInvitation> => {
  const found = await loadToMove(work, { ...read, move: 'change', side: 'customer', why: 'changed an invitation' });
  const sections = await sectionsOf(work, [found.customerId]);
  const chosen = partsFrom(
    parts,
    sections.map(({ id }) => id),
  );
  const until = untilOn === null ? found.untilOn : untilFrom(work.today, untilOn, await invitationTerms(work));
  const written = await updateInvitation(work, found, { untilOn: until });
  await writeParts(work, found.id, chosen);
  return written;
};
