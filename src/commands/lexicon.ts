import { resolve } from 'node:path';
import { readConfig } from '../kernel/config.ts';
import { type LexiconReport, lexiconToCheck, reportOn } from '../know-how/lexicon/check-lexicon.ts';
import { VocabularyFileError } from '../know-how/vocabulary/file-error.ts';
import { loadVocabulary } from '../know-how/vocabulary/store.ts';
import { type Command, CommandError } from './command.ts';

const mostShown = 20;

const listed = (heading: string, lines: readonly string[]): string[] => {
  if (lines.length === 0) return [];
  const rest = lines.length - mostShown;
  return [
    heading,
    ...lines.slice(0, mostShown).map((line) => `  ${line}`),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
  ];
};

const told = ({ lexicon, byTheme, missing, missingOfSayings, idle, shared, common }: LexiconReport): string => {
  const themes = [...byTheme].sort(([a], [b]) => (a < b ? -1 : 1)).map(([theme, count]) => `${theme} ${count}`);
  const uris = new Set(missing.flatMap((one) => one.uris));
  return [
    `${lexicon.activities.length} activities, version ${lexicon.version.slice(0, 12)}: ${themes.join(', ')}.`,
    `${lexicon.sayings.length} sayings${missingOfSayings.length > 0 ? `; ${missingOfSayings.length} of their skills are not in the vocabulary in use and are skipped` : ''}.`,
    ...listed(
      `${uris.size} skills are not in the vocabulary in use and are skipped; activities they stand in:`,
      missing.map((one) => `${one.id}: ${one.uris.join(' ')}`),
    ),
    ...listed('Activities that lead to no skill of the vocabulary in use:', idle),
    ...listed(
      'Cues of more than one activity, worth a look:',
      shared.map(({ language, cue, ids }) => `${language} "${cue}": ${ids.join(', ')}`),
    ),
    ...listed(
      'Cues made of very common words, which fire everywhere: add a telling word:',
      common.map(({ id, language, cue }) => `${id}, ${language} "${cue}"`),
    ),
  ].join('\n');
};

export const lexiconCheck: Command = {
  name: ['lexicon', 'check'],
  usage: 'lexicon check [folder]',
  summary:
    'check the everyday lexicon and your own files of it (TUTTU_DATA/lexicon, or the folder named); needs no server',
  async run([folder, ...more], environment) {
    if (more.length > 0) throw new CommandError('Name one folder, or none.');
    const { dataFolder } = readConfig(environment);
    try {
      const lexicon = lexiconToCheck(dataFolder, folder && resolve(folder));
      const { skills } = await loadVocabulary(dataFolder);
      console.log(told(reportOn(lexicon, new Set(skills.map(({ uri }) => uri)))));
    } catch (error) {
      throw error instanceof VocabularyFileError ? new CommandError(error.message) : error;
    }
  },
};
