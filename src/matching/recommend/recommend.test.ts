import { beforeEach, expect, test } from 'vitest';
import { setConsent } from '../../kernel/consent.ts';
import type { Notice } from '../../kernel/notices.ts';
import { setTerm } from '../../kernel/terms.ts';
import { tellWishes } from '../../know-how/index.ts';
import { testWorld } from '../../testing/database.ts';
import { answerMatch } from '../answer-match.ts';
import { aChallenge, apartSkills, keep } from '../fixtures.ts';
import { showMatches } from '../show-matches.ts';
import { recommendNew } from './new-challenges.ts';
import { beginRun, forgetRecommendations, goOnWithRun } from './nightly.ts';
import { askForRun, readMatchingWork } from './runs.ts';
import { tellOfNew } from './tell.ts';

const world = await testWorld();
const [events = 0, baking = 0, sewing = 0, crowded = 0] = await apartSkills(world, 4);
const contact = await world.aBusinessContact();
const { vocabulary, matchingIndex } = world.services;
const outside = { database: world.database, vocabulary, matchingIndex, clock: world.clock };
const day = (at: string) => world.clock.set(at);

const someone = async (skill: number, more: { wantsNotices?: boolean; consents?: 'matching'[] } = {}) => {
  const { wantsNotices = true, consents = ['matching'] } = more;
  const customer = await world.aCustomer({ consents, email: 'x@example.invalid' });
  await keep(world, customer, { [skill]: [] });
  if (!wantsNotices)
    await world.database.inCity('turku', (tx) =>
      tx.updateTable('customer').set({ wantsNotices }).where('id', '=', customer.customerId).execute(),
    );
  return customer;
};
type Someone = Awaited<ReturnType<typeof someone>>;

const recommended = async (customer: Someone) =>
  world.database.inCity('turku', (tx) =>
    tx
      .selectFrom('recommendation')
      .select(['challengeId', 'score', 'toldAt', 'isNews', 'vocabularyVersion'])
      .where('customerId', '=', customer.customerId)
      .orderBy('challengeId')
      .execute(),
  );
const idsFor = async (customer: Someone) => (await recommended(customer)).map(({ challengeId }) => challengeId);

const begin = () =>
  world.database.inCity('turku', (tx) =>
    beginRun(tx, { cityId: 'turku', version: vocabulary.version, now: world.clock(), today: '2026-03-02' }),
  );
const run = async () => {
  await begin();
  expect(await goOnWithRun(outside, 'turku', { forMs: 60_000 })).toBe(true);
};

const tell = async (): Promise<{ personId: string; values: Notice['values']; path: string }[]> => {
  const told: Notice[] = [];
  const notify = async (_eventId: string, notice: Notice) => {
    told.push(notice);
  };
  for (let left = 1; left > 0; )
    left = await world.database.inCity('turku', (tx) =>
      tellOfNew({ tx, cityId: 'turku', now: world.clock(), vocabulary, notify }),
    );
  expect(told.every(({ kind }) => kind === 'newMatches')).toBe(true);
  return told.map(({ personId, values, path }) => ({ personId, values, path }));
};
const toldTo = async ({ personId }: Someone) => (await tell()).filter((one) => one.personId === personId);

beforeEach(async () => {
  await world.database.inCity('turku', async (tx) => {
    for (const table of ['recommendation', 'matchingRun'] as const)
      await tx.deleteFrom(table).where('cityId', '=', 'turku').execute();
    await tx.updateTable('challenge').set({ state: 'closed' }).where('cityId', '=', 'turku').execute();
  });
  day('2026-03-02T07:00:00Z');
});

test('the night recommends good matches to everybody who consents, with version, score and day, and tells nobody', async () => {
  const [baker, tailor, without] = [
    await someone(baking),
    await someone(sewing),
    await someone(baking, { consents: [] }),
  ];
  const challengeId = await aChallenge(world, contact, { needs: [{ skillId: baking }] });
  await aChallenge(world, contact, { needs: [{ skillId: baking }, { skillId: events, isMust: true }] });
  await run();
  expect(await recommended(baker)).toEqual([
    { challengeId, score: 1, toldAt: null, isNews: false, vocabularyVersion: vocabulary.version },
  ]);
  expect(await idsFor(tailor)).toEqual([]);
  expect(await idsFor(without)).toEqual([]);
  expect(await tell()).toEqual([]);
});

