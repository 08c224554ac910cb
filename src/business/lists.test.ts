import { expect, test } from 'vitest';
import { newId } from '../kernel/ids.ts';
import { testWorld } from '../testing/database.ts';
import { withCheckDigit } from './business-code.ts';
import { countPeopleFor } from './count-people.ts';
import { aChallenge, skillNamed } from './fixtures.ts';
import { listBusinesses, listBusinessesInput } from './list-businesses.ts';
import { listChallenges } from './list-challenges.ts';
import { listOpenChallenges } from './list-open-challenges.ts';
import { businessMoves } from './moves.ts';
import { openBusiness } from './open-business.ts';
import { readBusiness } from './read-business.ts';
import { readChallenge } from './read-challenge.ts';
import { setNeeds } from './set-needs.ts';

const world = await testWorld();
const baker = await world.aBusinessContact({ businessName: 'Äyräs Oy' });
const other = await world.aBusinessContact({ businessName: 'Zetterin leipomo' });
const abroad = await world.aBusinessContact({ city: 'espoo', businessName: 'Espoon kukka' });
const adviser = await world.aStaffActor('businessAdviser');

/** A customer's yes, with a message of theirs nobody has read. */
const sayYes = async (challengeId: string, businessId: string) => {
  const { customerId, personId } = await world.aCustomer();
  const cityId = 'turku';
  const threadId = newId();
  const at = world.clock();
  const card = JSON.stringify({ nameShown: 'firstName', name: 'Liisa', intro: '', skillIds: [] });
  await world.database.inCity(cityId, async (tx) => {
    await tx
      .insertInto('thread')
      .values({ cityId, id: threadId, customerId, businessId, challengeId, createdAt: at, latestAt: at })
      .execute();
    const answer = { answer: 'yes' as const, word: '', card, threadId, score: 1, version: 1, answeredAt: at };
    await tx
      .insertInto('answer')
      .values({ cityId, id: newId(), challengeId, customerId, ...answer })
      .execute();
    const message = { threadId, authorId: personId, side: 'customer' as const, text: 'Hei', at, readAt: null };
    await tx
      .insertInto('message')
      .values({ cityId, id: newId(), ...message })
      .execute();
  });
  return { threadId };
};

const search = (told: object) => world.run(adviser.actor, listBusinesses, listBusinessesInput.parse(told));

test('a list says what waits: yes answers and unread messages, what customers see first', async () => {
  const draft = await aChallenge(world, baker, { title: 'Luonnos' });
  const published = await aChallenge(world, baker, { title: 'Jono', moves: ['publish'] });
  await sayYes(published, baker.businessId);
  await sayYes(published, baker.businessId);
  const { challenges, hasMore } = await world.run(baker.actor, listChallenges, { page: 1 });
  expect(hasMore).toBe(false);
  expect(challenges).toMatchObject([
    { id: published, standing: 'published', yesCount: 2, unreadCount: 2 },
    { id: draft, standing: 'draft', yesCount: 0, unreadCount: 0 },
  ]);
  expect((await world.run(other.actor, listChallenges, { page: 1 })).challenges).toEqual([]);
});

test('26 challenges are two pages', async () => {
  const many = await world.aBusinessContact();
  for (let at = 0; at < 26; at += 1) await aChallenge(world, many);
  const [first, second] = [
    await world.run(many.actor, listChallenges, { page: 1 }),
    await world.run(many.actor, listChallenges, { page: 2 }),
  ];
  expect([first.challenges.length, first.hasMore]).toEqual([25, true]);
  expect([second.challenges.length, second.hasMore]).toEqual([1, false]);
});

