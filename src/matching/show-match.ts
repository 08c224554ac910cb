import { z } from 'zod';
import type { Work } from '../kernel/work.ts';
import { relationsOf } from '../know-how/index.ts';
import { logShown } from './answerable/log-shown.ts';
import type { Card } from './card-view.ts';
import { nearestHeld } from './gaps.ts';
import type { Known } from './known.ts';
import { labelsFor } from './labels.ts';
import { loadMatch } from './load-match.ts';
import { type MatchView, viewMatches } from './match-view.ts';
import { viewOwnCard } from './own-card.ts';

export const matchInput = z.object({ challengeId: z.string() });

export type OneMatch = MatchView & {
  isConsented: boolean;
  /** After a yes: my card as the business sees it now. */
  ownCard: Card | null;
  /** For a missing need, the nearest of what I can; none where nothing lies near. */
  nearest: { skillId: number; label: string }[];
};

const findNearest = async (
  work: Work,
  { held, relations }: Known,
  { parts }: MatchView,
): Promise<OneMatch['nearest']> => {
  const missing = parts.filter(({ state }) => state === 'missing').map(({ skillId }) => skillId);
  const ofMissing = await relationsOf(work.tx, missing);
  const nearest = nearestHeld(missing, { held, ofMissing, ofHeld: relations });
  const label = labelsFor(work, [...nearest.values()]);
  return [...nearest].map(([skillId, mine]) => ({ skillId, label: label(mine) }));
};

/** One match with why: each need, by which of my skills and words, what is missing, the limits, and what I have answered. */
export const showMatch = async (work: Work, { challengeId }: z.infer<typeof matchInput>): Promise<OneMatch> => {
  const asked = { section: 'matches', action: 'read', why: 'own match' } as const;
  const { known, challenge } = await loadMatch(work, challengeId, asked);
  const [match] = viewMatches(work, known, [challenge]);
  if (!match) throw new Error('a challenge that was read has a view');
  await logShown(work, { known, challenges: [challenge] });
  const { answer, needs } = challenge;
  const ownCard = answer?.card
    ? await viewOwnCard(work, {
        ...{ customerId: known.me.id, card: answer.card, answeredAt: answer.answeredAt },
        ...{ isMatched: known.isConsented, needs },
      })
    : null;
  return { ...match, isConsented: known.isConsented, ownCard, nearest: await findNearest(work, known, match) };
};
