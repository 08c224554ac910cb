import { readCities } from '../kernel/cities.ts';
import { sealUseLog, verifyUseLog } from '../kernel/use-log.ts';
import { type Command, CommandError, readOptions, withDatabase } from './command.ts';

export const useLogVerify: Command = {
  name: ['use-log', 'verify'],
  usage: 'use-log verify [--city turku]',
  summary: "walk the use log's hash chain and name the first row that was altered or taken away",
  async run(words, environment) {
    const { city } = readOptions(words, { needed: [], optional: ['city'] });
    await withDatabase(environment, async (database) => {
      const cities = await database.acrossCities(readCities);
      for (const { id } of cities.filter((one) => city === undefined || one.id === city)) {
        await database.inCity(id, (tx) => sealUseLog(tx, id));
        const { rows, fault } = await database.inCity(id, (tx) => verifyUseLog(tx, id));
        if (fault) throw new CommandError(`${id}: row ${fault.seq} (${fault.logId}) was ${fault.what}.`);
        console.log(`${id}: ${rows} rows, whole`);
      }
    });
  },
};
