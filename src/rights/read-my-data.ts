import { access } from '../kernel/access/access.ts';
import type { Work } from '../kernel/work.ts';
import { type OwnedTable, readOwned } from './read-owned.ts';

export type MyData = {
  cityId: string;
  name: string;
  madeAt: Date;
  tables: OwnedTable[];
};

const read = async (work: Work, most: number | null = null): Promise<MyData> => {
  const { tx, cityId, actor, now } = work;
  const owner = { cityId, personId: actor.personId, customerId: actor.customerId };
  return { cityId, name: actor.name, madeAt: now, tables: await readOwned(tx, owner, most) };
};

/** How many rows of a table a page may show. */
const newestShown = 20;

const own = ({ actor }: Work) => ({ relations: ['own'] as const, customerId: actor.customerId });

/** What is held about the actor in this city, and who looked (GDPR, article 15): how much, and the newest rows of each table. Who is no customer here reads what is about them in the role they act in. */
export const readMyData = (work: Work): Promise<MyData> => {
  access.authorise(work, { section: 'myData', action: 'read', why: 'own data', ...own(work) });
  return read(work, newestShown);
};

/** What every row of an export may hold, by its tables without their rows: for its schema. */
export const readMyDataShape = (work: Work): Promise<MyData> => {
  access.authorise(work, { section: 'myData', action: 'read', why: 'own data', ...own(work) });
  return read(work, 0);
};

/** All of it, to take along (article 20); written into the use log. */
export const takeMyData = (work: Work): Promise<MyData> => {
  access.authorise(work, { section: 'myData', action: 'export', why: 'took own data along', ...own(work) });
  return read(work);
};
