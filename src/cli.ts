import { advertsCommand } from './commands/adverts.ts';
import { businessOpen } from './commands/business.ts';
import { cityAdd, cityFeedback, cityList } from './commands/city.ts';
import { type Command, CommandError } from './commands/command.ts';
import { lexiconCheck } from './commands/lexicon.ts';
import { migrateCommand } from './commands/migrate.ts';
import { recognise } from './commands/recognise.ts';
import { reportBias } from './commands/report-bias.ts';
import { reportBreach } from './commands/report-breach.ts';
import { retentionDryRun, retentionRun } from './commands/retention.ts';
import { rhythmSet } from './commands/rhythm.ts';
import { roleEnd, roleGive } from './commands/role.ts';
import { termSet } from './commands/term.ts';
import { token } from './commands/token.ts';
import { useLogVerify } from './commands/use-log.ts';
import { vocabularyImport, vocabularyShow } from './commands/vocabulary.ts';
import { ConfigError } from './kernel/config.ts';

const commands: readonly Command[] = [
  cityAdd,
  cityFeedback,
  cityList,
  businessOpen,
  advertsCommand,
  roleGive,
  roleEnd,
  token,
  termSet,
  rhythmSet,
  vocabularyImport,
  vocabularyShow,
  recognise,
  lexiconCheck,
  useLogVerify,
  reportBias,
  reportBreach,
  retentionDryRun,
  retentionRun,
  migrateCommand,
];

const help = (): string => {
  const lines = commands.map(({ usage, summary }) => `  ${usage}\n      ${summary}`);
  return `Usage: npm run tuttu -- <command>\n\n${lines.join('\n')}\n\nCommands work while the server runs. They read the same settings: TUTTU_DATA, DATABASE_URL (see README).`;
};

const find = (words: string[]): { command: Command; rest: string[] } | undefined => {
  const command = commands.find(({ name }) => name.every((word, at) => words[at] === word));
  return command ? { command, rest: words.slice(command.name.length) } : undefined;
};

const main = async (words: string[]): Promise<number> => {
  if (words.length === 0 || words.includes('--help') || words.includes('-h')) {
    console.log(help());
    return 0;
  }
  const found = find(words);
  if (!found) {
    console.error(`There is no command "${words.join(' ')}".\n\n${help()}`);
    return 2;
  }
  await found.command.run(found.rest, process.env);
  return 0;
};

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  const isPlain = error instanceof CommandError || error instanceof ConfigError;
  console.error(isPlain && error instanceof Error ? error.message : error);
  return 1;
});
