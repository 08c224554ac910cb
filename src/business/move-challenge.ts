import { z } from 'zod';
import { Problem } from '../kernel/problem.ts';
import type { Work } from '../kernel/work.ts';
import { recordId } from './input.ts';
import { loadChallenge } from './load-challenge.ts';
import { canMove, challengeMoves, moveNames } from './rules.ts';
import { refuseUnlessReady, saveChallenge } from './save-challenge.ts';
import { readNeeds } from './write-needs.ts';

export const moveInput = z.object({ move: z.enum(moveNames, 'form.choose') });
export const moveChallengeInput = moveInput.extend({ challengeId: recordId });

/**
 * Publishes a challenge, pauses it, goes on or closes it. Throws notNow when it stands elsewhere by now, badInput naming what it lacks before
 * customers can see it.
 */
export const moveChallenge = async (
  work: Work,
  { challengeId, move }: z.output<typeof moveChallengeInput>,
): Promise<{ challengeId: string; version: number }> => {
  const challenge = await loadChallenge(work, challengeId, { section: 'challenge', action: 'write', why: move });
  const { to, mustBeReady } = challengeMoves[move];
  if (!canMove(move, { standing: challenge.standing, role: work.actor.role })) throw new Problem('notNow');
  if (mustBeReady) {
    const needs = await readNeeds(work, challengeId);
    refuseUnlessReady({ ...challenge, needCount: needs.length }, work.today);
  }
  const isFirst = to === 'published' && challenge.publishedAt === null;
  const changes = { state: to, ...(isFirst ? { publishedAt: work.now } : {}) };
  const version = await saveChallenge(work, { challengeId, version: challenge.version, changes });
  if (version === null) throw new Problem('notNow');
  if (isFirst) work.emit('challengePublished', { challengeId, businessId: challenge.businessId });
  return { challengeId, version };
};
