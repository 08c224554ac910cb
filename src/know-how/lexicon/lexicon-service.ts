import type { Language } from '../../kernel/languages.ts';
import { clausesOf } from '../recogniser/clauses.ts';
import type { Span } from '../recogniser/types.ts';
import { activityFinder } from './find-activities.ts';
import { loadLexicon } from './load-lexicon.ts';
import { type Activity, isIn, type Lexicon } from './types.ts';

/** An activity a text speaks of as its writer's own: the places of the words that told it, and the clause they stand in (UTF-16, end exclusive). */
export type ActivityInText = { activity: Activity; because: Span[]; clause: Span };

export type LexiconService = {
  readonly version: string;
  /** Each activity once, where the text speaks of it first; not what its writer cannot do or only wishes for. */
  activitiesIn(input: { text: string; language: Language; cityId: string }): ActivityInText[];
  /** Undefined for one that is not there, or that the city does not use. */
  activity(id: string, cityId: string): Activity | undefined;
};

declare module '../../kernel/work.ts' {
  interface Services {
    lexicon: LexiconService;
  }
}

/** A lexicon in memory, as use cases ask it. */
export const lexiconServiceOver = ({ version, activities }: Lexicon): LexiconService => {
  const byId = new Map(activities.map((activity) => [activity.id, activity]));
  const finderOf = (language: Language) => activityFinder(activities, language);
  return {
    version,
    activity: (id, cityId) => {
      const found = byId.get(id);
      return found && isIn(found, cityId) ? found : undefined;
    },
    activitiesIn: ({ text, language, cityId }) => {
      const seen = new Map<string, ActivityInText>();
      for (const { words, stance } of clausesOf(text, language)) {
        if (stance !== 'can') continue;
        const clause = { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 };
        for (const { activity, places } of finderOf(language)(words)) {
          if (seen.has(activity.id) || !isIn(activity, cityId)) continue;
          const because = places.flatMap((place) => {
            const word = words[place];
            return word ? [{ start: word.start, end: word.end }] : [];
          });
          seen.set(activity.id, { activity, because, clause });
        }
      }
      return [...seen.values()];
    },
  };
};

/** The product's lexicon with the data folder's own files. Throws VocabularyFileError when a line of them is broken. */
export const loadLexiconService = (dataFolder: string): LexiconService => lexiconServiceOver(loadLexicon(dataFolder));
