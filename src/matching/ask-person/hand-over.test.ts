import { describe, expect, test } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import { readLookers } from '../../kernel/use-log.ts';
import type { Made } from '../../testing/builders.ts';
import { testWorld } from '../../testing/database.ts';
import { myMoves } from '../../web/moves.ts';
import { matchingEvents } from '../events.ts';
import { answerAsk, answerAskBody } from './answer-ask.ts';
import { askInput, askPerson } from './ask-person.ts';
import { readLateAsks } from './count-asks.ts';
import { handOverAsk, handOverBody, prepareHandOver } from './hand-over.ts';
import { readAskedPerson, readAskedPersons, readOwnAsk, readOwnAsks } from './read-asks.ts';

const world = await testWorld();
const { run } = world;
const asDue = '2026-03-09';

const asked = async () => {
  const adviser = await world.anAdviser({ name: 'Päivi Kallioinen' });
  const other = await world.anAdviser({ name: 'Outi Toinen' });
  const customer = await world.aCustomer({ name: 'Liisa Laine', adviser });
  const { personAskId } = await run(customer.actor, askPerson, askInput.parse({ words: 'Katsotko tämän?' }));
  return { adviser, other, customer, personAskId };
};
const handOver = (actor: Actor, personAskId: string, to: Made | null, more: { version?: number; why?: string } = {}) =>
  run(actor, handOverAsk, {
    ...handOverBody.parse({ adviserId: to?.personId ?? null, why: more.why ?? 'Olen lomalla.' }),
    ...{ personAskId, version: more.version ?? 1 },
  });
const answer = (actor: Actor, personAskId: string, version: number) =>
  run(actor, answerAsk, { ...answerAskBody.parse({ answer: 'Katsoin.' }), personAskId, version });
const look = (actor: Actor, personAskId: string) => run(actor, readAskedPerson, { personAskId, find: '' });
const movesOf = async ({ actor }: Made) =>
  (await run(actor, myMoves, undefined)).filter(({ path }) => path.startsWith('/ask'));
const late = async <T>(act: () => Promise<T>): Promise<T> => {
  world.clock.set('2026-03-10T09:00:00Z');
  try {
    return await act();
  } finally {
    world.clock.set('2026-03-02T07:00:00Z');
  }
};

