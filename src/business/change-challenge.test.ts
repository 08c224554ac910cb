import { expect, test } from 'vitest';
import { testWorld } from '../testing/database.ts';
import { changeChallenge } from './change-challenge.ts';
import { aChallenge, problem, skillNamed } from './fixtures.ts';
import { readChallenge } from './read-challenge.ts';
import { setNeeds } from './set-needs.ts';

const world = await testWorld();
const baker = await world.aBusinessContact();
const read = (challengeId: string) => world.run(baker.actor, readChallenge, { challengeId });

test('changes only what is told', async () => {
  const challengeId = await aChallenge(world, baker);
  const before = await read(challengeId);
  const changed = await world.run(baker.actor, changeChallenge, { challengeId, version: 1, place: 'Martti' });
  expect(changed.version).toBe(2);
  expect(await read(challengeId)).toEqual({ ...before, place: 'Martti', version: 2 });
});

test('needs follow new words, and what was adjusted or dropped stays so', async () => {
  const challengeId = await aChallenge(world, baker);
  const [first, second, ...others] = (await read(challengeId)).needs;
  if (!first || !second) throw new Error('the text should give two needs');
  const kept = [first, ...others].map(
    ({ skillId }) => ({ skillId, weight: skillId === first.skillId ? 3 : 2, isMust: false }) as const,
  );
  await world.run(baker.actor, setNeeds, { challengeId, version: 1, needs: kept });
  const told = `Kylmä talvi. ${problem} Hitsaus on tärkeää.`;
  await world.run(baker.actor, changeChallenge, { challengeId, version: 2, problem: told });
  const { needs } = await read(challengeId);
  expect(needs[0]).toMatchObject({ skillId: first.skillId, weight: 3 });
  expect(needs[0]?.because[0]?.start).toBe((first.because[0]?.start ?? 0) + 'Kylmä talvi. '.length);
  expect(needs.map(({ skillId }) => skillId)).not.toContain(second.skillId);
  expect(needs.map(({ skillId }) => skillId)).toContain(skillNamed(world, 'hitsaus'));
});

test('the one who comes second sees what is there now, and nothing is overwritten', async () => {
  const challengeId = await aChallenge(world, baker);
  await world.run(baker.actor, changeChallenge, { challengeId, version: 1, title: 'Ensimmäinen' });
  await expect(
    world.run(baker.actor, changeChallenge, { challengeId, version: 1, title: 'Toinen' }),
  ).rejects.toMatchObject({
    code: 'changedMeanwhile',
    current: { title: 'Ensimmäinen', version: 2 },
  });
  expect((await read(challengeId)).title).toBe('Ensimmäinen');
});

test('what customers see stays whole', async () => {
  const challengeId = await aChallenge(world, baker, { moves: ['publish'] });
  const version = 2;
  await expect(world.run(baker.actor, changeChallenge, { challengeId, version, title: '' })).rejects.toMatchObject({
    fields: [{ field: 'title', message: 'business.missing.title' }],
  });
  await expect(world.run(baker.actor, setNeeds, { challengeId, version, needs: [] })).rejects.toMatchObject({
    fields: [{ field: 'needs', message: 'business.missing.needs' }],
  });
});

test('a closed challenge stays as it was answered', async () => {
  const challengeId = await aChallenge(world, baker, { moves: ['publish', 'close'] });
  const version = 3;
  await expect(world.run(baker.actor, changeChallenge, { challengeId, version, title: 'Uusi' })).rejects.toMatchObject({
    code: 'notNow',
  });
  await expect(world.run(baker.actor, setNeeds, { challengeId, version, needs: [] })).rejects.toMatchObject({
    code: 'notNow',
  });
});

test('an ended challenge is seen again with a new last day', async () => {
  const challengeId = await aChallenge(world, baker, { untilOn: '2026-03-05', moves: ['publish'] });
  world.clock.set('2026-03-06T09:00:00Z');
  expect((await read(challengeId)).standing).toBe('ended');
  await world.run(baker.actor, changeChallenge, { challengeId, version: 2, untilOn: '2026-03-20' });
  expect((await read(challengeId)).standing).toBe('published');
});

test('refuses a need the vocabulary never had', async () => {
  const challengeId = await aChallenge(world, baker);
  const needs = [{ skillId: 2_000_000_000, weight: 2 as const, isMust: false }];
  await expect(world.run(baker.actor, setNeeds, { challengeId, version: 1, needs })).rejects.toMatchObject({
    fields: [{ field: 'needs', message: 'business.form.needUnknown' }],
  });
});

test('a need added by search has no words; one named twice counts once', async () => {
  const challengeId = await aChallenge(world, baker);
  const skillId = skillNamed(world, 'hitsaus');
  const needs = [
    { skillId, weight: 1 as const, isMust: false },
    { skillId, weight: 3 as const, isMust: true },
  ];
  await world.run(baker.actor, setNeeds, { challengeId, version: 1, needs });
  expect((await read(challengeId)).needs).toMatchObject([{ skillId, weight: 3, isMust: true, because: [] }]);
});
