import { join } from 'node:path';
import { readStories } from '../demo/stories.ts';
import { type City, readCities } from '../kernel/cities.ts';
import { systemClock } from '../kernel/clock.ts';
import { readConfig } from '../kernel/config.ts';
import type { Database } from '../kernel/database.ts';
import type { Language } from '../kernel/languages.ts';
import { productFolder } from '../kernel/root.ts';
import { runAsOperator } from '../kernel/run-as-operator.ts';
import { compareSwaps, type Find, type Told } from '../know-how/bias/compare-swaps.ts';
import { languageParity } from '../know-how/bias/language-parity.ts';
import { readSets } from '../know-how/evaluation/read-sets.ts';
import { loadRecogniser } from '../know-how/recogniser/load-recogniser.ts';
import { labelIn } from '../know-how/vocabulary/types.ts';
import { type BiasRates, pool, readBiasRates } from '../matching/index.ts';
import { howToRead, tellParity, tellPool, tellRates, tellSwaps } from './bias-tables.ts';
import { type Command, CommandError, readOptions, withDatabase } from './command.ts';

const command = 'tuttu report bias';

type CityRates = { city: City; rates: BiasRates };

const readRates = async (database: Database, asked: string | undefined): Promise<CityRates[]> => {
  const cities = await database.acrossCities(readCities);
  const wanted = cities.filter(({ id }) => asked === undefined || id === asked);
  if (wanted.length === 0) throw new CommandError(asked ? `There is no city "${asked}".` : 'There is no city yet.');
  const all: CityRates[] = [];
  for (const city of wanted) {
    const where = { database, cityId: city.id, timeZone: city.timeZone, now: systemClock(), command };
    all.push({ city, rates: await runAsOperator(where, readBiasRates, undefined) });
  }
  return all;
};

/** What the demo's people tell, first and later. They are made up, so they are read on every deployment. */
const madeUpStories = (): Told[] =>
  readStories().people.flatMap(({ key, language, story, later }) => [
    { id: key, language, text: story },
    ...(later === '' ? [] : [{ id: `${key}, later`, language, text: later }]),
  ]);

const ourSets = join(productFolder, 'src/know-how/evaluation/sets');

const poolOf = (all: readonly CityRates[]) => {
  const sums = all.flatMap(({ rates }) => (rates.sums ? [rates.sums] : []));
  return sums.length > 1 ? pool(sums) : null;
};

export const reportBias: Command = {
  name: ['report', 'bias'],
  usage: 'report bias [--city turku] [--json]',
  summary:
    'how groups fare in matching, and whether names, gendered words or the language change what is found; reads who agreed to it (the demo: its made-up people)',
  async run(words, environment) {
    const isJson = words.includes('--json');
    const { city } = readOptions(
      words.filter((word) => word !== '--json'),
      { needed: [], optional: ['city'] },
    );
    const all = await withDatabase(environment, (database) => readRates(database, city));
    const { recogniser, vocabulary } = await loadRecogniser(readConfig(environment).dataFolder);
    const find: Find = (text, language) => recogniser.recognise({ text, language }).map(({ uri }) => uri);
    const swaps = compareSwaps(madeUpStories(), find);
    const texts = (await readSets(ourSets)).flatMap((set) => set.texts);
    const parity = languageParity(texts, find);
    const pooled = poolOf(all);
    if (isJson) {
      const cities = all.map(({ city: { id }, rates: { sums, ...rates } }) => ({ city: id, ...rates }));
      const { version, source } = vocabulary;
      console.log(JSON.stringify({ vocabulary: { version, source }, cities, pooled, swaps, parity }));
      return;
    }
    const skills = new Map((await vocabulary.read()).skills.map(({ uri, labels }) => [uri, labels]));
    const label = (uri: string, language: Language) => {
      const labels = skills.get(uri);
      return labels ? labelIn(labels, language) : uri;
    };
    const parts = [
      ...all.map(({ city: { name }, rates }) => tellRates(name.en, rates)),
      ...(pooled ? [tellPool(pooled)] : []),
      tellSwaps(swaps, label),
      `${tellParity(parity)}\n  Vocabulary: ${vocabulary.source}, ${vocabulary.skillCount} skills.`,
      howToRead,
    ];
    console.log(parts.join('\n\n'));
  },
};