describe('handing over', () => {
  test('moves it to another adviser, until the same day, and both and the customer see it', async () => {
    const { adviser, other, customer, personAskId } = await asked();
    await handOver(adviser.actor, personAskId, other, { why: 'Jään lomalle.' });
    expect(await run(customer.actor, readOwnAsk, personAskId)).toMatchObject({
      ...{ adviser: 'Outi Toinen', dueOn: asDue, state: 'asked' },
      handed: { toName: 'Outi Toinen', byName: 'Päivi Kallioinen', byRole: 'adviser', why: 'Jään lomalle.' },
    });
    expect(await movesOf(customer)).toMatchObject([{ values: { name: 'Outi Toinen' }, untilOn: asDue }]);
    expect(await movesOf(other)).toMatchObject([
      { kind: 'askedPerson', values: { name: 'Liisa Laine' }, path: `/asks/${personAskId}`, untilOn: asDue },
    ]);
    expect(await look(other.actor, personAskId)).toMatchObject({
      ...{ customerName: 'Liisa Laine', words: 'Katsotko tämän?', dueOn: asDue, canAnswer: true },
      handed: { byName: 'Päivi Kallioinen', why: 'Jään lomalle.' },
    });
    // Who handed it over learns that they did, should they press again, and cannot take it back.
    await expect(handOver(adviser.actor, personAskId, other)).rejects.toMatchObject({ code: 'changedMeanwhile' });
    await expect(handOver(adviser.actor, personAskId, other, { version: 2 })).rejects.toMatchObject({ code: 'notNow' });
    expect(await run(adviser.actor, prepareHandOver, personAskId)).toMatchObject({
      ...{ holder: 'Outi Toinen', canHandOver: false, advisers: [] },
    });
    expect(await movesOf(adviser)).toEqual([]);
    await expect(look(adviser.actor, personAskId)).rejects.toMatchObject({ code: 'notFound' });
    await expect(answer(adviser.actor, personAskId, 2)).rejects.toMatchObject({ code: 'notFound' });
    await answer(other.actor, personAskId, 2);
    expect((await run(customer.actor, readOwnAsk, personAskId)).answeredName).toBe('Outi Toinen');
    await expect(handOver(other.actor, personAskId, adviser, { version: 3 })).rejects.toMatchObject({ code: 'notNow' });
  });

  test('stands in the customer’s use log, and both hear of it without what was asked', async () => {
    const { adviser, other, customer, personAskId } = await asked();
    await handOver(adviser.actor, personAskId, other, { why: 'Jään lomalle.' });
    const looks = await run(customer.actor, readLookers, {});
    expect(looks).toContainEqual(
      expect.objectContaining({ section: 'askTurns', action: 'write', why: 'handed over what a customer asked' }),
    );
    expect(world.jobs.topics()).toContain('personAskHandedOver');
    await world.deliver(matchingEvents);
    const mails = (personId: string) =>
      world.database.inCity('turku', (tx) =>
        tx.selectFrom('mail').select(['subject', 'body']).where('personId', '=', personId).execute(),
      );
    const [toOther, toCustomer] = [await mails(other.personId), await mails(customer.personId)];
    expect(toOther.map(({ body }) => body.includes(`/asks/${personAskId}`))).toEqual([true]);
    expect(toCustomer.some(({ subject }) => subject.includes('Outi Toinen'))).toBe(true);
    expect(JSON.stringify([toOther, toCustomer])).not.toMatch(/Katsotko|lomalle/);
    expect(JSON.stringify(toOther)).not.toContain('Laine');
  });

  test('the list of what I asked says of each with whom it is', async () => {
    const { adviser, other, customer, personAskId } = await asked();
    await run(customer.actor, askPerson, askInput.parse({ words: 'Ja tämä?' }));
    await handOver(adviser.actor, personAskId, other);
    const { asks, adviser: mine } = await run(customer.actor, readOwnAsks, undefined);
    expect(mine).toBe('Päivi Kallioinen');
    expect(new Map(asks.map(({ words, handed }) => [words, handed?.toName]))).toEqual(
      new Map([
        ['Katsotko tämän?', 'Outi Toinen'],
        ['Ja tämä?', undefined],
      ]),
    );
    expect((await run(adviser.actor, readAskedPersons, { page: 1 })).asks.map(({ words }) => words)).toEqual([
      'Ja tämä?',
    ]);
  });

  test('and back again, or on; the last counts, also when the customer has got another adviser', async () => {
    const { adviser, other, customer, personAskId } = await asked();
    await handOver(adviser.actor, personAskId, other);
    await handOver(other.actor, personAskId, adviser, { version: 2 });
    expect((await look(adviser.actor, personAskId)).handed?.byName).toBe('Outi Toinen');
    await expect(look(other.actor, personAskId)).rejects.toMatchObject({ code: 'notFound' });
    await handOver(adviser.actor, personAskId, other, { version: 3 });
    await world.database.inCity('turku', (tx) =>
      tx.updateTable('caseload').set({ toOn: '2026-03-02' }).where('customerId', '=', customer.customerId).execute(),
    );
    const third = await world.anAdviser({ name: 'Kolmas', caseload: [customer] });
    expect(await movesOf(third)).toEqual([]);
    await answer(other.actor, personAskId, 4);
  });

  test('to one who has left, it is again with who advises the customer', async () => {
    const { adviser, other, customer, personAskId } = await asked();
    await handOver(adviser.actor, personAskId, other);
    await world.database.inCity('turku', (tx) =>
      tx.updateTable('roleAssignment').set({ toOn: '2026-03-02' }).where('personId', '=', other.personId).execute(),
    );
    await expect(look(other.actor, personAskId)).rejects.toMatchObject({ code: 'notFound' });
    expect(await run(customer.actor, readOwnAsk, personAskId)).toMatchObject({
      ...{ adviser: 'Päivi Kallioinen', handed: null },
    });
    await answer(adviser.actor, personAskId, 2);
  });

  test('only to another adviser of the city, with a word why, and from the version that was read', async () => {
    const { adviser, customer, personAskId } = await asked();
    const strangers = [
      adviser,
      await world.aStaffActor('socialWorker'),
      await world.anAdviser({ city: 'espoo' }),
      customer,
    ];
    for (const to of strangers)
      await expect(handOver(adviser.actor, personAskId, to)).rejects.toMatchObject({
        code: 'badInput',
        fields: [{ field: 'adviserId', message: 'askPerson.handOver.noSuch' }],
      });
    expect(handOverBody.safeParse({ adviserId: '', why: 'x' }).success).toBe(false);
    expect(handOverBody.safeParse({ adviserId: null, why: ' ' }).success).toBe(false);
    await expect(handOver(adviser.actor, personAskId, null, { version: 7 })).rejects.toMatchObject({
      code: 'changedMeanwhile',
    });
  });

  test('where nobody is named, to the one for whom the fewest wait', async () => {
    const { adviser, other, personAskId } = await asked();
    const second = await asked();
    await handOver(second.adviser.actor, second.personAskId, other);
    const { advisers } = await run(adviser.actor, prepareHandOver, personAskId);
    const waiting = advisers.map((one) => one.waiting);
    expect(waiting).toEqual(waiting.toSorted((a, b) => a - b));
    expect(advisers.find(({ id }) => id === other.personId)?.waiting).toBe(1);
    expect(advisers.some(({ id }) => id === adviser.personId)).toBe(false);
    await handOver(adviser.actor, personAskId, null);
    const to = await run(second.customer.actor, readOwnAsks, undefined);
    expect(to.asks).toHaveLength(1);
    const first = await world.database.inCity('turku', (tx) =>
      tx.selectFrom('personAskHandOver').select('toId').where('askId', '=', personAskId).executeTakeFirst(),
    );
    expect(first?.toId).toBe(advisers[0]?.id);
  });
});

