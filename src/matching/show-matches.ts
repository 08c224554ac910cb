import type { Work } from '../kernel/work.ts';
import { type Adverts, advertsFor } from './adverts/show-adverts.ts';
import { logShown } from './answerable/log-shown.ts';
import { putInOrder } from './ask-person/put-in-order.ts';
import { findBestChallenges, findWished } from './best-challenges.ts';
import { type Known, objectsSince, readKnown } from './known.ts';
import { type MatchView, viewMatches } from './match-view.ts';
import { readChallenges } from './read-challenges.ts';
import { type Recommended, readRecommended } from './recommend/read-new.ts';

/** What was recommended since I last looked and is a good match now, best first. */
export type News = {
  matches: MatchView[];
  /** When the latest of them was computed; null where there are none. */
  computedAt: Date | null;
  /** Up to when I have looked when I have looked at these; null where there are none. */
  upTo: Date | null;
};

export type Matches = {
  /** Without the consent 'matching' nothing is matched. */
  isConsented: boolean;
  /** Since when I object to matching; then nothing is matched either, whatever I have agreed to. */
  objectsSince: Date | null;
  /** Whether there is any kept know-how to match by; false too when it was not looked at. */
  hasKnowHow: boolean;
  /** The best 20 open challenges of the city, best first unless a person has put one elsewhere; not those I have said no to. */
  matches: MatchView[];
  /** Open challenges I wished for and that nothing I can reaches yet, the newest five. */
  wished: MatchView[];
  news: News;
};

const latest = (times: readonly Date[]): Date | null =>
  times.length === 0 ? null : new Date(Math.max(...times.map((time) => time.getTime())));

/** Of what the job recommended, what holds now: scored anew with everything else, still open, good by the rules and not answered. */
const newsOf = (recommended: readonly Recommended[], views: ReadonlyMap<string, MatchView>): News => {
  const fresh = recommended.flatMap((one) => {
    const view = views.get(one.challengeId);
    return view?.isOpen && view.isGood && !view.answer ? [{ ...one, view }] : [];
  });
  return {
    matches: fresh.map(({ view }) => view).sort((a, b) => b.points - a.points),
    computedAt: latest(fresh.map(({ madeAt }) => madeAt)),
    upTo: latest(fresh.map(({ firstAt }) => firstAt)),
  };
};

type Wanted = { isUnanswered?: boolean };
const asked = { section: 'matches', action: 'read', why: 'own matches' } as const;

const matchesFor = async (work: Work, known: Known, { isUnanswered = false }: Wanted): Promise<Matches> => {
  const { me, told, isConsented, held, reach } = known;
  const seeker = { cityId: work.cityId, customerId: me.id, told, reach, today: work.today };
  const index = await work.services.matchingIndex.of(work);
  const ids = await findBestChallenges(work.tx, seeker, { isUnanswered, challenges: index?.challenges ?? null });
  const skillIds = [...known.wished.wanted];
  const wishedIds = isUnanswered ? [] : await findWished(work.tx, seeker, { skillIds, besides: ids });
  const recommended = isConsented && held.length > 0 ? await readRecommended(work.tx, seeker) : [];
  const all = new Set([...ids, ...wishedIds, ...recommended.map(({ challengeId }) => challengeId)]);
  // What waits for an answer is counted, not shown: a person's order and the log are for what is looked at.
  const challenges = await readChallenges(work.tx, {
    ...seeker,
    ids: [...all],
    withProposed: !isUnanswered && isConsented,
  });
  const views = new Map(viewMatches(work, known, challenges).map((view) => [view.challengeId, view]));
  const proposed = isUnanswered ? [] : [...views.values()].filter(({ byPerson }) => byPerson !== null);
  const viewsOf = (some: readonly string[]) => some.flatMap((id) => views.get(id) ?? []);
  const found = {
    matches: putInOrder(viewsOf(ids), proposed),
    wished: viewsOf(wishedIds),
    news: newsOf(recommended, views),
  };
  if (!isUnanswered) {
    const shown = new Set([...found.matches, ...found.wished, ...found.news.matches].map((one) => one.challengeId));
    await logShown(work, { known, challenges: challenges.filter(({ id }) => shown.has(id)) });
  }
  return {
    isConsented,
    objectsSince: isConsented ? null : await objectsSince(work, me.id),
    hasKnowHow: held.length > 0,
    ...found,
  };
};

/** Which open challenges want what I can do, and why. `isUnanswered`: only those I have not answered at all. */
export const showMatches = async (work: Work, wanted: Wanted = {}): Promise<Matches> =>
  matchesFor(work, await readKnown(work, asked), wanted);

/** The same with the open jobs of elsewhere beneath. */
export const showMatchesAndAdverts = async (work: Work): Promise<Matches & Pick<Adverts, 'adverts' | 'isDemo'>> => {
  const known = await readKnown(work, asked);
  const { adverts, isDemo } = await advertsFor(work, known);
  return { ...(await matchesFor(work, known, {})), adverts, isDemo };
};
