import type { Language } from '../../kernel/languages.ts';
import { activityFinder, type FoundActivity } from '../lexicon/find-activities.ts';
import { isIn, type Lexicon } from '../lexicon/types.ts';

import type { Skill } from '../vocabulary/types.ts';
import type { Meaning } from './meaning.ts';
import { likeness, sayingFinder } from './sayings.ts';
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

/** Something made for each city that has entries of its own, when first asked for; one for all others. */
const byCity = <Entry extends Parameters<typeof isIn>[0], Made>(
  entries: readonly Entry[],
  make: (entries: Entry[]) => Made,
): ((city: string | undefined) => Made) => {
  const special = new Set(entries.flatMap(({ cities = [], offIn = [] }) => [...cities, ...offIn]));
  const made = new Map<string, Made>();
  return (city) => {
    const key = city !== undefined && special.has(city) ? city : '';
    const known = made.get(key) ?? make(entries.filter((entry) => isIn(entry, key)));
    made.set(key, known);
    return known;
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
  const { activities = [], sayings = [] } = lexicon ?? {};
  const findWorks = workFinder(works, language, meaning);
  const wanted = new Set([...activities, ...sayings].flatMap((entry) => entry.skills));
  const numbers = new Map(skills.flatMap(({ uri }, number) => (wanted.has(uri) ? [[uri, number] as const] : [])));
  const findActivities = byCity(activities, (those): ((words: readonly Word[]) => FoundActivity[]) =>
    activityFinder(those, language),
  );
  const findSayings = byCity(sayings, (those) => sayingFinder(those, numbers, language));
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
    const said = findSayings(city)(words);
    const told = [...findActivities(city)(words).flatMap(activityHints), ...said.hints];
    const share = 1 - likeness.idle * said.idle;
    return [
      ...told.map((hint) => ({ ...hint, value: share * hint.value })),
      ...findWorks(words).flatMap((found) => workHints(works, found, nearText)),
    ];
  };
};
