import { setMunicipality } from '../matching/index.ts';
import { type Command, CommandError, readOptions, withDatabase } from './command.ts';
import { requireCity } from './person.ts';

export const advertsCommand: Command = {
  name: ['adverts'],
  usage: 'adverts --city turku --municipality 853',
  summary: "set which municipality's open jobs a city shows (Statistics Finland's number); 'none' takes them away",
  async run(words, environment) {
    const { city: cityId, municipality } = readOptions(words, { needed: ['city', 'municipality'], optional: [] });
    if (municipality !== 'none' && !/^\d{3}$/.test(municipality))
      throw new CommandError(`municipality ${municipality}: three digits, such as 853, or none`);
    await withDatabase(environment, async (database) => {
      await requireCity(database, cityId);
      await database.inCity(cityId, (tx) => setMunicipality(tx, cityId, municipality === 'none' ? null : municipality));
    });
    console.log(
      municipality === 'none'
        ? 'Open jobs are shown no more.'
        : 'Saved. They are read at the next round, within six hours.',
    );
  },
};
