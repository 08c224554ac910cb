import type { MatchPart } from '../../know-how/index.ts';
import type { Score } from '../rules.ts';

/** A score as it is logged: 0..1, and what each need gave to it in points of 100. */
export const loggedScore = ({ exact, parts }: Score): { score: number; parts: MatchPart[] } => ({
  score: exact,
  parts: parts.map(({ skillId, state, got, outOf }) => ({ need: skillId, state, got, outOf })),
});