describe('who gives advisers', () => {
  test('hands over what is late, and sees neither the customer nor the question', async () => {
    const { other, customer, personAskId } = await asked();
    const coordinator = await world.aStaffActor('coordinator');
    await expect(run(coordinator.actor, prepareHandOver, personAskId)).rejects.toMatchObject({ code: 'notFound' });
    await expect(handOver(coordinator.actor, personAskId, other)).rejects.toMatchObject({ code: 'notFound' });
    await late(async () => {
      const draft = await run(coordinator.actor, prepareHandOver, personAskId);
      expect(draft).toMatchObject({ holder: 'Päivi Kallioinen', isMine: false, isOverdue: true, dueOn: asDue });
      const lines = await run(coordinator.actor, readLateAsks, undefined);
      expect(JSON.stringify([draft, lines])).not.toMatch(/Laine|Katsotko/);
      await expect(look(coordinator.actor, personAskId)).rejects.toMatchObject({ code: 'notFound' });
      await handOver(coordinator.actor, personAskId, other);
      const after = (await run(coordinator.actor, readLateAsks, undefined)).asks.find(
        (line) => line.personAskId === personAskId,
      );
      expect(after).toMatchObject({ adviser: 'Outi Toinen', isHanded: true, dueOn: asDue });
      expect(await run(customer.actor, readOwnAsk, personAskId)).toMatchObject({ isOverdue: true, dueOn: asDue });
    });
  });

  test('hands over what is their own; nobody else does anything', async () => {
    const { adviser, other, personAskId } = await asked();
    const free = await world.aCustomer();
    const own = await run(free.actor, askPerson, askInput.parse({ words: 'Kuka katsoo?' }));
    const manager = await world.aStaffActor('manager');
    await handOver(manager.actor, own.personAskId, other);
    expect((await look(other.actor, own.personAskId)).canAnswer).toBe(true);
    await expect(look(manager.actor, own.personAskId)).rejects.toMatchObject({ code: 'notFound' });
    const strangers = [
      await world.anAdviser(),
      await world.aStaffActor('socialWorker'),
      await world.aStaffActor('administrator'),
      await world.aStaffActor('coordinator', { city: 'espoo' }),
      await world.aCustomer(),
    ];
    await late(async () => {
      for (const { actor } of strangers) {
        await expect(run(actor, prepareHandOver, personAskId)).rejects.toMatchObject({ code: 'notFound' });
        await expect(handOver(actor, personAskId, other)).rejects.toMatchObject({ code: 'notFound' });
      }
      await expect(run(adviser.actor, readLateAsks, undefined)).rejects.toMatchObject({ code: 'notFound' });
    });
  });

  test('a late question is first in line, before what has waited longer', async () => {
    const { adviser, customer, personAskId } = await asked();
    const coordinator = await world.aStaffActor('coordinator');
    await late(async () => {
      expect((await run(coordinator.actor, myMoves, undefined))[0]).toMatchObject({ kind: 'lateAsks', isLate: true });
      await run(customer.actor, askPerson, askInput.parse({ words: 'Toinen, ei myöhässä.' }));
      const { asks } = await run(adviser.actor, readAskedPersons, { page: 1 });
      expect(asks[0]?.personAskId).toBe(personAskId);
    });
  });
});
