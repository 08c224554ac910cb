import pg from 'pg';
import { type City, readCities } from '../kernel/cities.ts';
import { dayIn, systemClock } from '../kernel/clock.ts';
import { readConfig } from '../kernel/config.ts';
import type { Database } from '../kernel/database.ts';
import { sealUseLog } from '../kernel/use-log.ts';
import { cutUseLog, dryRun, runRetention } from '../rights/index.ts';
import { type Command, CommandError, readOptions, withDatabase } from './command.ts';

const citiesAsked = async (database: Database, asked: string | undefined): Promise<City[]> => {
  const found = (await database.acrossCities(readCities)).filter(({ id }) => asked === undefined || id === asked);
  if (found.length === 0) throw new CommandError(asked ? `There is no city "${asked}".` : 'There is no city yet.');
  return found;
};

const placeOf = ({ id: cityId, timeZone }: City) => {
  const now = systemClock();
  return { cityId, now, today: dayIn(timeZone, now) };
};

export const retentionDryRun: Command = {
  name: ['retention', '--dry-run'],
  usage: 'retention --dry-run [--city turku]',
  summary:
    'what has been kept long enough and would go today: how many rows of which table, by which rule; takes nothing',
  async run(words, environment) {
    const { city } = readOptions(words, { needed: [], optional: ['city'] });
    await withDatabase(environment, async (database) => {
      for (const one of await citiesAsked(database, city)) {
        const place = placeOf(one);
        const lines = await database.inCity(one.id, (tx) => dryRun(tx, place));
        const over = lines.filter(({ count }) => count > 0);
        console.log(`${one.id}: ${over.length === 0 ? 'nothing would go today' : ''}`);
        for (const { table, count, term, days, source, examples, isOurs } of over) {
          const oldest = examples[0] ? `, the oldest of ${examples[0].toISOString().slice(0, 10)}` : '';
          const by = isOurs ? '' : ' (tuttu retention run)';
          console.log(`  ${table}: ${count} rows${oldest}, by ${term} = ${days} days (${source})${by}`);
        }
      }
    });
  },
};

/** The use log is its owner's to cut: nobody the server runs as can take a row from it. */
const cutLogs = async (cities: readonly City[], url: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url, application_name: 'tuttu retention' });
  await client.connect();
  try {
    for (const city of cities) {
      const gone = await cutUseLog(client, placeOf(city));
      console.log(`${city.id}: ${gone} rows of the use log`);
    }
  } finally {
    await client.end();
  }
};

export const retentionRun: Command = {
  name: ['retention', 'run'],
  usage: 'retention run [--city turku]',
  summary:
    'take away what has been kept long enough, as each night does, and the oldest rows of the use log, which only the owner of the tables can (DATABASE_MIGRATOR_URL)',
  async run(words, environment) {
    const { city } = readOptions(words, { needed: [], optional: ['city'] });
    await withDatabase(environment, async (database, _config, url) => {
      const cities = await citiesAsked(database, city);
      for (const one of cities) {
        const place = placeOf(one);
        const gone = await runRetention(database, place, { most: 1_000_000 });
        console.log(`${one.id}: ${gone} rows`);
        await database.inCity(one.id, (tx) => sealUseLog(tx, one.id));
      }
      await cutLogs(cities, readConfig(environment).migratorUrl ?? url);
    });
  },
};
