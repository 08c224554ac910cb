import { expect, test } from 'vitest';
import { testWorld } from '../testing/database.ts';
import { answerStep } from './answer-step.ts';
import { beginStep } from './begin-step.ts';
import { changeStep } from './change-step.ts';
import { pathEvents } from './events.ts';
import { pathFixtures, text } from './fixtures.ts';
import { dropStep } from './leave-step.ts';
import { readStep } from './read-step.ts';
import { contentsOf } from './signing/content.ts';
import { takeUpStep } from './take-up-step.ts';

const world = await testWorld();
const { run, database } = world;
const { aPair, anAgreed, anIdea, byAdviser, mailsTo } = pathFixtures(world);

const sumsOf = (stepId: string) =>
  database.inCity('turku', (tx) =>
    tx
      .selectFrom('stepSignature')
      .select(['side', 'version', 'sha256'])
      .where('cityId', '=', 'turku')
      .where('stepId', '=', stepId)
      .execute(),
  );

test('agreeing signs the version that was read, for who proposed it and who agreed', async () => {
  const pair = await aPair();
  const { id } = await byAdviser(pair);
  expect(await run(pair.liisa.actor, readStep, { stepId: id })).toMatchObject({ signed: null });
  world.clock.set('2026-03-03T10:00:00Z');
  await run(pair.liisa.actor, answerStep, { stepId: id, version: 1, answer: 'agree', word: '' });
  const { signed } = await run(pair.adviser.actor, readStep, { stepId: id });
  expect(signed).toMatchObject({
    ...{ version: 1, isCurrent: true },
    by: [
      { side: 'adviser', personName: 'Outi Ohjaaja' },
      { side: 'customer', personName: 'Liisa Laine', at: new Date('2026-03-03T10:00:00Z') },
    ],
  });
  expect(signed?.by[0]?.at).toEqual(new Date('2026-03-02T07:00:00Z'));
});

test('an answer that does not agree signs nothing', async () => {
  const pair = await aPair();
  const { id } = await byAdviser(pair);
  await run(pair.liisa.actor, answerStep, { stepId: id, version: 1, answer: 'decline', word: 'En ehdi.' });
  expect(await sumsOf(id)).toEqual([]);
});

test('going on keeps what was signed, a change is signed when it is agreed to', async () => {
  const pair = await aPair();
  const { id, version } = await anAgreed(pair);
  const begun = await run(pair.liisa.actor, beginStep, { stepId: id, version });
  expect(await run(pair.liisa.actor, readStep, { stepId: id })).toMatchObject({
    signed: { version: 1, isCurrent: true },
  });
  const change = { ...text, title: 'Käy leipomossa', stepId: id, version: begun.version };
  const changed = await run(pair.liisa.actor, changeStep, change);
  expect(await run(pair.liisa.actor, readStep, { stepId: id })).toMatchObject({
    signed: { version: 1, isCurrent: false },
  });
  const answer = { stepId: id, version: changed.version, answer: 'agree', word: '' } as const;
  world.clock.set('2026-03-04T10:00:00Z');
  await run(pair.adviser.actor, answerStep, answer);
  expect(await run(pair.liisa.actor, readStep, { stepId: id })).toMatchObject({
    signed: { version: changed.version, isCurrent: true, by: [{ side: 'customer' }, { side: 'adviser' }] },
  });
});

test('the sum is the one a signed plan has of the same step', async () => {
  const pair = await aPair();
  const { id } = await anAgreed(pair);
  const contents = await run(pair.liisa.actor, contentsOf, [pair.liisa.customerId]);
  const part = contents.get(pair.liisa.customerId)?.parts.find((one) => one.id === id);
  const sums = (await sumsOf(id)).map(({ sha256 }) => sha256.toString('hex'));
  expect(sums).toEqual([part?.sha256, part?.sha256]);
});

test('an idea taken up again is told to the adviser, unless nobody else knew of it', async () => {
  const pair = await aPair();
  const taken = async (id: string, version: number) => {
    const dropped = await run(pair.liisa.actor, dropStep, { stepId: id, version, word: 'En ehdi nyt.' });
    world.jobs.takeEvents();
    await run(pair.liisa.actor, takeUpStep, { stepId: id, version: dropped.version });
    await world.deliver(pathEvents);
    return (await mailsTo(pair.adviser.personId)).filter(({ subject }) => subject.includes('takaisin ideaksi')).length;
  };
  const { id, version } = await anAgreed(pair);
  expect(await taken(id, version)).toBe(1);
  const own = await anIdea(pair, { onlyMine: true });
  expect(await taken(own.id, own.version)).toBe(1);
});
