import { beforeEach, expect, test } from 'vitest';
import { setConsent } from '../../kernel/consent.ts';
import { setObjection } from '../../kernel/objection.ts';
import { tellWishes } from '../../know-how/index.ts';
import { testWorld } from '../../testing/database.ts';
import { answerMatch } from '../answer-match.ts';
import { aChallenge, apartSkills, keep } from '../fixtures.ts';
import { matchingMoves } from '../moves.ts';
import { showMatches } from '../show-matches.ts';
import { beginRun, goOnWithRun } from './nightly.ts';
import { sayLooked } from './read-new.ts';

const world = await testWorld();
const [baking = 0, sewing = 0, driving = 0] = await apartSkills(world, 3);
const contact = await world.aBusinessContact();
const { vocabulary, matchingIndex } = world.services;
const outside = { database: world.database, vocabulary, matchingIndex, clock: world.clock };

const theNight = async (at: string) => {
  world.clock.set(at);
  await world.database.inCity('turku', (tx) =>
    beginRun(tx, { cityId: 'turku', version: vocabulary.version, now: world.clock(), today: at.slice(0, 10) }),
  );
  // An index that was being built when the clock jumped is built again: the job goes on the next minute.
  let isOver = false;
  for (let minute = 0; minute < 3 && !isOver; minute += 1)
    isOver = await goOnWithRun(outside, 'turku', { forMs: 60_000 });
  expect(isOver).toBe(true);
};

const aBaker = async () => {
  const baker = await world.aCustomer({ consents: ['matching'] });
  await keep(world, baker, { [baking]: ['leivoin'] });
  return baker;
};
type Baker = Awaited<ReturnType<typeof aBaker>>;
const newsOf = async ({ actor }: Baker) => (await world.run(actor, showMatches, {})).news;
const idsOf = async (baker: Baker) => (await newsOf(baker)).matches.map(({ challengeId }) => challengeId);
const aBakery = (more = {}) => aChallenge(world, contact, { needs: [{ skillId: baking }], ...more });
const change = (table: 'challenge' | 'business', id: string, values: Record<string, unknown>) =>
  world.database.inCity('turku', (tx) => tx.updateTable(table).set(values).where('id', '=', id).execute());

const first = '2026-03-03T02:00:00Z';
const second = '2026-03-04T02:00:00Z';

beforeEach(async () => {
  world.clock.set('2026-03-02T07:00:00Z');
  await world.database.inCity('turku', (tx) =>
    tx.updateTable('challenge').set({ state: 'closed' }).where('cityId', '=', 'turku').execute(),
  );
});

test('what the night found is new until I say I have looked, and what comes after is new again', async () => {
  const baker = await aBaker();
  const old = await aBakery();
  expect(await newsOf(baker)).toEqual({ matches: [], computedAt: null, upTo: null });
  await theNight(first);
  expect(await newsOf(baker)).toMatchObject({
    matches: [{ challengeId: old, points: 100, isGood: true }],
    computedAt: new Date(first),
    upTo: new Date(first),
  });
  // Opening the page says nothing; only the button does.
  expect(await idsOf(baker)).toEqual([old]);
  const { upTo } = await newsOf(baker);
  const later = await aBakery();
  await theNight(second);
  await world.run(baker.actor, sayLooked, { upTo: upTo as Date });
  expect(await newsOf(baker)).toMatchObject({
    matches: [{ challengeId: later }],
    computedAt: new Date(second),
    upTo: new Date(second),
  });
  expect((await world.run(baker.actor, showMatches, {})).matches).toHaveLength(2);
  await world.run(baker.actor, sayLooked, { upTo: new Date(second) });
  await world.run(baker.actor, sayLooked, { upTo: new Date(first) });
  expect(await idsOf(baker)).toEqual([]);
});

test('nobody looks for what is to come, and nobody for another', async () => {
  const [baker, other] = [await aBaker(), await aBaker()];
  const challengeId = await aBakery();
  await world.run(baker.actor, sayLooked, { upTo: new Date('2027-01-01T00:00:00Z') });
  await world.run(other.actor, sayLooked, { upTo: world.clock() });
  await theNight(first);
  expect(await idsOf(baker)).toEqual([challengeId]);
  const adviser = await world.anAdviser({ caseload: [baker] });
  await expect(world.run(adviser.actor, sayLooked, { upTo: world.clock() })).rejects.toMatchObject({
    code: 'notYourRole',
  });
});

