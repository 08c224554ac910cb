import { readConfig } from '../kernel/config.ts';
import { recogniseCommand } from '../know-how/recognise-command.ts';
import { VocabularyFileError } from '../know-how/vocabulary/file-error.ts';
import { type Command, CommandError, readOptions } from './command.ts';

export const recognise: Command = {
  name: ['recognise'],
  usage: 'recognise [--limit 20] [--no-floor] < texts.jsonl',
  summary: 'find skills in texts: JSON lines {id, text, lang} in, {id, suggestions} out; needs no server',
  async run(words, environment) {
    const withoutFloor = words.includes('--no-floor');
    const { limit } = readOptions(
      words.filter((word) => word !== '--no-floor'),
      { needed: [], optional: ['limit'] },
    );
    if (limit !== undefined && !/^[1-9]\d{0,3}$/.test(limit))
      throw new CommandError('--limit: a whole number from 1 to 9999');
    await recogniseCommand({
      input: process.stdin,
      output: process.stdout,
      dataFolder: readConfig(environment).dataFolder,
      limit: limit === undefined ? undefined : Number(limit),
      floor: withoutFloor ? 0 : undefined,
    }).catch((error: unknown) => {
      throw error instanceof VocabularyFileError ? new CommandError(error.message) : error;
    });
  },
};
