import { readConfig } from '../kernel/config.ts';
import { migrate } from '../kernel/migrate.ts';
import { type Command, CommandError } from './command.ts';

export const migrateCommand: Command = {
  name: ['migrate'],
  usage: 'migrate',
  summary: 'bring an outside database up to date (DATABASE_MIGRATOR_URL)',
  async run(_words, environment) {
    const { migratorUrl } = readConfig(environment);
    if (!migratorUrl)
      throw new CommandError('DATABASE_URL is not set. The embedded database is brought up to date at each start.');
    const done = await migrate(migratorUrl);
    console.log(done.length > 0 ? `Done: ${done.join(', ')}` : 'The database is up to date.');
  },
};
