import { sql } from 'kysely';
import type { Role } from '../src/kernel/actor.ts';
import { type Database, openDatabase } from '../src/kernel/database.ts';
import { startSession } from '../src/kernel/session.ts';
import type { Asked } from './load.ts';
import { bigCity, type FilledPostgres } from './postgres.ts';

/** Many, since requests are limited by person. */
const people = 300;

type Asker = { personId: string; businessId: string | null; path: string };

const consenting = (database: Database): Promise<Asker[]> =>
  database.inCity(bigCity, async (tx) => {
    const { rows } = await sql<Asker>`
      select c.person_id, null as business_id, '/matches' as path from customer c
      where c.city_id = ${bigCity} and exists (
        select from consent a where a.city_id = c.city_id and a.customer_id = c.id and a.what = 'matching' and a.withdrawn_at is null)
      order by md5(c.id::text) limit ${people}`.execute(tx);
    return rows;
  });

const advisers = (database: Database): Promise<Asker[]> =>
  database.inCity(bigCity, async (tx) => {
    const { rows } = await sql<Asker>`
      select distinct adviser_id as person_id, null as business_id, '/caseload' as path from caseload
      where city_id = ${bigCity} and kind = 'adviser' limit ${people}`.execute(tx);
    return rows;
  });

const contacts = (database: Database): Promise<Asker[]> =>
  database.inCity(bigCity, async (tx) => {
    const { rows } = await sql<Asker>`
      select * from (
        select distinct on (b.person_id) b.person_id, b.business_id, '/challenges/' || c.id as path
        from business_contact b join challenge c on c.city_id = b.city_id and c.business_id = b.business_id and c.state = 'published'
        where b.city_id = ${bigCity} order by b.person_id, c.id) each
      order by md5(person_id::text) limit ${people}`.execute(tx);
    return rows;
  });

const startAll = (database: Database, role: Role, all: readonly Asker[]): Promise<Asked[]> =>
  database.acrossCities(async (tx) => {
    const requests: Asked[] = [];
    for (const { personId, businessId, path } of all) {
      const capacity = { cityId: bigCity, role, businessId };
      const token = await startSession(tx, { personId, capacity, kind: 'browser', now: new Date() });
      // A browser takes compressed pages.
      requests.push({ path, headers: { cookie: `tuttu=${token}`, 'accept-encoding': 'gzip' } });
    }
    return requests;
  });

/** The three pages that are asked for most, each for many people who have logged in. */
export const askers = async ({ url }: FilledPostgres): Promise<{ name: string; requests: Asked[] }[]> => {
  const database = openDatabase(url, { max: 1 });
  try {
    return [
      { name: 'matches', requests: await startAll(database, 'customer', await consenting(database)) },
      { name: 'caseload', requests: await startAll(database, 'adviser', await advisers(database)) },
      { name: 'count', requests: await startAll(database, 'businessContact', await contacts(database)) },
    ];
  } finally {
    await database.close();
  }
};

/** A session unused for a minute is written at its next use. That write is not measured: the bare route would not do it. */
export const refreshSessions = async ({ url }: FilledPostgres): Promise<void> => {
  const database = openDatabase(url, { max: 1 });
  await database.acrossCities((tx) => tx.updateTable('session').set({ seenAt: new Date() }).execute());
  await database.close();
};
