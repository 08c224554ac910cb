import { openBusiness } from '../business/index.ts';
import { dayIn, systemClock } from '../kernel/clock.ts';
import type { Database } from '../kernel/database.ts';
import { Problem } from '../kernel/problem.ts';
import { joinCity } from '../kernel/register-person.ts';
import { createSay } from '../kernel/say.ts';
import { catalogues } from '../messages/index.ts';
import { type Command, CommandError, readOptions, withDatabase } from './command.ts';
import { personOf, requireCity } from './person.ts';

type Contact = { issuer: string; subject: string; contact: string; email: string | null };

/** Who acts for the business: named wholly or not at all. */
const contactOf = (options: Partial<Record<'issuer' | 'subject' | 'contact' | 'email', string>>): Contact | null => {
  const { issuer, subject, contact, email = null } = options;
  if (issuer && subject && contact) return { issuer, subject, contact, email };
  if (issuer || subject || contact || email)
    throw new CommandError('A contact needs --issuer, --subject and --contact.');
  return null;
};

const saysWhy = (error: unknown): never => {
  if (!(error instanceof Problem) || error.fields.length === 0) throw error;
  const say = createSay(catalogues);
  const faults = error.fields.map(({ field, message, values }) => `  ${field}: ${say('en', message, values ?? {})}`);
  throw new CommandError(`The business was not opened:\n${faults.join('\n')}`);
};

type Wish = { cityId: string; name: string; businessCode: string; area: string; contact: Contact | null };

const open = async (database: Database, { contact, ...business }: Wish): Promise<string> => {
  const { cityId } = business;
  const now = systemClock();
  const fromOn = dayIn('Europe/Helsinki', now);
  const personId = contact && (await personOf(database, contact));
  return database.inCity(cityId, async (tx) => {
    if (contact && personId) {
      const { contact: name, email } = contact;
      await joinCity(tx, { cityId, personId, name, email, language: 'fi', roles: [], fromOn });
    }
    return openBusiness(tx, { ...business, contactIds: personId ? [personId] : [], fromOn, now });
  });
};

export const businessOpen: Command = {
  name: ['business', 'open'],
  usage:
    'business open --city turku --code 1234567-1 --name "Leipomo Oy" [--area Martti] [--issuer <url> --subject <id> --contact "Maija Virtanen" [--email <address>]]',
  summary: 'bring a business into a city, with somebody who acts for it from today',
  async run(words, environment) {
    const options = readOptions(words, {
      needed: ['city', 'code', 'name'],
      optional: ['area', 'issuer', 'subject', 'contact', 'email'],
    });
    const contact = contactOf(options);
    const { city: cityId, name, code: businessCode, area = '' } = options;
    const id = await withDatabase(environment, async (database) => {
      await requireCity(database, cityId);
      return open(database, { cityId, name, businessCode, area, contact }).catch(saysWhy);
    });
    console.log(`${name} is open in ${cityId}: ${id}`);
  },
};