test('what has become untrue since the night is not shown: the database is asked again', async () => {
  const baker = await aBaker();
  const challenges = {
    closed: await aBakery(),
    over: await aBakery({ untilOn: '2026-03-03' }),
    stays: await aBakery(),
  };
  const dear = await aBakery();
  await theNight(first);
  expect((await idsOf(baker)).sort()).toEqual([...Object.values(challenges), dear].sort());
  await change('challenge', challenges.closed, { state: 'closed' });
  await world.database.inCity('turku', (tx) =>
    tx
      .insertInto('challengeNeed')
      .values({
        cityId: 'turku',
        challengeId: dear,
        skillId: sewing,
        weight: 3,
        isMust: true,
        level: null,
        because: '[]',
      })
      .execute(),
  );
  world.clock.set(second);
  expect(await idsOf(baker)).toEqual([challenges.stays]);
  await change('business', contact.businessId, { deletedAt: world.clock() });
  expect(await idsOf(baker)).toEqual([]);
  await change('business', contact.businessId, { deletedAt: null });
  await world.run(baker.actor, answerMatch, { challengeId: challenges.stays, answer: 'notNow' });
  expect(await idsOf(baker)).toEqual([]);
});

test('consent withdrawn, objection, a hidden skill and what I do not want count at once, and so does taking them back', async () => {
  const baker = await aBaker();
  const challengeId = await aBakery();
  await theNight(first);
  const without = async (undo: () => Promise<unknown>) => {
    expect(await idsOf(baker)).toEqual([]);
    await undo();
    expect(await idsOf(baker)).toEqual([challengeId]);
  };
  const consent = (isGiven: boolean) =>
    world.run(baker.actor, setConsent, { what: 'matching', isGiven, untilOn: null });
  await consent(false);
  await without(() => consent(true));
  const objects = (isMade: boolean) => world.run(baker.actor, setObjection, { what: 'matching', isMade, word: '' });
  await objects(true);
  await without(() => objects(false));
  const hide = (hiddenAt: Date | null) =>
    world.database.inCity('turku', (tx) =>
      tx.updateTable('knowHow').set({ hiddenAt }).where('customerId', '=', baker.customerId).execute(),
    );
  await hide(world.clock());
  await without(() => hide(null));
});

test('a need I do not want takes it away from what is new', async () => {
  const skillId = vocabulary.search('hitsaus', 'fi', 1)[0]?.skillId ?? 0;
  const welder = await world.aCustomer({ consents: ['matching'] });
  await keep(world, welder, { [skillId]: ['hitsasin'] });
  const challengeId = await aChallenge(world, contact, { needs: [{ skillId }] });
  await theNight(first);
  expect(await idsOf(welder)).toEqual([challengeId]);
  await world.run(welder.actor, tellWishes, { what: [], where: '', notWanted: 'Hitsausta', version: 0 });
  expect(await idsOf(welder)).toEqual([]);
});

test('one beyond the twenty best is still found; the home page counts it once, and says what is new', async () => {
  const driver = await world.aCustomer({ consents: ['matching'] });
  await keep(world, driver, { [driving]: [], [baking]: [] });
  const half = await aChallenge(world, contact, { needs: [{ skillId: driving }, { skillId: sewing }] });
  await theNight(first);
  for (let made = 0; made < 20; made += 1) await aBakery();
  expect(await idsOf(driver)).toEqual([half]);
  const moves = () =>
    world.run(driver.actor, (work) => matchingMoves.customer?.(work) ?? Promise.resolve([]), undefined);
  expect(await moves()).toMatchObject([{ kind: 'freshMatches', values: { count: 21, fresh: 1 } }]);
  await world.run(driver.actor, sayLooked, { upTo: new Date(first) });
  expect(await moves()).toMatchObject([{ kind: 'newMatches', values: { count: 20 } }]);
});
