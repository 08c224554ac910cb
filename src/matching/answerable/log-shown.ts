import type { Work } from '../../kernel/work.ts';
import { logMatchesOnce, whereOf } from '../../know-how/index.ts';
import type { Known } from '../known.ts';
import type { ShownChallenge } from '../read-challenges.ts';
import { loggedMatch } from './log-answer.ts';

/**
 * Writes down the matches that come before somebody's eyes, as they are computed now: one statement, and once a day for the same match. Without the
 * consent nothing is matched, and nothing of it is written.
 */
export const logShown = (
  work: Work,
  { known, challenges, seenBy }: { known: Known; challenges: readonly ShownChallenge[]; seenBy: string },
): Promise<void> => {
  if (!known.isConsented) return Promise.resolve();
  const skillIds = known.held.map(({ skillId }) => skillId);
  const matches = challenges.map((challenge) => ({
    ...loggedMatch(challenge, known),
    ...{ customerId: known.me.id, skillIds },
    ...(challenge.answer ? { decision: challenge.answer.answer, decidedAt: challenge.answer.answeredAt } : {}),
  }));
  return logMatchesOnce(whereOf(work), { today: work.today, matches, seenBy: [seenBy] });
};
