import type { Work } from '../../kernel/work.ts';
import { logMatchesOnce, notePersonSeen, whereOf } from '../../know-how/index.ts';
import type { Known } from '../known.ts';
import type { ShownChallenge } from '../read-challenges.ts';
import { loggedMatch } from './log-answer.ts';

/**
 * Writes down the matches that come before their customer's eyes, as they are computed now: one statement, and once a day for the same match. Without the
 * consent nothing is matched, and nothing of it is written.
 */
export const logShown = async (
  work: Work,
  { known, challenges }: { known: Known; challenges: readonly ShownChallenge[] },
): Promise<void> => {
  if (!known.isConsented) return;
  const skillIds = known.held.map(({ skillId }) => skillId);
  const matches = challenges.map((challenge) => ({
    ...loggedMatch(challenge, known),
    ...{ customerId: known.me.id, skillIds },
    ...(challenge.answer ? { decision: challenge.answer.answer, decidedAt: challenge.answer.answeredAt } : {}),
  }));
  await logMatchesOnce(whereOf(work), { today: work.today, matches, seenBy: ['customer'] });
  // What a person put among them has come before their eyes too.
  const challengeIds = challenges.filter(({ byPerson }) => byPerson !== null).map(({ id }) => id);
  await notePersonSeen(work, { customerId: known.me.id, challengeIds });
};
