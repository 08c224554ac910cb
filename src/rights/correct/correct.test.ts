import { describe, expect, test } from 'vitest';
import { testWorld } from '../../testing/database.ts';
import { rightsEvents } from '../events.ts';
import { rightsMoves } from '../moves.ts';
import { answerCorrection, listCorrections, readCorrection } from './answer-correction.ts';
import { askCorrection, readMyCorrections, withdrawCorrection } from './ask-correction.ts';

const world = await testWorld();
const input = { about: 'plan', words: 'Syntymävuoteni on väärin.' } as const;
const mails = (personId: string) =>
  world.database.inCity('turku', (tx) =>
    tx
      .selectFrom('mail')
      .select(['subject', 'body'])
      .where('cityId', '=', 'turku')
      .where('personId', '=', personId)
      .execute(),
  );

describe('a request to be corrected', () => {
  test('goes to the adviser with a day, is answered once with a word, and both are told', async () => {
    const adviser = await world.anAdviser();
    const liisa = await world.aCustomer({ adviser });
    const { correctionId, dueOn } = await world.run(liisa.actor, askCorrection, input);
    expect(dueOn).toBe('2026-04-01');
    await world.deliver(rightsEvents);
    const [told] = await mails(adviser.personId);
    expect(told?.body).toContain(`/corrections/${correctionId}`);
    expect(told?.body).not.toContain('Syntymävuoteni');

    const { corrections } = await world.run(adviser.actor, listCorrections, { page: 1 });
    expect(corrections).toEqual([expect.objectContaining({ id: correctionId, words: input.words, state: 'asked' })]);
    const answer = { correctionId, version: 1, isDone: true, answer: 'Korjasin sen.' };
    await world.run(adviser.actor, answerCorrection, answer);
    await expect(world.run(adviser.actor, answerCorrection, { ...answer, version: 2 })).rejects.toMatchObject({
      code: 'notNow',
    });
    await world.deliver(rightsEvents);
    expect(await mails(liisa.personId)).toHaveLength(1);
    expect(await world.run(liisa.actor, readMyCorrections, undefined)).toEqual([
      expect.objectContaining({ state: 'corrected', answer: 'Korjasin sen.', answeredName: adviser.actor.name }),
    ]);
  });

  test('waits as a move of both, said to wait to the one who asked', async () => {
    const adviser = await world.anAdviser();
    const liisa = await world.aCustomer({ adviser });
    await world.run(liisa.actor, askCorrection, input);
    const mine = await world.run(liisa.actor, (work) => rightsMoves.customer?.(work) ?? Promise.resolve([]), undefined);
    expect(mine).toEqual([
      expect.objectContaining({ kind: 'waitsForCorrection', isWaiting: true, untilOn: '2026-04-01' }),
    ]);
    const theirs = await world.run(
      adviser.actor,
      (work) => rightsMoves.adviser?.(work) ?? Promise.resolve([]),
      undefined,
    );
    expect(theirs).toEqual([
      expect.objectContaining({ kind: 'correctionToAnswer', values: { name: liisa.actor.name } }),
    ]);
  });

  test("is not there for another adviser, nor for a manager while there is an adviser; the manager's when there is none", async () => {
    const adviser = await world.anAdviser();
    const other = await world.anAdviser();
    const manager = await world.aStaffActor('manager');
    const liisa = await world.aCustomer({ adviser });
    const alone = await world.aCustomer();
    const { correctionId } = await world.run(liisa.actor, askCorrection, input);
    for (const { actor } of [other, manager])
      await expect(world.run(actor, readCorrection, { correctionId })).rejects.toMatchObject({ code: 'notFound' });
    const { correctionId: free } = await world.run(alone.actor, askCorrection, input);
    expect((await world.run(manager.actor, readCorrection, { correctionId: free })).words).toBe(input.words);
  });

  test('can be taken back while it waits, and is then nobody else’s to see', async () => {
    const adviser = await world.anAdviser();
    const liisa = await world.aCustomer({ adviser });
    const { correctionId } = await world.run(liisa.actor, askCorrection, input);
    await world.run(liisa.actor, withdrawCorrection, { correctionId });
    await expect(world.run(liisa.actor, withdrawCorrection, { correctionId })).rejects.toMatchObject({
      code: 'notNow',
    });
    await expect(world.run(adviser.actor, readCorrection, { correctionId })).rejects.toMatchObject({
      code: 'notFound',
    });
  });

  test('waits ten at a time at most', async () => {
    const liisa = await world.aCustomer();
    for (let count = 0; count < 10; count += 1) await world.run(liisa.actor, askCorrection, input);
    await expect(world.run(liisa.actor, askCorrection, input)).rejects.toMatchObject({ code: 'tooMany' });
  });
});
