import type { Role } from '../src/kernel/actor.ts';
import { capacitiesOf } from '../src/kernel/capacities.ts';
import { dayIn } from '../src/kernel/clock.ts';
import { openDatabase } from '../src/kernel/database.ts';
import { runningDatabase } from '../src/kernel/embedded.ts';
import { startSession } from '../src/kernel/session.ts';
import { type Started, startProduct } from './product.ts';

/** The demo on its embedded database in a folder of its own. */
export const startDemo = (dataFolder: string): Promise<Started> =>
  startProduct({ environment: { TUTTU_DATA: dataFolder } });

/** A session cookie of the first demo person who holds each of the roles, the featured ones first; roles nobody holds are left out. */
export const signInAs = async (dataFolder: string, roles: readonly Role[]): Promise<Map<Role, string>> => {
  const database = openDatabase(runningDatabase(dataFolder) ?? '', { max: 1 });
  const cookies = new Map<Role, string>();
  try {
    const people = await database.acrossCities((tx) =>
      tx
        .selectFrom('demoPerson as d')
        .innerJoin('person as p', 'p.subject', 'd.subject')
        .select(['p.id', 'd.roles'])
        .orderBy('d.isFeatured', 'desc')
        .orderBy('d.sortOrder')
        .execute(),
    );
    const now = new Date();
    for (const role of roles) {
      const person = people.find((one) => one.roles.includes(role));
      if (!person) continue;
      const capacities = await capacitiesOf(database, person.id, dayIn('Europe/Helsinki', now));
      const capacity = capacities.find((one) => one.role === role);
      if (!capacity) continue;
      const start = { personId: person.id, capacity, kind: 'browser', now } as const;
      cookies.set(role, `tuttu=${await database.acrossCities((tx) => startSession(tx, start))}`);
    }
    return cookies;
  } finally {
    await database.close();
  }
};