test('what it recommends is logged, seen by nobody yet; the next night only what is made of something else', async () => {
  const baker = await someone(baking);
  const challengeId = await aChallenge(world, contact, { needs: [{ skillId: baking }] });
  const logged = () =>
    world.database.inCity('turku', (tx) =>
      tx
        .selectFrom('suggestionLog')
        .select(['challengeId', 'score', 'seenBy', 'parts'])
        .where('customerId', '=', baker.customerId)
        .execute(),
    );
  await run();
  expect(await logged()).toEqual([
    { challengeId, score: 1, seenBy: [], parts: [{ need: baking, state: 'met', got: 10, outOf: 10 }] },
  ]);
  await world.run(baker.actor, showMatches, {});
  expect((await logged()).map(({ seenBy }) => seenBy)).toEqual([['customer']]);
  day('2026-03-03T01:00:00Z');
  await run();
  expect(await logged()).toHaveLength(1);
  await keep(world, baker, { [sewing]: [] });
  await run();
  expect(await logged()).toHaveLength(2);
});

test('neither what is answered, nor one’s own business’s, nor what one does not want', async () => {
  const skillId = vocabulary.search('hitsaus', 'fi', 1)[0]?.skillId ?? 0;
  const [answered, own, unwilling, willing] = [
    await someone(skillId),
    await someone(skillId),
    await someone(skillId),
    await someone(skillId),
  ];
  const challengeId = await aChallenge(world, contact, { needs: [{ skillId }] });
  await world.run(answered.actor, answerMatch, { challengeId, answer: 'notNow' });
  await world.database.inCity('turku', (tx) =>
    tx
      .insertInto('businessContact')
      .values({
        cityId: 'turku',
        businessId: contact.businessId,
        personId: own.personId,
        fromOn: '2026-01-01',
        toOn: null,
      })
      .execute(),
  );
  const wishes = { what: [], where: '', notWanted: 'Hitsausta', version: 0 };
  await world.run(unwilling.actor, tellWishes, wishes);
  await run();
  for (const one of [answered, own, unwilling]) expect(await idsFor(one)).toEqual([]);
  expect(await idsFor(willing)).toEqual([challengeId]);
});

test('a run that is stopped goes on where it was, and its progress is there to see', async () => {
  const admin = await world.aStaffActor('administrator');
  const bakers: Someone[] = [];
  for (let made = 0; made < 210; made += 1) bakers.push(await someone(crowded));
  await aChallenge(world, contact, { needs: [{ skillId: crowded }] });
  await begin();
  const progress = async () =>
    (await world.run(admin.actor, (work) => readMatchingWork(work), undefined)).runs.map(
      ({ done, total, endedAt }) => ({
        done,
        total,
        endedAt,
      }),
    );
  const [before] = await progress();
  expect(before?.total).toBeGreaterThanOrEqual(210);
  // One batch, as if the process had ended then.
  expect(await goOnWithRun(outside, 'turku', { forMs: 0.001 })).toBe(false);
  const [stopped] = await progress();
  expect(stopped).toMatchObject({ done: 200, endedAt: null });
  expect(await goOnWithRun(outside, 'turku', { forMs: 60_000 })).toBe(true);
  const [ended] = await progress();
  expect(ended).toEqual({ done: before?.total, total: before?.total, endedAt: world.clock() });
  for (const one of [bakers[0], bakers[209]]) expect(await idsFor(one as Someone)).toHaveLength(1);
  expect(await goOnWithRun(outside, 'turku', { forMs: 60_000 })).toBe(true);
}, 60_000);

test('an administrator begins a run; one that goes on is not begun again; others may not', async () => {
  const admin = await world.aStaffActor('administrator');
  const { runId } = await world.run(admin.actor, (work) => askForRun(work), undefined);
  expect(await world.run(admin.actor, (work) => askForRun(work), undefined)).toEqual({ runId });
  const manager = await world.aStaffActor('manager');
  await expect(world.run(manager.actor, (work) => askForRun(work), undefined)).rejects.toMatchObject({
    code: 'notFound',
  });
});

test('a new challenge is told to those it fits best, once, in one message for all that is new', async () => {
  const [baker, silent, tailor] = [
    await someone(baking),
    await someone(baking, { wantsNotices: false }),
    await someone(sewing),
  ];
  const first = await aChallenge(world, contact, { needs: [{ skillId: baking }] });
  await recommendNew(outside, 'turku');
  expect(await recommended(baker)).toMatchObject([{ challengeId: first, isNews: true }]);
  expect(await idsFor(tailor)).toEqual([]);
  const told = await tell();
  expect(told.filter(({ personId }) => personId === baker.personId)).toEqual([
    { personId: baker.personId, values: { count: 1 }, path: `/matches/${first}` },
  ]);
  expect(told.some(({ personId }) => personId === silent.personId)).toBe(false);
  await recommendNew(outside, 'turku');
  day('2026-03-04T07:00:00Z');
  expect(await toldTo(baker)).toEqual([]);
});

