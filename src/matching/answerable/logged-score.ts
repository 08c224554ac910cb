import type { MatchPart } from '../../know-how/index.ts';
import { plainPoints, type Score } from '../rules.ts';

/** A score as it is logged: 0..1, and what each need gave to it in the points its page shows; the sum of `got` of that of `outOf` is the score. */
export const loggedScore = ({ exact, parts }: Score): { score: number; parts: MatchPart[] } => ({
  score: exact,
  parts: parts.map((part) => {
    const { skillId, state, weight, level, through } = part;
    const points = plainPoints({ weight, level, through: through && { fit: through.fit, level: through.held.level } });
    const near = through && through.fit !== 'same' ? { through: through.held.skillId } : {};
    return { need: skillId, state, ...points, ...near };
  }),
});
