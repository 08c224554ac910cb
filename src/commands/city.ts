import { addCity, type City, cityFaults, readCities } from '../kernel/cities.ts';
import { settleDeployment } from '../kernel/deployment.ts';
import { isLanguage } from '../kernel/languages.ts';
import { type Command, CommandError, readOptions, withDatabase } from './command.ts';

const cityOf = (
  options: Record<'id' | 'fi' | 'sv' | 'en' | 'action' | 'edge', string>,
  languages: string,
  timeZone: string,
): City => ({
  id: options.id,
  name: { fi: options.fi, sv: options.sv, en: options.en },
  actionColor: options.action.toLowerCase(),
  edgeColor: options.edge.toLowerCase(),
  languages: languages.split(',').filter(isLanguage),
  timeZone,
});

export const cityAdd: Command = {
  name: ['city', 'add'],
  usage:
    'city add --id lahti --fi Lahti --sv Lahtis --en Lahti --action #0b5a2a --edge #1d7a3c [--languages fi,en] [--time-zone Europe/Helsinki]',
  summary: 'make a city; the contrast of its colours is checked',
  async run(words, environment) {
    const options = readOptions(words, {
      needed: ['id', 'fi', 'sv', 'en', 'action', 'edge'],
      optional: ['languages', 'time-zone'],
    });
    const city = cityOf(options, options.languages ?? 'fi,sv,en', options['time-zone'] ?? 'Europe/Helsinki');
    const faults = cityFaults(city);
    if (faults.length > 0)
      throw new CommandError(`The city was not made:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    await withDatabase(environment, (database, config) =>
      database.acrossCities(async (tx) => {
        const known = await readCities(tx);
        if (known.some(({ id }) => id === city.id)) throw new CommandError(`There is a city "${city.id}" already.`);
        await settleDeployment(tx, { isDemo: config.demo });
        await addCity(tx, city);
      }),
    );
    console.log(`${city.name.en} is made. A running server shows it within half a minute.`);
  },
};

export const cityList: Command = {
  name: ['city', 'list'],
  usage: 'city list',
  summary: 'the cities of this deployment',
  async run(_words, environment) {
    const cities = await withDatabase(environment, (database) => database.acrossCities(readCities));
    for (const { id, name, languages } of cities)
      console.log(`${id}\t${name.fi} / ${name.sv} / ${name.en}\t${languages.join(',')}`);
  },
};
