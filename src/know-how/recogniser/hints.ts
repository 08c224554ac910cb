import type { Language } from '../../kernel/languages.ts';
import { activityFinder, type FoundActivity } from '../lexicon/find-activities.ts';
import { isIn, type Lexicon } from '../lexicon/types.ts';
import type { PreparedSayings } from './build-sayings.ts';
import type { Meaning } from './meaning.ts';
import { sayingFinder } from './sayings.ts';
import type { Hint } from './score-clause.ts';
import type { Nearness } from './skill-vectors.ts';
import type { ToldSkills } from './told-skills.ts';
import type { Word } from './words.ts';
import { type Works, workFinder, workHints } from './works.ts';

/** How much an activity says for its skills, the most central first. */
export const centrality = [1, 0.92, 0.84, 0.7, 0.6, 0.5];

/** How much less a clause tells that is like what tells of no skill. */
const idleShare = 0.3;

/**
 * What a clause's words say for skills by activities, sayings and kinds of work, and how much it is like what tells of no skill (0..1).
 * `vector`: what the words mean;
 * `nearText`: how near a skill lies to the whole text.
 */
export type FindHints = (
  words: readonly Word[],
  about: { city: string | undefined; vector: Float32Array | undefined; nearText: (skill: number) => number },
) => { hints: Hint[]; idle: number };

export const hintFinder = (
  {
    works,
    lexicon: { activities, sayings: said },
    told,
    meaning,
    sayings,
  }: {
    works: Works;
    lexicon: Pick<Lexicon, 'activities' | 'sayings'>;
    told: ToldSkills;
    meaning: Meaning | undefined;
    sayings: { prepared: PreparedSayings; nearness: Nearness | undefined };
  },
  language: Language,
): FindHints => {
  const findWorks = workFinder(works, language, meaning);
  const findActivities = activityFinder(activities, language);
  const findSayings = sayingFinder(said, sayings, told, language);
  const activityHints = ({ activity, places }: FoundActivity): Hint[] => {
    const known = activity.skills.flatMap((uri) => told.numbers.get(uri) ?? []);
    return known.map((skill, rank) => ({
      skill,
      part: 'lexicon',
      value: centrality[rank] ?? 0,
      words: () => places,
      from: activity.id,
    }));
  };
  return (words, { city, vector, nearText }) => {
    const said = findSayings({ words, vector, city });
    const here = findActivities(words).filter(({ activity }) => isIn(activity, city ?? ''));
    const share = 1 - idleShare * said.idle;
    const hints = [
      ...[...here.flatMap(activityHints), ...said.hints].map((hint) => ({ ...hint, value: share * hint.value })),
      ...findWorks(words).flatMap((found) => workHints(works, found, nearText)),
    ];
    return { hints, idle: said.idle };
  };
};
