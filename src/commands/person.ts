import type { Database } from '../kernel/database.ts';
import { newId } from '../kernel/ids.ts';
import { CommandError } from './command.ts';

/** Throws for a city that is not there. */
export const requireCity = (database: Database, cityId: string): Promise<void> =>
  database.acrossCities(async (tx) => {
    const city = await tx.selectFrom('city').select('id').where('id', '=', cityId).executeTakeFirst();
    if (!city) throw new CommandError(`There is no city "${cityId}".`);
  });

/** The person an identity provider knows by this subject; made when they have not logged in yet. */
export const personOf = (
  database: Database,
  { issuer, subject }: { issuer: string; subject: string },
): Promise<string> =>
  database.acrossCities(async (tx) => {
    const known = await tx
      .selectFrom('person')
      .select('id')
      .where('issuer', '=', issuer)
      .where('subject', '=', subject)
      .executeTakeFirst();
    if (known) return known.id;
    const id = newId();
    await tx
      .insertInto('person')
      .values({ id, issuer, subject, language: 'fi', identityCodeSealed: null, identityCodeLookup: null })
      .execute();
    return id;
  });
