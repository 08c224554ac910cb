import { describe, expect, test } from 'vitest';
import { testWorld } from '../../testing/database.ts';
import { matchingEvents } from '../events.ts';
import { answerAskBody } from './answer-ask.ts';
import { readAskCounts, readLateAsks } from './count-asks.ts';
import { askGround } from './fixtures.ts';
import { sayRead } from './read-answer.ts';
import { readAskedPersons, readOwnAsk } from './read-asks.ts';
import { withdrawAsk } from './withdraw-ask.ts';

const world = await testWorld();
const { run } = world;
const { ask, answer, look, movesOf, mailsTo, withAdviser } = await askGround(world);

describe('the answer', () => {
  test('comes with the name of who gave it, once, and waits for the customer until they have read it', async () => {
    const { adviser, customer } = await withAdviser();
    const { personAskId } = await ask(customer.actor);
    await answer(adviser.actor, personAskId, { answer: 'Lisää se itse.' });
    expect(await run(customer.actor, readOwnAsk, personAskId)).toMatchObject({
      ...{ state: 'answered', answer: 'Lisää se itse.', answeredName: 'Päivi Kallioinen', answeredRole: 'adviser' },
      ...{ canWithdraw: false, isNew: true },
    });
    expect(await movesOf(adviser)).toEqual([]);
    expect(await movesOf(customer)).toMatchObject([{ kind: 'personAnswered', path: `/ask-a-person/${personAskId}` }]);
    await run(customer.actor, sayRead, { personAskId });
    expect(await movesOf(customer)).toEqual([]);
    await expect(answer(adviser.actor, personAskId, {}, 2)).rejects.toMatchObject({ code: 'notNow' });
    await expect(run(customer.actor, withdrawAsk, { personAskId, version: 2 })).rejects.toMatchObject({
      code: 'notNow',
    });
    await world.deliver(matchingEvents);
    const mails = await mailsTo(customer.personId);
    expect(mails.some(({ body }) => body.includes(`/ask-a-person/${personAskId}`))).toBe(true);
    expect(JSON.stringify(mails)).not.toContain('Lisää se itse');
  });

  test('needs words, and the version that was read', async () => {
    const { adviser, customer } = await withAdviser();
    const { personAskId } = await ask(customer.actor);
    expect(answerAskBody.safeParse({ answer: '' }).success).toBe(false);
    await expect(answer(adviser.actor, personAskId, {}, 7)).rejects.toMatchObject({ code: 'changedMeanwhile' });
  });

  test('is the present adviser’s to give: a hand-over takes the ask along', async () => {
    const { adviser, customer } = await withAdviser();
    const { personAskId } = await ask(customer.actor);
    await world.database.inCity('turku', (tx) =>
      tx.updateTable('caseload').set({ toOn: '2026-03-02' }).where('customerId', '=', customer.customerId).execute(),
    );
    const next = await world.anAdviser({ name: 'Uusi Valmentaja', caseload: [customer] });
    expect(await movesOf(adviser)).toEqual([]);
    await expect(answer(adviser.actor, personAskId)).rejects.toMatchObject({ code: 'notFound' });
    expect((await movesOf(next)).map(({ path }) => path)).toEqual([`/asks/${personAskId}`]);
    expect(await movesOf(customer)).toMatchObject([{ values: { name: 'Uusi Valmentaja' } }]);
    await answer(next.actor, personAskId);
    expect((await run(customer.actor, readOwnAsk, personAskId)).answeredName).toBe('Uusi Valmentaja');
  });

  test('withdrawn, it waits for nobody', async () => {
    const { adviser, customer } = await withAdviser();
    const { personAskId } = await ask(customer.actor);
    await run(customer.actor, withdrawAsk, { personAskId, version: 1 });
    expect(await movesOf(adviser)).toEqual([]);
    expect(await movesOf(customer)).toEqual([]);
    expect((await run(adviser.actor, readAskedPersons, { page: 1 })).asks).toEqual([]);
    await expect(answer(adviser.actor, personAskId, {}, 2)).rejects.toMatchObject({ code: 'notFound' });
    await expect(look(adviser.actor, personAskId)).rejects.toMatchObject({ code: 'notFound' });
    expect(await run(customer.actor, readOwnAsk, personAskId)).toMatchObject({ state: 'withdrawn' });
  });

  test('late, it is said so to both, and counted without a name', async () => {
    const { adviser, customer } = await withAdviser();
    const coordinator = await world.aStaffActor('coordinator');
    const { personAskId } = await ask(customer.actor);
    const before = await run(coordinator.actor, (work) => readAskCounts(work), undefined);
    world.clock.set('2026-03-09T09:00:00Z');
    expect((await movesOf(customer)).map(({ kind }) => kind)).toEqual(['waitsForPerson']);
    world.clock.set('2026-03-10T09:00:00Z');
    try {
      expect((await movesOf(customer)).map(({ kind }) => kind)).toEqual(['waitsForPersonLate']);
      expect((await movesOf(adviser)).map(({ kind }) => kind)).toEqual(['askedPersonLate']);
      expect(await run(customer.actor, readOwnAsk, personAskId)).toMatchObject({ isOverdue: true, state: 'asked' });
      const after = await run(coordinator.actor, (work) => readAskCounts(work), undefined);
      expect(after.late).toBeGreaterThan(before.late);
      const turns = await run(coordinator.actor, (work) => readLateAsks(work), undefined);
      const own = (await movesOf(coordinator)).filter(({ kind }) => kind === 'askedPersonLate').length;
      expect(turns.count + own).toBe(after.late);
      expect(turns.asks.find((turn) => turn.personAskId === personAskId)?.adviser).toBe('Päivi Kallioinen');
      expect(JSON.stringify(turns)).not.toContain('Laine');
      // What waits for advisers is one move, which leads to whose turn it is; their own have a move each.
      const late = (await movesOf(coordinator)).find(({ kind }) => kind === 'lateAsks');
      expect(late).toMatchObject({ values: { count: turns.count }, path: '/asks', isLate: true });
      expect(JSON.stringify(late)).not.toContain('Laine');
      await expect(run(adviser.actor, (work) => readAskCounts(work), undefined)).rejects.toMatchObject({
        code: 'notFound',
      });
    } finally {
      world.clock.set('2026-03-02T07:00:00Z');
    }
  });
});
