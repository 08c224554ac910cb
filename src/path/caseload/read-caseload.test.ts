import { type KyselyPlugin, sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { askForDocument } from '../../dialogue/documents/ask-for-document.ts';
import { giveDocument } from '../../dialogue/documents/give-document.ts';
import { openDocument } from '../../dialogue/documents/open-document.ts';
import { sayNotHad } from '../../dialogue/documents/say-not-had.ts';
import { aPdf } from '../../kernel/files/fixtures.ts';
import { setTerm } from '../../kernel/terms.ts';
import type { Work } from '../../kernel/work.ts';
import { addKnowHow } from '../../know-how/add-know-how.ts';
import { readCustomerKnowHow } from '../../know-how/index.ts';
import { showItem } from '../../know-how/profile/item-audiences.ts';
import type { Made, MadeCustomer } from '../../testing/builders.ts';
import { testWorld } from '../../testing/database.ts';
import { assignCustomer } from '../assign-customer.ts';
import { pathFixtures } from '../fixtures.ts';
import { readCustomer } from '../read-customer.ts';
import { readPlan } from '../read-plan.ts';
import { recordTalk } from '../rhythm/record-talk.ts';
import { setJobSearch } from '../rhythm/set-job-search.ts';
import { byFinnishName } from './names.ts';
import { readCaseload, readCaseloadInput } from './read-caseload.ts';

const world = await testWorld();
const { run, database } = world;
const { aPair, byAdviser, byCustomer, anAgreed, aYes, usesOf, movesOf } = pathFixtures(world);

type Asked = z.input<typeof readCaseloadInput>;
const listOf = ({ actor }: Made, asked: Asked = {}) => run(actor, readCaseload, readCaseloadInput.parse(asked));
const namesOf = async (adviser: Made, asked: Asked = {}) =>
  (await listOf(adviser, asked)).customers.map(({ name }) => name);

/** Customers of one adviser by their names. */
const aCaseload = async (names: readonly string[]) => {
  const adviser = await world.anAdviser();
  const customers = new Map<string, MadeCustomer>();
  for (const name of names) customers.set(name, await world.aCustomer({ name, adviser }));
  const of = (name: string) => customers.get(name) as MadeCustomer;
  return { adviser, of };
};

describe('the caseload', () => {
  test("shows the adviser's own customers by surname, with what waits", async () => {
    const first = await aPair();
    const { adviser } = first;
    const aino = await world.aCustomer({ name: 'Aino Öhman', adviser, consents: ['adviserKnowHow'] });
    await world.aCustomer({ name: 'Bo Åkerlund' });
    await byAdviser(first);
    await byCustomer({ liisa: aino, adviser });
    await aYes(aino.customerId, { title: 'Aamun kiire' });
    const list = await listOf(adviser);
    expect(list).toMatchObject({ found: 2, all: 2, next: null, previous: null });
    expect(list.customers).toMatchObject([
      { name: 'Liisa Laine', area: 'Varissuo', waitsForCustomer: 1, waitsForUs: 0, keptSkills: null, latestYes: null },
      { name: 'Aino Öhman', waitsForCustomer: 0, waitsForUs: 1, keptSkills: 0, latestYes: { title: 'Aamun kiire' } },
    ]);
    expect(await namesOf(adviser, { show: 'waitsForUs' })).toEqual(['Aino Öhman']);
    expect(await namesOf(adviser, { show: 'waitsForCustomer' })).toEqual(['Liisa Laine']);
    expect(await namesOf(adviser, { show: 'saidYes' })).toEqual(['Aino Öhman']);
    expect(await namesOf(adviser, { show: ['saidYes', 'waitsForUs'] })).toEqual(['Aino Öhman']);
    expect(await namesOf(adviser, { show: ['saidYes', 'waitsForCustomer'] })).toEqual([]);
    expect(await namesOf(adviser, { name: 'öh' })).toEqual(['Aino Öhman']);
    expect(await namesOf(adviser, { name: 'ÖHMAN ai' })).toEqual(['Aino Öhman']);
    expect(await namesOf(adviser, { name: 'åkerlund' })).toEqual([]);
  });

  test('is in the order of the Finnish alphabet, whatever the database’s own is', async () => {
    const names = [
      'Ida Öhman',
      'Aino Äijälä',
      'Bo Åkerlund',
      'Wille Virta',
      'Anna Zetterberg',
      'Liisa Laine',
      'Aino Laine',
    ];
    const { adviser } = await aCaseload(names);
    const sorted = names
      .map((name) => ({ name }))
      .sort(byFinnishName)
      .map(({ name }) => name);
    expect(await namesOf(adviser)).toEqual(sorted);
    expect(await namesOf(adviser, { order: 'desc' })).toEqual(sorted.toReversed());
  });

  test('is read 25 at a time from a place in it, there and back, and only who was shown is logged', async () => {
    const names = Array.from({ length: 60 }, (_, at) => `Etu Suku${at + 10}`);
    const { adviser, of } = await aCaseload(names);
    const first = await listOf(adviser);
    expect(first).toMatchObject({ found: 60, previous: null });
    expect(await usesOf(of('Etu Suku40').customerId)).toEqual([]);
    const second = await listOf(adviser, { after: first.next ?? '' });
    const third = await listOf(adviser, { after: second.next ?? '' });
    const shown = [first, second, third].flatMap(({ customers }) => customers.map(({ name }) => name));
    expect(shown).toEqual(names);
    expect(third.next).toBeNull();
    const back = await listOf(adviser, { before: third.previous ?? '' });
    expect(back.customers).toEqual(second.customers);
    const start = await listOf(adviser, { before: back.previous ?? '' });
    expect(start).toMatchObject({ customers: first.customers, previous: null, next: first.next });
    expect((await usesOf(of('Etu Suku40').customerId))[0]).toEqual({
      ...{ role: 'adviser', section: 'caseload', action: 'list', isAllowed: true },
    });
  });

  test('stays at the beginning when the place asked for is not the adviser’s', async () => {
    const { adviser } = await aCaseload(['Aino Aalto']);
    const stranger = await world.aCustomer();
    expect(await namesOf(adviser, { after: stranger.customerId })).toEqual(['Aino Aalto']);
  });

  test('moves to another adviser at once', async () => {
    const own = await aPair();
    const next = await world.anAdviser();
    const assign = (adviserId: string) =>
      database.inCity('turku', (tx) =>
        assignCustomer(tx, { cityId: 'turku', adviserId, customerId: own.liisa.customerId, fromOn: '2026-03-02' }),
      );
    await assign(next.personId);
    await assign(next.personId);
    const { customerId } = own.liisa;
    await expect(run(own.adviser.actor, readPlan, { customerId })).rejects.toMatchObject({ code: 'notFound' });
    expect((await run(next.actor, readPlan, { customerId })).customer.name).toBe('Liisa Laine');
    expect([await namesOf(own.adviser), await namesOf(next)]).toEqual([[], ['Liisa Laine']]);
    const rows = await database.inCity('turku', (tx) =>
      tx.selectFrom('caseload').select('toOn').where('customerId', '=', customerId).execute(),
    );
    expect(rows.filter(({ toOn }) => toOn === null)).toHaveLength(1);
  });

  test('asks the database as often for many customers as for one', async () => {
    const { adviser } = await aCaseload(Array.from({ length: 30 }, (_, at) => `Etu Suku${at}`));
    const small = await aCaseload(['Aino Aalto']);
    const counted = async (who: Made) => {
      let count = 0;
      const plugin: KyselyPlugin = {
        transformQuery: ({ node }) => {
          count += 1;
          return node;
        },
        transformResult: async ({ result }) => result,
      };
      const read = (work: Work) =>
        readCaseload({ ...work, tx: work.tx.withPlugin(plugin) }, readCaseloadInput.parse({}));
      await run(who.actor, read, undefined);
      return count;
    };
    const [many, one] = [await counted(adviser), await counted(small.adviser)];
    expect(many).toBe(one);
    expect(one).toBeGreaterThan(2);
  });
});

describe('a filter', () => {
  const today = '2026-03-02';

  test('finds who is new, and who has not been touched for as long as the city says', async () => {
    const { adviser, of } = await aCaseload(['Aino Uusi', 'Bo Vanha']);
    const long = '2025-12-01';
    await database.inCity('turku', (tx) =>
      tx.updateTable('caseload').set({ fromOn: long }).where('customerId', '=', of('Bo Vanha').customerId).execute(),
    );
    expect(await namesOf(adviser, { show: 'newToMe' })).toEqual(['Aino Uusi']);
    expect(await namesOf(adviser, { show: 'untouched' })).toEqual(['Bo Vanha']);
    await byAdviser({ adviser, liisa: of('Bo Vanha') });
    expect(await namesOf(adviser, { show: 'untouched' })).toEqual([]);
    const { counts, newDays, untouchedDays } = await listOf(adviser);
    expect({ newDays, untouchedDays, newToMe: counts.newToMe }).toEqual({ newDays: 14, untouchedDays: 60, newToMe: 1 });
  });

  test('finds who has nothing agreed, and whose step’s day has gone by', async () => {
    const { adviser, of } = await aCaseload(['Aino Aalto', 'Bo Berg']);
    await anAgreed({ adviser, liisa: of('Aino Aalto') }, { dueOn: '2026-03-20' });
    expect(await namesOf(adviser, { show: 'nothingAgreed' })).toEqual(['Bo Berg']);
    expect(await namesOf(adviser, { show: 'overdue' })).toEqual([]);
    world.clock.set('2026-03-21T09:00:00Z');
    try {
      expect(await listOf(adviser, { show: 'overdue' })).toMatchObject({
        customers: [{ name: 'Aino Aalto', stepDueOn: '2026-03-20', agreed: 1 }],
      });
    } finally {
      world.clock.set('2026-03-02T07:00:00Z');
    }
  });

  test('finds whose talk of the law’s rhythm is due, as soon as the job search is written down and until the talk is', async () => {
    const { adviser, of } = await aCaseload(['Aino Aalto', 'Bo Berg']);
    const { customerId } = of('Aino Aalto');
    await run(adviser.actor, setJobSearch, { customerId, begunOn: '2026-02-20', version: 0 });
    expect(await listOf(adviser, { show: 'talkDue' })).toMatchObject({
      customers: [{ name: 'Aino Aalto', talkDueOn: '2026-03-06' }],
    });
    await run(adviser.actor, recordTalk, {
      ...{ customerId, kind: 'firstInterview', heldOn: today, how: 'inPerson', howWhy: '' },
    });
    expect(await listOf(adviser, { show: 'talkDue' })).toMatchObject({ customers: [], counts: { talkDue: 0 } });
    expect((await listOf(adviser, { sort: 'talkDue' })).customers[0]).toMatchObject({ talkDueOn: '2026-06-02' });
  });

  test('asks how near a talk is and how lately a yes was said by the city’s own days', async () => {
    const { adviser, of } = await aCaseload(['Aino Aalto', 'Bo Berg']);
    await aYes(of('Bo Berg').customerId, { title: 'Aamun kiire' });
    const decide = (name: 'talkSoonDays' | 'latelyDays', value: number) =>
      database.inCity('turku', (tx) =>
        setTerm(tx, { cityId: 'turku', name, value, fromOn: '2026-05-02', source: 'Turku, section 3' }),
      );
    await decide('talkSoonDays', 21);
    await decide('latelyDays', 90);
    const found = async (day: string) => {
      world.clock.set(`${day}T09:00:00Z`);
      const { counts, talkSoonDays, latelyDays } = await listOf(adviser);
      return { talkDue: counts.talkDue, saidYes: counts.saidYes, talkSoonDays, latelyDays };
    };
    try {
      world.clock.set('2026-04-30T09:00:00Z');
      const { customerId } = of('Aino Aalto');
      await run(adviser.actor, setJobSearch, { customerId, begunOn: '2026-04-30', version: 0 });
      expect(await found('2026-05-01')).toEqual({ talkDue: 0, saidYes: 0, talkSoonDays: 7, latelyDays: 30 });
      expect(await found('2026-05-02')).toEqual({ talkDue: 1, saidYes: 1, talkSoonDays: 21, latelyDays: 90 });
      const kinds = (await movesOf(adviser)).map(({ kind }) => kind);
      expect(kinds).toEqual(expect.arrayContaining(['customerSaidYes', 'talkDue']));
    } finally {
      world.clock.set('2026-03-02T07:00:00Z');
    }
  });

  test('finds who is met today, who cannot be reached and who has restricted the use of their data', async () => {
    const { adviser, of } = await aCaseload(['Aino Tapaa', 'Bo Vaiti', 'Cia Rajoitti', 'Dan Muu']);
    await database.inCity('turku', async (tx) => {
      const times = { startsAt: new Date('2026-03-02T12:00:00Z'), endsAt: new Date('2026-03-02T12:30:00Z') };
      await tx
        .insertInto('appointment')
        .values({
          ...{ cityId: 'turku', id: crypto.randomUUID(), customerId: of('Aino Tapaa').customerId, ...times },
          ...{ professionalId: adviser.personId, role: 'adviser', kind: 'other', state: 'booked', way: 'phone' },
          ...{
            interpreter: null,
            message: '',
            place: '',
            cancelledBy: null,
            bookedAt: world.clock(),
            createdAt: world.clock(),
            changedAt: world.clock(),
          },
        })
        .execute();
      await tx
        .updateTable('customer')
        .set({ wantsNotices: false })
        .where('id', '=', of('Bo Vaiti').customerId)
        .execute();
      await tx
        .insertInto('restriction')
        .values({
          cityId: 'turku',
          id: crypto.randomUUID(),
          customerId: of('Cia Rajoitti').customerId,
          madeAt: world.clock(),
          endedAt: null,
        })
        .execute();
    });
    expect(await namesOf(adviser, { show: 'meetsToday' })).toEqual(['Aino Tapaa']);
    expect(await namesOf(adviser, { show: 'cannotBeReached' })).toEqual(['Bo Vaiti']);
    expect(await namesOf(adviser, { show: 'restricted' })).toEqual(['Cia Rajoitti']);
    const { counts, customers } = await listOf(adviser, { sort: 'meets' });
    expect(counts).toMatchObject({ meetsToday: 1, cannotBeReached: 1, restricted: 1, newToMe: 4, nothingAgreed: 4 });
    expect(customers[0]).toMatchObject({ name: 'Aino Tapaa', meetsToday: true });
    expect(customers.find(({ name }) => name === 'Cia Rajoitti')).toMatchObject({ isRestricted: true });
  });
});

test('every column puts the list in order both ways, and pages go on where they ended', async () => {
  const { adviser, of } = await aCaseload(Array.from({ length: 27 }, (_, at) => `Etu Suku${at + 10}`));
  await byCustomer({ adviser, liisa: of('Etu Suku30') });
  for (const sort of readCaseloadInput.shape.sort.unwrap().options)
    for (const order of ['asc', 'desc'] as const) {
      const first = await listOf(adviser, { sort, order });
      const rest = await listOf(adviser, { sort, order, after: first.next ?? '' });
      const all = [...first.customers, ...rest.customers].map(({ customerId }) => customerId);
      expect(new Set(all).size, `${sort} ${order}`).toBe(27);
    }
  expect((await namesOf(adviser, { sort: 'waits' }))[0]).toBe('Etu Suku30');
});

test('a social worker’s list counts what is theirs, and has no filter, order or fact of the adviser’s', async () => {
  const { adviser, of } = await aCaseload(['Aino Aalto', 'Bo Berg']);
  const [aino, bo] = [of('Aino Aalto'), of('Bo Berg')];
  const worker = await world.aSocialWorker({ caseload: [aino, bo] });
  await byCustomer({ adviser, liisa: aino });
  await aYes(aino.customerId, { title: 'Aamun kiire' });
  const wish = {
    customerId: bo.customerId,
    title: 'Todistus',
    why: '',
    class: 'certificate',
    untilOn: '2026-03-16',
  } as const;
  await run(worker.actor, askForDocument, { ...wish, ground: 'plan' });
  const { counts, customers } = await listOf(worker);
  expect(counts).toMatchObject({ waitsForUs: 0, waitsForCustomer: 1, saidYes: 0, talkDue: 0, newToMe: 2 });
  expect(customers).toMatchObject([
    { name: 'Aino Aalto', waitsForUs: 0, waitsForCustomer: 0, latestYes: null, note: null, keptSkills: null },
    { name: 'Bo Berg', waitsForUs: 0, waitsForCustomer: 1 },
  ]);
  expect(await namesOf(worker, { show: 'waitsForCustomer' })).toEqual(['Bo Berg']);
  expect(await namesOf(worker, { sort: 'waits' })).toEqual(['Bo Berg', 'Aino Aalto']);
  expect(await namesOf(adviser, { show: 'waitsForUs' })).toEqual(['Aino Aalto']);
  // What is the adviser's does not part or order the list.
  expect(await namesOf(worker, { show: 'saidYes', sort: 'yes' })).toEqual(['Aino Aalto', 'Bo Berg']);
  const manager = await world.aStaffActor('manager');
  await expect(listOf(manager)).rejects.toMatchObject({ code: 'notYourRole' });
});

describe('facts', () => {
  const factOf = (customerId: string, kind: 'adviser' | 'socialWorker' = 'adviser') =>
    database.inCity('turku', (tx) =>
      tx
        .selectFrom('caseloadFact')
        .selectAll()
        .where('customerId', '=', customerId)
        .where('kind', '=', kind)
        .executeTakeFirst(),
    );

  test('are there for whoever is in a caseload, as whom they are looked after, and go with them', async () => {
    const free = await world.aCustomer();
    await world.aSocialWorker({ caseload: [free] });
    expect(await factOf(free.customerId)).toBeUndefined();
    expect(await factOf(free.customerId, 'socialWorker')).toMatchObject({ agreed: 0, waitsForUs: 0 });
    const { liisa } = await aPair();
    expect(await factOf(liisa.customerId)).toMatchObject({ agreed: 0, waitsForUs: 0 });
    await database.inCity('turku', (tx) =>
      tx.updateTable('caseload').set({ toOn: '2026-03-02' }).where('customerId', '=', liisa.customerId).execute(),
    );
    expect(await factOf(liisa.customerId)).toBeUndefined();
  });

  test('count documents: asked for waits for the customer, not had and not opened waits for who asked or is shown', async () => {
    const { liisa, adviser } = await aPair();
    const worker = await world.aSocialWorker({ caseload: [liisa] });
    const { customerId, actor } = liisa;
    const waits = async () =>
      [await factOf(customerId), await factOf(customerId, 'socialWorker')].map((fact) => [
        fact?.waitsForUs,
        fact?.waitsForCustomer,
      ]);
    const wish = { customerId, title: 'Todistus', why: '', class: 'certificate', untilOn: '2026-03-16' } as const;
    const { id: documentId, version } = await run(adviser.actor, askForDocument, { ...wish, ground: 'plan' });
    expect(await waits()).toEqual([
      [0, 1],
      [0, 0],
    ]);
    const notHad = await run(actor, sayNotHad, { documentId, version, word: 'Se hävisi.' });
    expect(await waits()).toEqual([
      [1, 0],
      [0, 0],
    ]);
    const file = { name: 'todistus.pdf', pieces: [aPdf('Merkonomi')] };
    await run(actor, giveDocument, { documentId, version: notHad.version, shownTo: 'both', ...file });
    expect(await waits()).toEqual([
      [1, 0],
      [1, 0],
    ]);
    await run(worker.actor, openDocument, documentId);
    expect(await waits()).toEqual([
      [1, 0],
      [0, 0],
    ]);
    await run(adviser.actor, openDocument, documentId);
    expect(await waits()).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  test('count both of two writers at once', async () => {
    const pair = await aPair();
    await Promise.all([byCustomer(pair), byCustomer(pair), byCustomer(pair), byAdviser(pair), byAdviser(pair)]);
    expect(await factOf(pair.liisa.customerId)).toMatchObject({ waitsForUs: 3, waitsForCustomer: 2 });
  });

  test('count messages that wait: for us until we answer, for the customer until they have read', async () => {
    const { liisa, adviser } = await aPair();
    const threadId = crypto.randomUUID();
    const write = (side: string, authorId: string, at: string) =>
      database.inCity('turku', (tx) =>
        sql`insert into message (city_id, id, thread_id, author_id, side, text, at)
          values ('turku', ${crypto.randomUUID()}, ${threadId}, ${authorId}, ${side}, 'Hei', ${at})`.execute(tx),
      );
    const waits = async () => {
      const { waitsForUs = 0, waitsForCustomer = 0 } = (await factOf(liisa.customerId)) ?? {};
      return [waitsForUs, waitsForCustomer];
    };
    await database.inCity('turku', (tx) =>
      sql`insert into thread (city_id, id, customer_id, role, subject, created_at, latest_at)
        values ('turku', ${threadId}, ${liisa.customerId}, 'adviser', 'Kysymys', ${world.clock()}, ${world.clock()})`.execute(
        tx,
      ),
    );
    await write('customer', liisa.personId, '2026-03-02T07:00:00Z');
    expect(await waits()).toEqual([1, 0]);
    await write('professional', adviser.personId, '2026-03-02T08:00:00Z');
    expect(await waits()).toEqual([0, 1]);
    await database.inCity('turku', (tx) =>
      sql`update message set read_at = now() where thread_id = ${threadId}`.execute(tx),
    );
    expect(await waits()).toEqual([0, 0]);
    await write('customer', liisa.personId, '2026-03-02T09:00:00Z');
    await database.inCity('turku', (tx) =>
      sql`insert into thread_closing (city_id, id, thread_id, closed_at, closed_by, closed_side)
        values ('turku', ${crypto.randomUUID()}, ${threadId}, now(), ${adviser.personId}, 'professional')`.execute(tx),
    );
    expect(await waits()).toEqual([0, 0]);
  });

  test('say nothing of an idea the customer keeps to themselves', async () => {
    const { liisa } = await aPair();
    await database.inCity('turku', (tx) =>
      tx
        .insertInto('step')
        .values({
          ...{
            cityId: 'turku',
            id: crypto.randomUUID(),
            customerId: liisa.customerId,
            title: 'Oma',
            owner: 'customer',
          },
          ...{ dueOn: null, stage: null, challengeId: null, state: 'idea', proposedBy: 'customer', onlyMine: true },
          ...{ createdAt: world.clock(), changedAt: world.clock() },
        })
        .execute(),
    );
    expect((await factOf(liisa.customerId))?.touchedAt).toBeNull();
  });
});

describe("the adviser's page of a customer", () => {
  test('shows answers with their steps, and know-how only with consent', async () => {
    const own = await aPair();
    const { customerId } = own.liisa;
    const challengeId = await aYes(customerId);
    const { id } = await byAdviser(own, { challengeId });
    const before = await run(own.adviser.actor, readCustomer, { customerId });
    expect(before).toMatchObject({ knowHow: null, answers: [{ challengeId, answer: 'yes', stepId: id }] });
    expect((await usesOf(customerId)).map(({ section }) => section)).not.toContain('knowHow');
    await world.consent({ cityId: 'turku', customerId, what: 'adviserKnowHow' });
    expect((await run(own.adviser.actor, readCustomer, { customerId })).knowHow).toEqual([]);
    expect((await usesOf(customerId)).map(({ section }) => section)).toContain('knowHow');
  });
});

test('counts of know-how only what the adviser is shown', async () => {
  const customer = await world.aCustomer({ name: 'Salla Salava', consents: ['adviserKnowHow'] });
  const adviser = await world.anAdviser({ caseload: [customer] });
  const added: string[] = [];
  for (const query of ['leipominen', 'valokuvaus', 'hitsaus']) {
    const uri = world.services.vocabulary.search(query, 'fi', 1)[0]?.uri ?? '';
    added.push((await world.run(customer.actor, addKnowHow, { uri })).id);
  }
  const counted = async () => (await listOf(adviser)).customers[0]?.keptSkills;
  const seen = async () => (await world.run(adviser.actor, readCustomerKnowHow, customer.customerId)).knowHow.length;
  const show = (id: string, audience: 'adviser' | 'business') =>
    world.run(customer.actor, showItem, { kind: 'knowHow', id, audience, linkId: null, isShown: false });
  await show(added[0] ?? '', 'business');
  expect(await counted()).toBe(3);
  await show(added[0] ?? '', 'adviser');
  expect(await counted()).toBe(2);
  expect(await seen()).toBe(2);
});
