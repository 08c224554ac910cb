import type { Role } from '../src/kernel/actor.ts';
import { capacitiesOf } from '../src/kernel/capacities.ts';
import { dayIn } from '../src/kernel/clock.ts';
import { type Database, openDatabase } from '../src/kernel/database.ts';
import { runningDatabase } from '../src/kernel/embedded.ts';
import { startSession } from '../src/kernel/session.ts';
import { type Started, startProduct } from './product.ts';

export type Demo = Started & { dataFolder: string };

/** The demo on its embedded database in a folder of its own. */
export const startDemo = async (dataFolder: string): Promise<Demo> => ({
  ...(await startProduct({ environment: { TUTTU_DATA: dataFolder } })),
  dataFolder,
});

/** So many people of a role are tried for the one with the most to show. */
const tried = 12;
const busiestPage: Partial<Record<Role, string>> = {
  customer: '/matches',
  adviser: '/caseload',
  businessContact: '/challenges',
};

const cookiesOf = async (database: Database, role: Role): Promise<string[]> => {
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
  const cookies: string[] = [];
  for (const { id: personId } of people.filter(({ roles }) => roles.includes(role)).slice(0, tried)) {
    const capacities = await capacitiesOf(database, personId, dayIn('Europe/Helsinki', now));
    const capacity = capacities.find((one) => one.role === role);
    if (!capacity) continue;
    const start = { personId, capacity, kind: 'browser', now } as const;
    cookies.push(`tuttu=${await database.acrossCities((tx) => startSession(tx, start))}`);
  }
  return cookies;
};

/** The session cookie of the person in a role whose list is the longest: an empty page would weigh nothing. Null when nobody holds the role. */
export const signInAs = async ({ url, dataFolder }: Demo, role: Role): Promise<string | null> => {
  const database = openDatabase(runningDatabase(dataFolder) ?? '', { max: 1 });
  try {
    let fullest: { cookie: string; length: number } | null = null;
    for (const cookie of await cookiesOf(database, role)) {
      const response = await fetch(url + (busiestPage[role] ?? '/'), { headers: { cookie } });
      const { length } = await response.text();
      if (length > (fullest?.length ?? 0)) fullest = { cookie, length };
    }
    return fullest?.cookie ?? null;
  } finally {
    await database.close();
  }
};
