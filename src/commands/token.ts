import { capacitiesOf } from '../kernel/capacities.ts';
import { dayIn, systemClock } from '../kernel/clock.ts';
import { startSession } from '../kernel/session.ts';
import { type Command, CommandError, readOptions, withDatabase } from './command.ts';

export const token: Command = {
  name: ['token'],
  usage: 'token --as aino-lehtonen [--role customer] [--city turku] [--hours 1]',
  summary: 'print an access token of a demo person, for trying the API',
  async run(words, environment) {
    const options = readOptions(words, { needed: ['as'], optional: ['role', 'city', 'hours'] });
    const hours = Number(options.hours ?? 1);
    if (!(hours > 0 && hours <= 24)) throw new CommandError('--hours: more than 0, at most 24');
    const printed = await withDatabase(environment, async (database, config) => {
      if (!config.demo) throw new CommandError('Tokens are printed for demo people only. Real people log in.');
      const now = systemClock();
      const person = await database.acrossCities((tx) =>
        tx.selectFrom('person').select('id').where('subject', '=', options.as).executeTakeFirst(),
      );
      if (!person) throw new CommandError(`There is no demo person "${options.as}". The log-in page lists them.`);
      const capacities = await capacitiesOf(database, person.id, dayIn('Europe/Helsinki', now));
      const capacity = capacities.find(
        ({ role, cityId }) => role === (options.role ?? role) && cityId === (options.city ?? cityId),
      );
      if (!capacity) throw new CommandError('They hold no such role there.');
      return database.acrossCities((tx) =>
        startSession(tx, { personId: person.id, capacity, kind: 'token', now, lifetime: hours * 3_600_000 }),
      );
    });
    console.log(printed);
  },
};
