import type { Work } from '../kernel/work.ts';
import { findBestChallenges, findWished } from './best-challenges.ts';
import { readKnown } from './known.ts';
import { type MatchView, viewMatches } from './match-view.ts';
import { readChallenges } from './read-challenges.ts';

export type Matches = {
  /** Without the consent 'matching' nothing is matched. */
  isConsented: boolean;
  /** Whether there is any kept know-how to match by; false too when it was not looked at. */
  hasKnowHow: boolean;
  /** The best 20 open challenges of the city, best first; not those I have said no to. */
  matches: MatchView[];
  /** Open challenges I wished for and that nothing I can reaches yet, the newest five. */
  wished: MatchView[];
};

/** Which open challenges want what I can do, and why. `isUnanswered`: only those I have not answered at all. */
export const showMatches = async (
  work: Work,
  { isUnanswered = false }: { isUnanswered?: boolean } = {},
): Promise<Matches> => {
  const known = await readKnown(work, { section: 'matches', action: 'read', why: 'own matches' });
  const { me, told, isConsented, held, reach } = known;
  const seeker = { cityId: work.cityId, customerId: me.id, told, reach, today: work.today };
  const index = await work.services.matchingIndex.of(work);
  const ids = await findBestChallenges(work.tx, seeker, { isUnanswered, challenges: index?.challenges ?? null });
  const skillIds = [...known.wished.wanted];
  const wishedIds = isUnanswered ? [] : await findWished(work.tx, seeker, { skillIds, besides: ids });
  const challenges = await readChallenges(work.tx, { ...seeker, ids: [...ids, ...wishedIds] });
  const views = viewMatches(work, known, challenges);
  return {
    isConsented,
    hasKnowHow: held.length > 0,
    matches: views.slice(0, ids.length),
    wished: views.slice(ids.length),
  };
};
