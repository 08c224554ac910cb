import type { Language } from '../../kernel/languages.ts';
import { activityFinder, type FoundActivity } from '../lexicon/find-activities.ts';
import { type Activity, isIn, type Lexicon } from '../lexicon/types.ts';
import type { Skill } from '../vocabulary/types.ts';
import type { PreparedSayings } from './build-sayings.ts';
import type { Meaning } from './meaning.ts';
import { sayingFinder } from './sayings.ts';
import type { Hint } from './score-clause.ts';
import type { Nearness } from './skill-vectors.ts';
import type { Word } from './words.ts';
import { type Works, workFinder, workHints } from './works.ts';

/** How much an activity says for its skills, the most central first. */
export const centrality = [1, 0.92, 0.84, 0.7, 0.6, 0.5];

/** How much less a clause tells that is like what tells of no skill. */
const idleShare = 0.3;

/**
 * What a clause's words say for skills by activities, sayings and kinds of work, and how much it is like what tells of no skill (0..1).
 * `nearText`: how near a skill lies to the whole text.
 */
export type FindHints = (
  words: readonly Word[],
  about: { city: string | undefined; nearText: (skill: number) => number },
) => { hints: Hint[]; idle: number };

type FindActivities = (words: readonly Word[]) => FoundActivity[];

/** A finder for each city with activities of its own, made when first asked; one for all others. */
const finderByCity = (
  activities: readonly Activity[],
  language: Language,
): ((city: string | undefined) => FindActivities) => {
  const special = new Set(activities.flatMap(({ cities = [], offIn }) => [...cities, ...offIn]));
  const made = new Map<string, FindActivities>();
  return (city) => {
    const key = city !== undefined && special.has(city) ? city : '';
    const known = made.get(key);
    if (known) return known;
    const finder = activityFinder(
      activities.filter((activity) => isIn(activity, key)),
      language,
    );
    made.set(key, finder);
    return finder;
  };
};

export const hintFinder = (
  {
    skills,
    works,
    lexicon,
    meaning,
    sayings,
  }: {
    skills: readonly Pick<Skill, 'uri'>[];
    works: Works;
    lexicon: Lexicon | undefined;
    meaning: Meaning | undefined;
    sayings: { prepared: PreparedSayings; nearness: Nearness | undefined };
  },
  language: Language,
): FindHints => {
  const { activities = [], sayings: said = [] } = lexicon ?? {};
  const findWorks = workFinder(works, language, meaning);
  const wanted = new Set([...activities, ...said].flatMap((entry) => entry.skills));
  const numbers = new Map(skills.flatMap(({ uri }, number) => (wanted.has(uri) ? [[uri, number] as const] : [])));
  const findActivities = finderByCity(activities, language);
  const findSayings = sayingFinder(said, { ...sayings, meaning }, numbers, language);
  const activityHints = ({ activity, places }: FoundActivity): Hint[] => {
    const known = activity.skills.flatMap((uri) => numbers.get(uri) ?? []);
    return known.map((skill, rank) => ({
      skill,
      part: 'lexicon',
      value: centrality[rank] ?? 0,
      words: places,
      from: activity.id,
    }));
  };
  return (words, { city, nearText }) => {
    const said = findSayings(words, city);
    const told = [...findActivities(city)(words).flatMap(activityHints), ...said.hints];
    const share = 1 - idleShare * said.idle;
    const hints = [
      ...told.map((hint) => ({ ...hint, value: share * hint.value })),
      ...findWorks(words).flatMap((found) => workHints(works, found, nearText)),
    ];
    return { hints, idle: said.idle };
  };
};