test('never more than so many a week, and what comes between waits and goes together', async () => {
  const baker = await someone(baking);
  const publish = async (at: string) => {
    day(at);
    await aChallenge(world, contact, { needs: [{ skillId: baking }] });
    await recommendNew(outside, 'turku');
    return (await toldTo(baker)).map(({ values }) => values.count);
  };
  expect(await publish('2026-03-02T08:00:00Z')).toEqual([1]);
  expect(await publish('2026-03-02T09:00:00Z')).toEqual([]);
  expect(await publish('2026-03-03T09:00:00Z')).toEqual([2]);
  expect(await publish('2026-03-04T09:00:00Z')).toEqual([]);
  expect(await publish('2026-03-09T10:00:00Z')).toEqual([2]);
  await world.database.inCity('turku', (tx) =>
    setTerm(tx, { cityId: 'turku', name: 'matchNoticesAWeek', fromOn: '2026-03-10', value: 7, source: 'test' }),
  );
  expect(await publish('2026-03-10T09:00:00Z')).toEqual([1]);
});

test('all is asked again before it is told: consent, what is open, what is hidden', async () => {
  const [withdrawn, hidden, stays] = [await someone(baking), await someone(baking), await someone(baking)];
  const challengeId = await aChallenge(world, contact, { needs: [{ skillId: baking }] });
  await recommendNew(outside, 'turku');
  for (const one of [withdrawn, hidden, stays]) expect(await idsFor(one)).toEqual([challengeId]);
  await world.run(withdrawn.actor, setConsent, { what: 'matching', isGiven: false, untilOn: null });
  await world.database.inCity('turku', (tx) =>
    tx.updateTable('knowHow').set({ hiddenAt: world.clock() }).where('customerId', '=', hidden.customerId).execute(),
  );
  const told = (await tell()).map(({ personId }) => personId);
  expect(told).toContain(stays.personId);
  expect(told).not.toContain(withdrawn.personId);
  expect(told).not.toContain(hidden.personId);
  const later = await someone(sewing);
  const second = await aChallenge(world, contact, { needs: [{ skillId: sewing }] });
  await recommendNew(outside, 'turku');
  await world.database.inCity('turku', (tx) =>
    tx.updateTable('challenge').set({ state: 'closed' }).where('id', '=', second).execute(),
  );
  expect(await toldTo(later)).toEqual([]);
  expect(await idsFor(later)).toEqual([]);
});

test('what was published before yesterday is no news', async () => {
  const baker = await someone(baking);
  await aChallenge(world, contact, { needs: [{ skillId: baking }] });
  day('2026-03-04T07:00:00Z');
  await recommendNew(outside, 'turku');
  expect(await idsFor(baker)).toEqual([]);
});

test('what has not been good for two days is forgotten, unless it was told', async () => {
  const baker = await someone(baking);
  const challengeId = await aChallenge(world, contact, { needs: [{ skillId: baking }] });
  await run();
  expect(await idsFor(baker)).toEqual([challengeId]);
  day('2026-03-05T07:00:00Z');
  await world.database.inCity('turku', (tx) => forgetRecommendations(tx, 'turku', world.clock()));
  expect(await idsFor(baker)).toEqual([]);
});

test('among equals the lot decides, and no more than a hundred are told', async () => {
  const challengeId = await aChallenge(world, contact, { needs: [{ skillId: crowded }] });
  await recommendNew(outside, 'turku');
  const rows = await world.database.inCity('turku', (tx) =>
    tx.selectFrom('recommendation').select('customerId').where('challengeId', '=', challengeId).execute(),
  );
  expect(rows).toHaveLength(100);
  const crowd = await world.database.inCity('turku', (tx) =>
    tx.selectFrom('knowHow').select('customerId').where('skillId', '=', crowded).orderBy('customerId').execute(),
  );
  const first = new Set(crowd.slice(0, 100).map(({ customerId }) => customerId));
  expect(rows.filter(({ customerId }) => first.has(customerId)).length).toBeLessThan(90);
});
