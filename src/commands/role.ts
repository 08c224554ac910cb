import { type Role, roles } from '../kernel/actor.ts';
import { dayIn, systemClock } from '../kernel/clock.ts';
import { joinCity } from '../kernel/register-person.ts';
import { type Command, CommandError, readOptions, withDatabase } from './command.ts';
import { personOf, requireCity } from './person.ts';

const roleOf = (text: string): Role => {
  const role = roles.find((known) => known === text);
  if (!role) throw new CommandError(`There is no role "${text}". Roles: ${roles.join(', ')}.`);
  return role;
};

const today = (): string => dayIn('Europe/Helsinki', systemClock());

export const roleGive: Command = {
  name: ['role', 'give'],
  usage:
    'role give --city turku --issuer <url> --subject <id> --name "Maija Virtanen" --role administrator [--email <address>]',
  summary: 'let a person of an identity provider act in a role; the first administrator is made so',
  async run(words, environment) {
    const options = readOptions(words, { needed: ['city', 'issuer', 'subject', 'name', 'role'], optional: ['email'] });
    const role = roleOf(options.role);
    await withDatabase(environment, async (database) => {
      await requireCity(database, options.city);
      const personId = await personOf(database, options);
      await database.inCity(options.city, (tx) =>
        joinCity(tx, {
          cityId: options.city,
          personId,
          name: options.name,
          email: options.email ?? null,
          language: 'fi',
          roles: [role],
          fromOn: today(),
        }),
      );
    });
    console.log(`${options.name} is now ${role} in ${options.city}.`);
  },
};

export const roleEnd: Command = {
  name: ['role', 'end'],
  usage: 'role end --city turku --issuer <url> --subject <id> --role adviser',
  summary: 'take a role away; the next request is refused',
  async run(words, environment) {
    const options = readOptions(words, { needed: ['city', 'issuer', 'subject', 'role'], optional: [] });
    const role = roleOf(options.role);
    const ended = await withDatabase(environment, async (database) => {
      const person = await database.acrossCities((tx) =>
        tx
          .selectFrom('person')
          .select('id')
          .where('issuer', '=', options.issuer)
          .where('subject', '=', options.subject)
          .executeTakeFirst(),
      );
      if (!person) throw new CommandError('Nobody has logged in with that issuer and subject.');
      const result = await database.inCity(options.city, (tx) =>
        tx
          .updateTable('roleAssignment')
          .set({ toOn: today() })
          .where('cityId', '=', options.city)
          .where('personId', '=', person.id)
          .where('role', '=', role)
          .where('toOn', 'is', null)
          .executeTakeFirst(),
      );
      return Number(result.numUpdatedRows);
    });
    console.log(ended > 0 ? `The role ${role} has ended.` : 'They did not hold that role.');
  },
};
