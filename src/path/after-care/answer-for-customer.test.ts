import { expect, test } from 'vitest';
import { readDoneForMe } from '../../kernel/acting/acted-for.ts';
import { testWorld } from '../../testing/database.ts';
import { pathEvents } from '../events.ts';
import { pathFixtures } from '../fixtures.ts';
import { tellStage } from '../stages/tell-stage.ts';
import { answerAfterCareForCustomer } from './answer-for-customer.ts';
import { askAfterCare } from './ask-after-care.ts';
import { readAfterCare } from './read-after-care.ts';

const world = await testWorld();
const { run, clock, database, jobs } = world;
const { aPair, mailsTo, movesOf } = pathFixtures(world);

test('what a customer says of work by telephone is theirs, is read by who wrote it down, and is not told to them again', async () => {
  clock.set('2026-03-02T09:00:00Z');
  const { liisa, adviser } = await aPair();
  const other = await aPair();
  const told = { customerId: null, stage: 'open', fromOn: '2026-03-02', words: 'Leipomo' } as const;
  await run(liisa.actor, tellStage, told);
  clock.set('2026-04-02T09:00:00Z');
  await database.inCity('turku', (tx) =>
    askAfterCare(tx, { cityId: 'turku', now: clock(), today: '2026-04-02', jobs }),
  );
  const [asked] = await run(liisa.actor, readAfterCare, { customerId: null });
  const says = { afterCareId: asked?.id ?? '', version: 1, answer: 'help', words: 'Aamut ovat raskaita' } as const;
  const input = { ...says, way: 'phone', reason: 'Kysyin, kun hän soitti' } as const;
  const byStranger = run(other.adviser.actor, answerAfterCareForCustomer, input);
  await expect(byStranger).rejects.toMatchObject({ code: 'notFound' });
  await world.deliver(pathEvents);
  const before = (await mailsTo(adviser.personId)).length;
  await run(adviser.actor, answerAfterCareForCustomer, input);
  await world.deliver(pathEvents);
  const [answered] = await run(liisa.actor, readAfterCare, { customerId: null });
  expect(answered).toMatchObject({ answer: 'help', words: 'Aamut ovat raskaita', seenName: 'Outi Ohjaaja' });
  expect((await mailsTo(adviser.personId)).length).toBe(before);
  expect((await movesOf(adviser)).filter(({ kind }) => kind.startsWith('afterCare'))).toEqual([]);
  expect(await run(liisa.actor, readDoneForMe, undefined)).toMatchObject([{ what: 'afterCare' }]);
  const again = run(adviser.actor, answerAfterCareForCustomer, { ...input, version: 3 });
  await expect(again).rejects.toMatchObject({ code: 'notNow' });
});
