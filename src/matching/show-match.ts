import { z } from 'zod';
import type { Work } from '../kernel/work.ts';
import { keptSkills, relationsOf } from '../know-how/index.ts';
import { nearestHeld } from './gaps.ts';
import type { Known } from './known.ts';
import { labelsFor } from './labels.ts';
import { loadMatch } from './load-match.ts';
import { type MatchView, viewMatches } from './match-view.ts';

export const matchInput = z.object({ challengeId: z.string() });

export type OneMatch = MatchView & {
  isConsented: boolean;
  /** After a yes: the skills the business sees on my card. */
  sharedSkills: { skillId: number; label: string }[];
  /** For a missing need, the nearest of what I can; none where nothing lies near. */
  nearest: { skillId: number; label: string }[];
};

const findShared = async (
  work: Work,
  customerId: string,
  chosen: readonly number[],
): Promise<OneMatch['sharedSkills']> => {
  if (chosen.length === 0) return [];
  const kept = await keptSkills(work.tx, work.cityId, customerId);
  const ids = kept.map(({ skillId }) => skillId).filter((skillId) => chosen.includes(skillId));
  const label = labelsFor(work, ids);
  return ids.map((skillId) => ({ skillId, label: label(skillId) }));
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
  const sharedSkills = await findShared(work, known.me.id, challenge.answer?.card?.skillIds ?? []);
  return { ...match, isConsented: known.isConsented, sharedSkills, nearest: await findNearest(work, known, match) };
};
