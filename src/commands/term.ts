import { readCities } from '../kernel/cities.ts';
import { isDay } from '../kernel/clock.ts';
import { isTermName, setTerm, termBounds, termNames } from '../kernel/terms.ts';
import { type Command, CommandError, readOptions, withDatabase } from './command.ts';

export const termSet: Command = {
  name: ['term', 'set'],
  usage: `term set --city turku --name ${termNames[0]} --from 2027-01-01 --value 14 --source 'Decision 12/2026'`,
  summary: `decide one of a city's terms from a day on: ${termNames.join(', ')}`,
  async run(words, environment) {
    const options = readOptions(words, { needed: ['city', 'name', 'from', 'value', 'source'], optional: [] });
    const { city: cityId, name, from: fromOn, source } = options;
    const value = Number(options.value);
    if (!isTermName(name)) throw new CommandError(`There is no term "${name}". There are: ${termNames.join(', ')}.`);
    if (!isDay(fromOn)) throw new CommandError('--from is a day: 2027-01-01');
    if (!/^\d{1,6}$/.test(options.value)) throw new CommandError('--value is a whole number');
    await withDatabase(environment, async (database) => {
      const known = await database.acrossCities(readCities);
      if (!known.some(({ id }) => id === cityId)) throw new CommandError(`There is no city "${cityId}".`);
      await database.inCity(cityId, async (tx) => {
        const { least, most, bound } = await termBounds(tx, { name, day: fromOn });
        if (value < least || value > most)
          throw new CommandError(`--value is from ${least} to ${most}${bound ? ` (${bound})` : ''}`);
        await setTerm(tx, { cityId, name, fromOn, value, source });
      });
    });
    console.log(`In ${cityId}, ${name} is ${value} from ${fromOn} on.`);
  },
};
