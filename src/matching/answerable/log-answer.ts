import type { Work } from '../../kernel/work.ts';
import { type LoggedMatch, logMatches, noteAnswer, whereOf } from '../../know-how/index.ts';
import type { Known } from '../known.ts';
import type { ShownChallenge } from '../read-challenges.ts';
import { scoreOf } from '../rules.ts';
import type { Answer } from '../tables.ts';
import { loggedScore } from './logged-score.ts';

/** A match as it is logged: the score, and what each need gave to it. */
export const loggedMatch = ({ id, needs }: ShownChallenge, { reach }: Known): LoggedMatch => ({
  challengeId: id,
  ...loggedScore(scoreOf(needs, reach)),
});

/** Writes down a match its customer has before them, as it is computed now, with their answer where they give one. */
export const logMatch = (
  work: Work,
  { known, challenge, answer }: { known: Known; challenge: ShownChallenge; answer?: Answer },
): Promise<void> =>
  logMatches(whereOf(work), {
    customerId: known.me.id,
    skillIds: known.held.map(({ skillId }) => skillId),
    matches: [{ ...loggedMatch(challenge, known), ...(answer ? { decision: answer } : {}) }],
    seenBy: ['customer'],
  });

/** The answer to a match: to what was told of it before and not answered, else to the match as it is now. */
export const logAnswer = async (
  work: Work,
  { known, challenge, answer }: { known: Known; challenge: ShownChallenge; answer: Answer },
): Promise<void> => {
  const { id: challengeId } = challenge;
  const wasTold = await noteAnswer(work, { customerId: known.me.id, challengeId, answer });
  if (!wasTold) await logMatch(work, { known, challenge, answer });
};
