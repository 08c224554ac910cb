import type { Language } from '../../kernel/languages.ts';
import { activityFinder, type FoundActivity } from '../lexicon/find-activities.ts';
import { isIn, type Lexicon } from '../lexicon/types.ts';
import type { Skill } from '../vocabulary/types.ts';
import type { Meaning } from './meaning.ts';
import type { Hint } from './score-clause.ts';
import type { Word } from './words.ts';
import { type Works, workFinder, workHints } from './works.ts';

/** How much an activity says for its skills, the most central first. */
export const centrality = [1, 0.92, 0.84, 0.7, 0.6, 0.5];

/** What a clause's words say for skills by activities and kinds of work. `nearText`: how near a skill lies to the whole text. */
export type FindHints = (
  words: readonly Word[],
  about: { city: string | undefined; nearText: (skill: number) => number },
) => Hint[];

type FindActivities = (words: readonly Word[]) => FoundActivity[];

/** A finder for each city with activities of its own, made when first asked; one for all others. */
const finderByCity = (
  lexicon: Lexicon | undefined,
  language: Language,
): ((city: string | undefined) => FindActivities) => {
  const activities = lexicon?.activities ?? [];
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
  }: {
    skills: readonly Pick<Skill, 'uri'>[];
    works: Works;
    lexicon: Lexicon | undefined;
    meaning: Meaning | undefined;
  },
  language: Language,
): FindHints => {
  const findActivities = finderByCity(lexicon, language);
  const findWorks = workFinder(works, language, meaning);
  const wanted = new Set(lexicon?.activities.flatMap((activity) => activity.skills));
  const numbers = new Map(skills.flatMap(({ uri }, number) => (wanted.has(uri) ? [[uri, number] as const] : [])));
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
  return (words, { city, nearText }) => [
    ...findActivities(city)(words).flatMap(activityHints),
    ...findWorks(words).flatMap((found) => workHints(works, found, nearText)),
  ];
};
