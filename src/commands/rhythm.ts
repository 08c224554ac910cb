import { readCities } from '../kernel/cities.ts';
import { isDay } from '../kernel/clock.ts';
import { cityRuleKinds, rhythmUnits, setCityRule } from '../path/index.ts';
import { type Command, CommandError, readOptions, withDatabase } from './command.ts';

const oneOf = <T extends string>(all: readonly T[], name: string, value: string): T => {
  const found = all.find((one) => one === value);
  if (!found) throw new CommandError(`--${name} is one of: ${all.join(', ')}`);
  return found;
};

export const rhythmSet: Command = {
  name: ['rhythm', 'set'],
  usage:
    "rhythm set --city turku --model reform-2026 --kind review --from 2027-01-01 --every 6 --unit months --source 'Decision 12/2026'",
  summary:
    'decide what a city adds to the rhythm of a model of the service process, from a day on; --every none ends it',
  async run(words, environment) {
    const needed = ['city', 'model', 'kind', 'from', 'every', 'unit', 'source'] as const;
    const options = readOptions(words, { needed, optional: [] });
    const { city: cityId, model: modelId, from: fromOn, source } = options;
    const kind = oneOf(cityRuleKinds, 'kind', options.kind);
    const unit = oneOf(rhythmUnits, 'unit', options.unit);
    const every = options.every === 'none' ? null : Number(options.every);
    if (!isDay(fromOn)) throw new CommandError('--from is a day: 2027-01-01');
    if (every !== null && (!Number.isInteger(every) || every < 1 || every > 366))
      throw new CommandError('--every is a whole number from 1 to 366, or none');
    await withDatabase(environment, async (database) => {
      const known = await database.acrossCities(readCities);
      if (!known.some(({ id }) => id === cityId)) throw new CommandError(`There is no city "${cityId}".`);
      const models = await database.acrossCities((tx) => tx.selectFrom('processModel').select('id').execute());
      oneOf(
        models.map(({ id }) => id),
        'model',
        modelId,
      );
      await database.inCity(cityId, (tx) => setCityRule(tx, cityId, { modelId, kind, fromOn, every, unit, source }));
    });
    const said = every === null ? 'has no rhythm of the city' : `is every ${every} ${unit}`;
    console.log(`In ${cityId}, ${kind} ${said} by ${modelId} from ${fromOn} on.`);
  },
};