test("a contact's moves: yes answers to write to, drafts, and last days near", async () => {
  const contact = await world.aBusinessContact();
  await aChallenge(world, contact, { title: 'Luonnos' });
  await aChallenge(world, contact, { title: 'Loppuu', untilOn: '2026-03-09', moves: ['publish'] });
  await aChallenge(world, contact, { title: 'Jatkuu', untilOn: '2026-03-10', moves: ['publish'] });
  const challengeId = await aChallenge(world, contact, { title: 'Jono', moves: ['publish'] });
  const { threadId } = await sayYes(challengeId, contact.businessId);
  const moves = () =>
    world.run(contact.actor, async (work) => (await businessMoves.businessContact?.(work)) ?? [], undefined);
  // Their unread message is the move, in the dialogue: not two for one thread.
  expect((await moves()).map(({ kind }) => kind)).not.toContain('yesWaits');
  await world.database.inCity('turku', (tx) =>
    tx.updateTable('message').set({ readAt: world.clock() }).where('threadId', '=', threadId).execute(),
  );
  expect((await moves()).map(({ kind, values, untilOn }) => [kind, values.title, untilOn])).toEqual([
    ['yesWaits', 'Jono', null],
    ['draftWaits', 'Luonnos', null],
    ['challengeEnds', 'Loppuu', '2026-03-09'],
  ]);
  for (const { since } of await moves()) expect(since).toBeInstanceOf(Date);
  await aChallenge(world, contact, { title: 'Toinen luonnos' });
  expect((await moves()).filter(({ kind }) => kind.startsWith('draft'))).toMatchObject([
    { kind: 'draftsWait', values: { count: 2 }, path: '/challenges#drafts' },
  ]);
  await world.database.inCity('turku', (tx) =>
    tx
      .insertInto('message')
      .values({
        cityId: 'turku',
        id: newId(),
        threadId,
        authorId: contact.personId,
        side: 'business',
        text: 'Hei',
        at: world.clock(),
        readAt: null,
      })
      .execute(),
  );
  expect((await moves()).map(({ kind }) => kind)).not.toContain('yesWaits');
});

test('a business adviser finds businesses by name, area or ID, in Finnish order', async () => {
  const { businesses } = await search({});
  const names = businesses.map(({ name }) => name);
  expect(names).not.toContain('Espoon kukka');
  expect(names.indexOf('Zetterin leipomo')).toBeLessThan(names.indexOf('Äyräs Oy'));
  expect((await search({ search: 'ZETTER' })).businesses.map(({ id }) => id)).toEqual([other.businessId]);
  expect((await search({ search: '%' })).businesses).toEqual([]);
  expect((await search({ search: "'; drop table business; --" })).businesses).toEqual([]);
});

test('a business without an open challenge is quiet, and somebody to call', async () => {
  const quiet = (await search({ show: 'quiet' })).businesses.map(({ id }) => id);
  expect(quiet).toContain(other.businessId);
  expect(quiet).not.toContain(baker.businessId);
  const moves = await world.run(
    adviser.actor,
    async (work) => (await businessMoves.businessAdviser?.(work)) ?? [],
    undefined,
  );
  expect(moves).toMatchObject([{ kind: 'quietBusinesses', values: { count: quiet.length } }]);
});

test('who serves customers sees what is open in their city, as customers do; others do not', async () => {
  const own = await world.aBusinessContact({ city: 'espoo', businessName: 'Espoon leipä' });
  await aChallenge(world, own, { title: 'Luonnos' });
  await aChallenge(world, own, { title: 'Tauolla', moves: ['publish', 'pause'] });
  await aChallenge(world, own, { title: 'Suljettu', moves: ['publish', 'close'] });
  const challengeId = await aChallenge(world, own, { title: 'Jono', moves: ['publish'] });
  for (const role of ['adviser', 'socialWorker', 'coordinator', 'facilitator', 'serviceDesigner', 'manager'] as const) {
    const { actor } = await world.aStaffActor(role, { city: 'espoo' });
    const { challenges } = await world.run(actor, listOpenChallenges, { page: 1 });
    expect(challenges).toMatchObject([
      { id: challengeId, title: 'Jono', businessName: 'Espoon leipä', language: 'fi' },
    ]);
    expect(challenges[0]?.needs.length).toBeGreaterThan(0);
  }
  const administrator = await world.aStaffActor('administrator', { city: 'espoo' });
  for (const { actor } of [administrator, own, await world.aCustomer({ city: 'espoo' })])
    await expect(world.run(actor, listOpenChallenges, { page: 1 })).rejects.toMatchObject({ code: 'notFound' });
});

test('a business adviser reads what is published and no draft', async () => {
  const draft = await aChallenge(world, other);
  const published = await aChallenge(world, other, { moves: ['publish'] });
  const seen = await world.run(adviser.actor, readBusiness, { businessId: other.businessId, page: 1 });
  expect(seen.challenges.map(({ id }) => id)).toEqual([published]);
  expect(await world.run(adviser.actor, readChallenge, { challengeId: published })).toMatchObject({
    moves: [],
    canChange: false,
  });
  await expect(world.run(adviser.actor, readChallenge, { challengeId: draft })).rejects.toMatchObject({
    code: 'notFound',
  });
  const own = await world.run(other.actor, readBusiness, { businessId: other.businessId, page: 1 });
  expect(own.challenges).toHaveLength(2);
});

