import { parseArgs } from 'node:util';
import { type Config, readConfig } from '../kernel/config.ts';
import { type Database, openDatabase } from '../kernel/database.ts';
import { runningDatabase, startEmbedded } from '../kernel/embedded.ts';
import { migrate } from '../kernel/migrate.ts';

/** One of the operator's commands. */
export type Command = {
  name: readonly string[];
  usage: string;
  summary: string;
  run(words: string[], environment: Environment): Promise<void>;
};

export type Environment = Record<string, string | undefined>;

/** Something the operator can mend; shown without a stack. */
export class CommandError extends Error {}

/** Reads `--name value` options; every one of `needed` has to be there. */
export const readOptions = <Needed extends string, Optional extends string>(
  words: string[],
  { needed, optional }: { needed: readonly Needed[]; optional: readonly Optional[] },
): Record<Needed, string> & Partial<Record<Optional, string>> => {
  const names = [...needed, ...optional];
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  try {
    const { values } = parseArgs({ args: words, options, strict: true, allowPositionals: false });
    const missing = needed.filter((name) => typeof values[name] !== 'string');
    if (missing.length > 0) throw new CommandError(`Missing: ${missing.map((name) => `--${name}`).join(', ')}`);
    return values as Record<Needed, string> & Partial<Record<Optional, string>>;
  } catch (error) {
    throw error instanceof CommandError
      ? error
      : new CommandError(error instanceof Error ? error.message : String(error));
  }
};

/** Opens the database of the settings: the outside one, the one a running server has started, or the embedded one for this command alone. */
export const withDatabase = async <T>(
  environment: Environment,
  work: (database: Database, config: Config, url: string) => Promise<T>,
): Promise<T> => {
  const config = readConfig(environment);
  const running = config.databaseUrl ?? runningDatabase(config.dataFolder);
  const own = running ? null : await startEmbedded(config.dataFolder);
  const url = running ?? own?.url ?? '';
  try {
    if (own) await migrate(url);
    const database = openDatabase(url, { max: 1 });
    try {
      return await work(database, config, url);
    } finally {
      await database.close();
    }
  } finally {
    await own?.stop();
  }
};
