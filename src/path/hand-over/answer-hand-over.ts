import { z } from 'zod';
import { type FieldProblem, Problem } from '../../kernel/problem.ts';
import { words } from '../../kernel/words.ts';
import type { Work } from '../../kernel/work.ts';
import { assignCustomer } from '../assign-customer.ts';
import { type HandOverView, loadHandOver, updateHandOver } from './hand-overs.ts';
import { type HandOverMove, stateAfter } from './rules.ts';

export const handOverAnswerInput = z.object({
  answer: z.enum(['accept', 'decline'], 'form.choose'),
  /** With a no: why, and what I propose instead. The giver and the customer read both. */
  reason: words(500, { least: 0 }).default(''),
  alternative: words(500, { least: 0 }).default(''),
});

type Read = { handOverId: string; version: number };

/** One of the actor's, at the version they read and where they may make the move. Throws notFound, changedMeanwhile or notNow. */
const loadToMove = async (
  work: Work,
  { handOverId, version, move, why }: Read & { move: HandOverMove; why: string },
): Promise<HandOverView> => {
  const found = await loadHandOver(work, handOverId, { action: 'write', why });
  if (found.version !== version)
    throw new Problem('changedMeanwhile', { current: { id: found.id, version: found.version } });
  if (stateAfter(move, found) === null) throw new Problem('notNow');
  return found;
};

/**
 * Answers whether I take a customer: yes, and they are mine from today, in the role I was asked in; or no, with why and what instead. Between two
 * authorities the one who asked goes on for theirs. Throws badInput for a no without a reason or an alternative, notNow past the day.
 */
export const answerHandOver = async (
  work: Work,
  { answer, reason, alternative, ...read }: z.output<typeof handOverAnswerInput> & Read,
): Promise<{ id: string; version: number }> => {
  const why = answer === 'accept' ? 'accepted a hand-over' : 'declined a hand-over';
  const found = await loadToMove(work, { ...read, move: answer, why });
  work.emit('handOverAnswered', { handOverId: found.id });
  if (answer === 'accept') {
    const { customerId, toRole: kind, toId: adviserId } = found;
    await assignCustomer(work.tx, { cityId: work.cityId, customerId, adviserId, kind, fromOn: work.today });
    return updateHandOver(work, found, { acceptedAt: work.now });
  }
  const fields: FieldProblem[] = [
    ...(reason === '' ? [{ field: 'reason', message: 'form.required' }] : []),
    ...(alternative === '' ? [{ field: 'alternative', message: 'form.required' }] : []),
  ];
  if (fields.length > 0) throw new Problem('badInput', { fields });
  return updateHandOver(work, found, { declinedAt: work.now, reason, alternative });
};

/** The one who asked takes it back before it is answered. */
export const takeBackHandOver = async (work: Work, read: Read): Promise<{ id: string; version: number }> => {
  const found = await loadToMove(work, { ...read, move: 'takeBack', why: 'took back a hand-over' });
  work.emit('handOverTakenBack', { handOverId: found.id });
  return updateHandOver(work, found, { takenBackAt: work.now });
};
