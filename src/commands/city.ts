import {
  addCity,
  type City,
  cityFaults,
  type Feedback,
  feedbackFaults,
  readCities,
  setFeedback,
} from '../kernel/cities.ts';
import { settleDeployment } from '../kernel/deployment.ts';
import { isLanguage } from '../kernel/languages.ts';
import { type Command, CommandError, readOptions, withDatabase } from './command.ts';

const cityOf = (
  options: Record<'id' | 'fi' | 'sv' | 'en' | 'action' | 'edge', string>,
  languages: string,
  timeZone: string,
  feedback: Feedback,
): City => ({
  id: options.id,
  name: { fi: options.fi, sv: options.sv, en: options.en },
  actionColor: options.action.toLowerCase(),
  edgeColor: options.edge.toLowerCase(),
  languages: languages.split(',').filter(isLanguage),
  timeZone,
  feedback,
});

const feedbackOptions = ['feedback-email', 'feedback-phone', 'feedback-page'] as const;

const feedbackOf = (options: Partial<Record<(typeof feedbackOptions)[number], string>>): Feedback => ({
  email: options['feedback-email'] ?? null,
  phone: options['feedback-phone'] ?? null,
  page: options['feedback-page'] ?? null,
});

const listed = (faults: readonly string[]): string => faults.map((fault) => `  ${fault}`).join('\n');

export const cityAdd: Command = {
  name: ['city', 'add'],
  usage:
    'city add --id lahti --fi Lahti --sv Lahtis --en Lahti --action #0b5a2a --edge #1d7a3c --feedback-email palaute@lahti.example [--feedback-phone <number>] [--feedback-page https://...] [--languages fi,en] [--time-zone Europe/Helsinki]',
  summary: 'make a city; the contrast of its colours is checked; one way to give feedback is needed',
  async run(words, environment) {
    const options = readOptions(words, {
      needed: ['id', 'fi', 'sv', 'en', 'action', 'edge'],
      optional: ['languages', 'time-zone', ...feedbackOptions],
    });
    const city = cityOf(
      options,
      options.languages ?? 'fi,sv,en',
      options['time-zone'] ?? 'Europe/Helsinki',
      feedbackOf(options),
    );
    const faults = cityFaults(city);
    if (faults.length > 0) throw new CommandError(`The city was not made:\n${listed(faults)}`);
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

export const cityFeedback: Command = {
  name: ['city', 'feedback'],
  usage:
    'city feedback --id lahti [--feedback-email palaute@lahti.example] [--feedback-phone <number>] [--feedback-page https://...]',
  summary: 'set where a city hears feedback; what is left out is taken away',
  async run(words, environment) {
    const options = readOptions(words, { needed: ['id'], optional: feedbackOptions });
    const feedback = feedbackOf(options);
    const faults = feedbackFaults(feedback);
    if (faults.length > 0) throw new CommandError(`Nothing was changed:\n${listed(faults)}`);
    const isSaved = await withDatabase(environment, (database) =>
      database.acrossCities((tx) => setFeedback(tx, options.id, feedback)),
    );
    if (!isSaved) throw new CommandError(`There is no city "${options.id}".`);
    console.log('Saved. A running server shows it within half a minute.');
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
