import { existsSync } from 'node:fs';
import { type Language, languages } from '../../kernel/languages.ts';
import { stopWords } from '../recogniser/stop-words.ts';
import { VocabularyFileError } from '../vocabulary/file-error.ts';
import { lexiconIn, loadLexicon, productLexicon } from './load-lexicon.ts';
import type { Activity, Lexicon } from './types.ts';

/** What a check of the lexicon tells: how much there is, and what is worth a look though it can be used. */
export type LexiconReport = {
  lexicon: Lexicon;
  byTheme: Map<string, number>;
  /** Skills the vocabulary in use lacks, by activity; they are skipped when recognising. */
  missing: { id: string; uris: string[] }[];
  /** Skills of sayings the vocabulary in use lacks, each once. */
  missingOfSayings: string[];
  /** Activities none of whose skills the vocabulary in use has: they never lead to a suggestion. */
  idle: string[];
  /** A cue of two activities leads to both: worth a look. */
  shared: { language: Language; cue: string; ids: string[] }[];
  /** A cue made only of words that stand everywhere would fire everywhere. */
  common: { id: string; language: Language; cue: string }[];
};

const sharedCues = (activities: readonly Activity[]): LexiconReport['shared'] => {
  const holders = new Map<string, { language: Language; cue: string; ids: string[] }>();
  for (const { id, cues } of activities)
    for (const language of languages)
      for (const { text } of cues[language]) {
        const key = `${language} ${text.split(' ').sort().join(' ')}`;
        const holder = holders.get(key) ?? { language, cue: text, ids: [] };
        holder.ids.push(id);
        holders.set(key, holder);
      }
  return [...holders.values()].filter(({ ids }) => new Set(ids).size > 1);
};

const commonCues = ({ id, cues }: Activity): LexiconReport['common'] =>
  languages.flatMap((language) =>
    cues[language]
      .filter(({ text }) => text.split(/[ |]/).every((word) => stopWords[language].has(word)))
      .map(({ text }) => ({ id, language, cue: text })),
  );

/** Looks a lexicon over against the skills of the vocabulary in use. */
export const reportOn = (lexicon: Lexicon, known: ReadonlySet<string>): LexiconReport => {
  const { activities } = lexicon;
  const byTheme = new Map<string, number>();
  for (const { theme } of activities) byTheme.set(theme, (byTheme.get(theme) ?? 0) + 1);
  const missing = activities.flatMap(({ id, skills }) => {
    const uris = skills.filter((uri) => !known.has(uri));
    return uris.length > 0 ? [{ id, uris }] : [];
  });
  const said = new Set(lexicon.sayings.flatMap(({ skills }) => skills));
  const missingOfSayings = [...said].filter((uri) => !known.has(uri));
  const idle = activities.filter(({ skills }) => !skills.some((uri) => known.has(uri))).map(({ id }) => id);
  const [shared, common] = [sharedCues(activities), activities.flatMap(commonCues)];
  return { lexicon, byTheme, missing, missingOfSayings, idle, shared, common };
};

/**
 * Reads the lexicon as the server would at its start: with the data folder's own files, or with those of `folder` in their place.
 * Throws VocabularyFileError as loadLexicon, and when there is no such folder.
 */
export const lexiconToCheck = (dataFolder: string, folder: string | undefined): Lexicon => {
  if (folder === undefined) return loadLexicon(dataFolder);
  if (!existsSync(folder)) throw new VocabularyFileError({ file: folder }, 'there is no such folder');
  return lexiconIn([productLexicon, folder]);
};
