import { resolve } from 'node:path';
import { readConfig } from '../kernel/config.ts';
import { installedVocabulary, installVocabulary } from '../know-how/index.ts';
import { loadRecogniser } from '../know-how/recogniser/load-recogniser.ts';
import { trainVectors } from '../know-how/vectors/keep-vectors.ts';
import { VocabularyFileError } from '../know-how/vocabulary/file-error.ts';
import { readVocabulary } from '../know-how/vocabulary/import-folder.ts';
import { saveVocabulary } from '../know-how/vocabulary/store.ts';
import { type Command, CommandError, withDatabase } from './command.ts';
import { progressLine } from './progress-line.ts';

export const vocabularyImport: Command = {
  name: ['vocabulary', 'import'],
  usage: 'vocabulary import <folder or zip>',
  summary: 'take ESCO into use: its official CSV download, or JSON lines; a broken file changes nothing',
  async run([path, ...more], environment) {
    if (!path || more.length > 0) throw new CommandError('Name one folder or zip file.');
    const vocabulary = await readVocabulary(resolve(path), ({ file, rows }) => {
      if (rows % 5000 === 0 && rows > 0) process.stderr.write(`Reading ${file}: ${rows} rows\n`);
    }).catch((error: unknown) => {
      throw error instanceof VocabularyFileError ? new CommandError(`${error.message}\nNothing was changed.`) : error;
    });
    await trainVectors(readConfig(environment).dataFolder, vocabulary, progressLine('Learning what words mean'));
    await withDatabase(environment, async (database, config) => {
      const report = progressLine('Writing to the database');
      await installVocabulary(database, vocabulary, ({ done, of }) => report(done / of));
      await saveVocabulary(config.dataFolder, vocabulary);
      process.stderr.write('Preparing the recogniser\n');
      await loadRecogniser(config.dataFolder);
    });
    console.log(
      `${vocabulary.skills.length} skills are in use (version ${vocabulary.version.slice(0, 12)}). ESCO, European Commission.`,
    );
  },
};

export const vocabularyShow: Command = {
  name: ['vocabulary', 'show'],
  usage: 'vocabulary show',
  summary: 'which vocabulary is in use, and since when',
  async run(_words, environment) {
    const current = await withDatabase(environment, (database) => database.acrossCities(installedVocabulary));
    if (!current) console.log('None yet: the starter vocabulary is put in at the first start.');
    else
      console.log(
        `${current.source}: ${current.skillCount} skills, version ${current.version.slice(0, 12)}, since ${current.importedAt.toISOString()}`,
      );
  },
};