test.each([
  ["another business's", () => other.actor],
  ["another city's", () => abroad.actor],
])('a challenge is not there for %s contact', async (_name, actor) => {
  const challengeId = await aChallenge(world, baker, { moves: ['publish'] });
  const input = { challengeId };
  await expect(world.run(actor(), readChallenge, input)).rejects.toMatchObject({ code: 'notFound' });
  await expect(world.run(actor(), countPeopleFor, input)).rejects.toMatchObject({ code: 'notFound' });
  const business = { businessId: baker.businessId, page: 1 };
  await expect(world.run(actor(), readBusiness, business)).rejects.toMatchObject({ code: 'notFound' });
});

test.each(['', 'not-an-id', newId()])('an id nobody has (%s) is not there', async (id) => {
  await expect(world.run(baker.actor, readChallenge, { challengeId: id })).rejects.toMatchObject({ code: 'notFound' });
  await expect(world.run(baker.actor, readBusiness, { businessId: id, page: 1 })).rejects.toMatchObject({
    code: 'notFound',
  });
});

test('people are told in bands: two are fewer than five, and without consent nobody counts', async () => {
  const skillId = skillNamed(world, 'hitsaus');
  const challengeId = await aChallenge(world, baker);
  await world.run(baker.actor, setNeeds, { challengeId, version: 1, needs: [{ skillId, weight: 2, isMust: false }] });
  const addWelder = async (isConsented: boolean) => {
    const { customerId } = await world.aCustomer(isConsented ? { consents: ['matching'] } : {});
    await world.database.inCity('turku', (tx) =>
      tx
        .insertInto('knowHow')
        .values({
          cityId: 'turku',
          id: newId(),
          customerId,
          skillId,
          state: 'kept',
          origin: 'added',
          storyId: null,
          score: null,
          because: '[]',
          decidedAt: world.clock(),
        })
        .execute(),
    );
  };
  const count = () => world.run(baker.actor, countPeopleFor, { challengeId });
  for (const isConsented of [true, true, false, false, false, false]) await addWelder(isConsented);
  expect(await count()).toEqual({ all: null, needs: [{ skillId, band: 'fewerThan5' }], teams: null });
  for (let made = 0; made < 5; made += 1) await addWelder(true);
  world.clock.set('2026-03-03T09:00:00Z');
  const teams = { size: 1, band: '5-9' };
  expect(await count()).toEqual({ all: '5-9', needs: [{ skillId, band: '5-9' }], teams });
});

const opening = (more: object = {}) => ({
  cityId: 'turku',
  name: 'Uusi Oy',
  businessCode: withCheckDigit('9000000') ?? '',
  contactIds: [baker.personId],
  fromOn: '2026-03-02',
  now: world.clock(),
  ...more,
});

test('opens a business once, with people who then hold the role', async () => {
  const { personId } = await world.aCustomer();
  const open = (more?: object) =>
    world.database.inCity('turku', (tx) => openBusiness(tx, opening({ contactIds: [personId], ...more })));
  const businessId = await open();
  const roles = await world.database.inCity('turku', (tx) =>
    tx
      .selectFrom('roleAssignment')
      .select('role')
      .where('cityId', '=', 'turku')
      .where('personId', '=', personId)
      .execute(),
  );
  expect(roles.map(({ role }) => role).sort()).toEqual(['businessContact', 'customer']);
  expect((await world.run(adviser.actor, readBusiness, { businessId, page: 1 })).contacts).toHaveLength(1);
  await expect(open()).rejects.toMatchObject({
    fields: [{ field: 'businessCode', message: 'business.form.codeTaken' }],
  });
});

test.each([
  ['an ID with a wrong check digit', { businessCode: '9000000-1' }, 'business.form.code'],
  ['no name', { name: ' ' }, 'form.required'],
  ['a contact the city does not know', { contactIds: [abroad.personId] }, 'business.form.contactUnknown'],
])('refuses %s', async (_name, more, message) => {
  const opened = world.database.inCity('turku', (tx) => openBusiness(tx, opening(more)));
  await expect(opened).rejects.toMatchObject({ code: 'badInput', fields: [{ message }] });
});
