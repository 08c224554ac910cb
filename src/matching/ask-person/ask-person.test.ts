import { describe, expect, test } from 'vitest';
import { setTerm } from '../../kernel/terms.ts';
import { testWorld } from '../../testing/database.ts';
import { matchingEvents } from '../events.ts';
import { aChallenge } from '../fixtures.ts';
import { askInput } from './ask-person.ts';
import { askGround } from './fixtures.ts';
import { prepareAsk, readOwnAsks } from './read-asks.ts';

const world = await testWorld();
const { run } = world;
const { events, contact, ask, look, movesOf, mailsTo, withAdviser, aTeller } = await askGround(world);

describe('asking', () => {
  test('goes to the adviser with the day it is due, in working days as the city says', async () => {
    const { adviser, customer } = await withAdviser();
    const before = await run(customer.actor, prepareAsk, { suggestionId: null, challengeId: null });
    // Monday 2 March and five working days.
    expect(before).toMatchObject({ about: 'general', adviser: 'Päivi Kallioinen', dueOn: '2026-03-09' });
    const { personAskId, dueOn } = await ask(customer.actor);
    expect(dueOn).toBe('2026-03-09');
    expect(await movesOf(adviser)).toMatchObject([
      { kind: 'askedPerson', values: { name: 'Liisa Laine' }, path: `/asks/${personAskId}`, untilOn: '2026-03-09' },
    ]);
    expect(await movesOf(customer)).toMatchObject([
      { kind: 'waitsForPerson', values: { name: 'Päivi Kallioinen' }, untilOn: '2026-03-09', isWaiting: true },
    ]);
    await world.deliver(matchingEvents);
    const [mail] = await mailsTo(adviser.personId);
    expect(mail?.body).toContain(`/asks/${personAskId}`);
    expect(mail?.body).not.toMatch(/Laine|Katsotko/);
  });

  test('the due date passes over holidays, by a term of the city’s own', async () => {
    const customer = await world.aCustomer({ city: 'espoo' });
    await world.database.inCity('espoo', (tx) =>
      setTerm(tx, { cityId: 'espoo', name: 'askPersonDays', value: 25, fromOn: '2026-03-01', source: 'test' }),
    );
    // Good Friday and Easter Monday of 2026 lie between.
    expect((await ask(customer.actor)).dueOn).toBe('2026-04-08');
  });

  test('without an adviser it goes to those who give advisers, and they hear of it', async () => {
    const customer = await world.aCustomer({ name: 'Olli Orpo' });
    const coordinator = await world.aStaffActor('coordinator');
    const manager = await world.aStaffActor('manager');
    const { personAskId } = await ask(customer.actor);
    for (const who of [coordinator, manager]) {
      expect((await look(who.actor, personAskId)).customerName).toBe('Olli Orpo');
      expect((await movesOf(who)).map(({ path }) => path)).toContain(`/asks/${personAskId}`);
    }
    const adviser = await world.anAdviser();
    expect(await movesOf(adviser)).toEqual([]);
    await expect(look(adviser.actor, personAskId)).rejects.toMatchObject({ code: 'notFound' });
    await world.deliver(matchingEvents);
    expect((await mailsTo(coordinator.personId)).length).toBe(1);
    expect((await mailsTo(manager.personId)).length).toBe(0);
    expect(await run(customer.actor, (work) => readOwnAsks(work), undefined)).toMatchObject({ adviser: null });
  });

  test('about one thing once at a time, and about so many things at most', async () => {
    const { customer, suggestionId } = await aTeller();
    await ask(customer.actor, { suggestionId });
    await expect(ask(customer.actor, { suggestionId })).rejects.toMatchObject({
      code: 'badInput',
      fields: [{ field: 'words', message: 'askPerson.form.waits' }],
    });
    for (let count = 1; count < 10; count += 1) await ask(customer.actor);
    await expect(ask(customer.actor)).rejects.toMatchObject({ fields: [{ message: 'askPerson.form.enough' }] });
  });

  test('only about what is mine: another’s suggestion and a closed challenge are not there', async () => {
    const { suggestionId } = await aTeller();
    const other = await world.aCustomer({ consents: ['matching'] });
    const closed = await aChallenge(world, contact, { needs: [{ skillId: events }], state: 'closed' });
    await expect(ask(other.actor, { suggestionId })).rejects.toMatchObject({ code: 'notFound' });
    await expect(ask(other.actor, { challengeId: closed })).rejects.toMatchObject({ code: 'notFound' });
    await expect(run(other.actor, prepareAsk, { suggestionId, challengeId: null })).rejects.toMatchObject({
      code: 'notFound',
    });
  });

  test('words are needed, and bounded', () => {
    expect(askInput.safeParse({ words: ' ' }).success).toBe(false);
    expect(askInput.safeParse({ words: 'x'.repeat(1001) }).success).toBe(false);
  });
});
