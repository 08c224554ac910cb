import { once } from 'node:events';
import { promisify } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { beforeAll, describe, expect, test } from 'vitest';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { columnsIn, isPersonal } from '../kernel/data-map.ts';
import { readPlan } from '../path/read-plan.ts';
import { type Circle, makeCircle } from '../testing/circle.ts';
import { testWorld } from '../testing/database.ts';
import { dataMap } from './data-map.ts';
import { type Canary, plantCanaries } from './fixtures.ts';
import { readMyData, takeMyData } from './read-my-data.ts';
import { schemaOf, toDocument, toZip } from './take-along.ts';

const fromBuffer = promisify<Buffer, yauzl.Options, ZipFile>(yauzl.fromBuffer);
const world = await testWorld();
let mine: Circle;
let others: Circle;
let planted: Canary[] = [];
let theirs: Canary[] = [];
beforeAll(async () => {
  mine = await makeCircle(world, { name: 'mine', city: 'turku' });
  others = await makeCircle(world, { name: 'others', city: 'turku' });
  planted = await plantCanaries(world.migratorUrl, mine);
  theirs = await plantCanaries(world.migratorUrl, others);
}, 60_000);

/** What stands in an archive, as another program reads it: with its sums checked. */
const namesIn = async (bytes: Buffer): Promise<string[]> => {
  const archive = await fromBuffer(bytes, { lazyEntries: true });
  const names: string[] = [];
  archive.on('entry', (entry: Entry) => {
    names.push(entry.fileName);
    archive.readEntry();
  });
  archive.readEntry();
  await once(archive, 'end');
  return names;
};

const take = () => world.run(mine.customer.actor, (work) => takeMyData(work), undefined);
const nameOf = (table: string): string => {
  const map = dataMap[table];
  return map && isPersonal(map) ? map.as : '';
};
const isRead = ({ table, column }: Canary) => {
  const map = dataMap[table];
  if (map === undefined || !isPersonal(map)) return false;
  return ![...columnsIn(map.keys), ...columnsIn(map.sealed)].includes(column);
};

describe('everything about me', () => {
  test('has every text that was put into any table of mine', async () => {
    const document = JSON.stringify(toDocument(await take()));
    expect(planted.length).toBeGreaterThan(70);
    const missing = planted.filter(isRead).filter(({ mark }) => !document.includes(mark));
    expect(missing).toEqual([]);
  });

  test("has none of anybody else's", async () => {
    const document = JSON.stringify(toDocument(await take()));
    expect(theirs.length).toBeGreaterThan(70);
    expect(theirs.filter(({ mark }) => document.includes(mark))).toEqual([]);
    expect(document).not.toContain(others.customer.customerId);
  });

  test('has a row of each table that a circle has one in', async () => {
    const { tables } = await take();
    // What is a person's, such as their sessions, is made by acting.
    const isCustomers = (table: string): boolean => {
      const map = dataMap[table];
      if (!map || !isPersonal(map)) return false;
      return 'through' in map.whose ? isCustomers(map.whose.through) : 'customer' in map.whose;
    };
    const of = tables.filter(({ as, table }) => isCustomers(table) && as === nameOf(table));
    expect(of.length).toBeGreaterThan(40);
    expect(of.filter(({ count, rows }) => count === 0 || rows.length !== count).map(({ as }) => as)).toEqual([]);
  });

  test('says who looked, when and why', async () => {
    const refused = world.run(others.adviser.actor, readPlan, { customerId: mine.customer.customerId });
    await expect(refused).rejects.toMatchObject({ code: 'notFound' });
    const { tables } = await take();
    const lookers = tables.find(({ as }) => as === 'lookers');
    // Who was refused has not looked.
    expect(lookers?.rows.map((row) => row.isAllowed)).not.toContain(false);
    expect(lookers?.rows).toContainEqual(
      expect.objectContaining({ personName: mine.adviser.actor.name, section: 'plan', why: 'plan page' }),
    );
  });

  test('fits its own schema, and a column that is left out does not', async () => {
    const data = await take();
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const holds = ajv.compile(schemaOf(data));
    const document = toDocument(data);
    expect(holds(document), JSON.stringify(holds.errors)).toBe(true);
    const { stories } = document.data;
    expect(
      holds({ ...document, data: { ...document.data, stories: { ...stories, rows: [{ language: 'fi' }] } } }),
    ).toBe(false);
  });

  test('leaves as a ZIP in which each table is a CSV', async () => {
    const data = await take();
    const bytes = toZip(data, 'Luettelo');
    const names = await namesIn(bytes);
    expect(names).toContain('my-data.json');
    expect(names).toContain('csv/stories.csv');
    expect(names).not.toContain('csv/sessions.csv');
  });

  test('is read by its owner without a row in the log, and taken along with one', async () => {
    const rows = () =>
      world.database.inCity('turku', (tx) =>
        tx
          .selectFrom('useLog')
          .select(['action', 'why'])
          .where('cityId', '=', 'turku')
          .where('section', '=', 'myData')
          .where('customerId', '=', others.customer.customerId)
          .execute(),
      );
    await world.run(others.customer.actor, (work) => readMyData(work), undefined);
    expect(await rows()).toEqual([]);
    await world.run(others.customer.actor, (work) => takeMyData(work), undefined);
    expect(await rows()).toEqual([{ action: 'export', why: 'took own data along' }]);
  });

  test('of somebody who works here is what is about them, and none of their customers', async () => {
    const { tables } = await world.run(mine.adviser.actor, (work) => readMyData(work), undefined);
    const of = (as: string) => tables.find((table) => table.as === as)?.rows ?? [];
    expect(of('register')).toEqual([expect.objectContaining({ name: mine.adviser.actor.name })]);
    expect(of('whatIDid')).toContainEqual(expect.objectContaining({ why: 'plan page' }));
    expect(of('myCustomers').length).toBeGreaterThan(0);
    const text = JSON.stringify(tables);
    expect(planted.filter(({ mark }) => text.includes(mark))).toEqual([]);
    expect(of('stories')).toEqual([]);
  });
});
