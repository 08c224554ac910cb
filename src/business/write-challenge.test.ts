import { expect, test } from 'vitest';
import { testWorld } from '../testing/database.ts';
import { aChallenge, problem } from './fixtures.ts';
import { readChallenge } from './read-challenge.ts';
import { writeChallenge, writeChallengeInput } from './write-challenge.ts';

const world = await testWorld();
const baker = await world.aBusinessContact();

test('keeps the problem as a draft with the needs found in it and their words', async () => {
  const challengeId = await aChallenge(world, baker);
  const challenge = await world.run(baker.actor, readChallenge, { challengeId });
  expect(challenge).toMatchObject({
    problem,
    standing: 'draft',
    version: 1,
    untilOn: '2026-05-01',
    moves: ['publish'],
    missing: [],
  });
  const labels = challenge.needs.map(({ label }) => label);
  expect(labels).toContain('tapahtumien järjestäminen');
  for (const { because, weight, isMust } of challenge.needs) {
    expect(because.length).toBeGreaterThan(0);
    expect({ weight, isMust }).toEqual({ weight: 2, isMust: false });
  }
  const events = challenge.needs.find(({ label }) => label === 'tapahtumien järjestäminen');
  expect(events?.because.map(({ start, end }) => problem.slice(start, end)).join(' ')).toMatch(/tapahtumia|jono/);
});

test('finds needs in what the business wishes for, too', async () => {
  const challengeId = await aChallenge(world, baker, { problem: 'Haluaisimme, että joku leipoo meille pullaa.' });
  const { needs } = await world.run(baker.actor, readChallenge, { challengeId });
  expect(needs.length).toBeGreaterThan(0);
});

test('keeps the sum of the weights beside the challenge', async () => {
  const challengeId = await aChallenge(world, baker);
  const { needs } = await world.run(baker.actor, readChallenge, { challengeId });
  const row = await world.database.inCity('turku', (tx) =>
    tx
      .selectFrom('challenge')
      .select('needsWeight')
      .where('cityId', '=', 'turku')
      .where('id', '=', challengeId)
      .executeTakeFirst(),
  );
  expect(row?.needsWeight).toBe(2 * needs.length);
});

test.each([
  ['yesterday', '2026-03-01'],
  ['in two years', '2028-03-02'],
])('refuses a last day %s', async (_name, untilOn) => {
  await expect(aChallenge(world, baker, { untilOn })).rejects.toMatchObject({
    code: 'badInput',
    fields: [{ field: 'untilOn', message: 'business.form.untilAhead' }],
  });
});

test.each([
  ['nothing', { problem: ' \n ' }, 'problem'],
  ['too much', { problem: 'a'.repeat(5001) }, 'problem'],
  ['a sign no database keeps', { problem: 'jono\0' }, 'problem'],
  ['another language', { problem, language: 'de' }, 'language'],
  ['a day that is none', { problem, untilOn: '2026-02-30' }, 'untilOn'],
])('refuses %s', (_name, told, field) => {
  const { error } = writeChallengeInput.safeParse({ language: 'fi', ...told });
  expect(error?.issues.map(({ path }) => path[0])).toEqual([field]);
});

test('keeps hostile text as it was written', async () => {
  const hostile = `'; drop table challenge; -- <script>alert(1)</script> {x} \u202e😀 ${'ä'.normalize('NFD')}`;
  const challengeId = await aChallenge(world, baker, { problem: hostile, title: hostile.slice(0, 100) });
  const challenge = await world.run(baker.actor, readChallenge, { challengeId });
  expect(challenge.problem).toBe(hostile.normalize('NFC'));
});

test('only somebody who acts for a business writes one', async () => {
  const adviser = await world.aStaffActor('businessAdviser');
  const input = writeChallengeInput.parse({ problem, language: 'fi' });
  await expect(world.run(adviser.actor, writeChallenge, input)).rejects.toMatchObject({ code: 'notYourRole' });
});
