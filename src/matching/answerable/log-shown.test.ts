import { beforeAll, describe, expect, test } from 'vitest';
import { hashOfSkills } from '../../know-how/index.ts';
import type { MadeCustomer } from '../../testing/builders.ts';
import { testWorld } from '../../testing/database.ts';
import { answerMatch } from '../answer-match.ts';
import { cardsFor } from '../cards-for.ts';
import { aChallenge, apartSkills, cardWith, keep } from '../fixtures.ts';
import { matchingMoves } from '../moves.ts';
import { plainPoints } from '../rules.ts';
import { showMatch } from '../show-match.ts';
import { showMatches } from '../show-matches.ts';

const world = await testWorld();
const { run } = world;
const [events = 0, baking = 0, sewing = 0] = await apartSkills(world, 3);
const contact = await world.aBusinessContact();
let challengeId = '';

beforeAll(async () => {
  challengeId = await aChallenge(world, contact, { needs: [{ skillId: events }, { skillId: baking }] });
});

const aMatched = async () => {
  const customer = await world.aCustomer({ consents: ['matching'] });
  await keep(world, customer, { [events]: ['järjestin juhlat'] });
  return customer;
};
const logOf = ({ customerId }: MadeCustomer) =>
  world.database.inCity('turku', (tx) =>
    tx
      .selectFrom('suggestionLog')
      .selectAll()
      .where('customerId', '=', customerId)
      .where('challengeId', '=', challengeId)
      .orderBy('madeAt')
      .execute(),
  );
const look = ({ actor }: MadeCustomer) => run(actor, showMatches, {});

describe('a match that is looked at', () => {
  test('is logged with its parts, and by which skills, versions and eyes', async () => {
    const customer = await aMatched();
    const { matches } = await look(customer);
    const shown = matches.find((one) => one.challengeId === challengeId);
    const [row, ...more] = await logOf(customer);
    expect(more).toEqual([]);
    expect(row).toMatchObject({
      ...{ kind: 'match', seenBy: ['customer'], decision: null, score: 0.5, vectorsVersion: null },
      vocabularyVersion: world.services.vocabulary.version,
      inputHash: hashOfSkills([events]),
      parts: shown?.parts.map((part) => ({ need: part.skillId, state: part.state, ...plainPoints(part) })),
    });
  });

  test('once a day for the same, on whichever page; again the next day, and when it is another', async () => {
    const customer = await aMatched();
    await look(customer);
    await look(customer);
    await run(customer.actor, showMatch, { challengeId });
    expect(await logOf(customer)).toHaveLength(1);
    await keep(world, customer, { [baking]: ['leivoin pullaa'] });
    await look(customer);
    expect((await logOf(customer)).map(({ score }) => score).toSorted()).toEqual([0.5, 1]);
    // Matched by more, with the same parts: another input.
    await keep(world, customer, { [sewing]: ['ompelen'] });
    await look(customer);
    expect((await logOf(customer)).map(({ score }) => score).toSorted()).toEqual([0.5, 1, 1]);
    world.clock.set('2026-03-03T08:00:00Z');
    await look(customer);
    world.clock.set('2026-03-02T07:00:00Z');
    expect(await logOf(customer)).toHaveLength(4);
  });

  test('by an answer it is decided, and looked at afterwards it is no new suggestion', async () => {
    const customer = await aMatched();
    await look(customer);
    await run(customer.actor, answerMatch, { challengeId, answer: 'notNow', version: 0 });
    await look(customer);
    await run(customer.actor, showMatch, { challengeId });
    expect((await logOf(customer)).map(({ decision }) => decision)).toEqual(['notNow']);
  });

  test('a number on the home page is no look, and without the consent there is nothing to log', async () => {
    const customer = await aMatched();
    await run(customer.actor, (work) => matchingMoves.customer?.(work) ?? Promise.resolve([]), undefined);
    expect(await logOf(customer)).toEqual([]);
    const without = await world.aCustomer();
    await keep(world, without, { [events]: ['järjestin juhlat'] });
    await look(without);
    expect(await logOf(without)).toEqual([]);
  });

  test('by the business after a yes: as the card shows it, by the skills that were shared', async () => {
    const customer = await aMatched();
    await keep(world, customer, { [baking]: ['leivoin pullaa'] });
    await run(customer.actor, answerMatch, { challengeId, answer: 'yes', version: 0, card: cardWith(baking) });
    await run(contact.actor, cardsFor, challengeId);
    await run(contact.actor, cardsFor, challengeId);
    const seen = (await logOf(customer)).filter(({ seenBy }) => seenBy.includes('businessContact'));
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ score: 0.5, decision: 'yes', inputHash: hashOfSkills([baking]) });
  });
});

test('what was logged cannot be changed, nor its seal; who saw it, the decision and a forgotten hash can', async () => {
  const customer = await aMatched();
  await look(customer);
  const [row] = await logOf(customer);
  const change = (set: Record<string, unknown>) =>
    world.database.inCity('turku', (tx) =>
      tx
        .updateTable('suggestionLog')
        .set(set)
        .where('id', '=', row?.id ?? '')
        .execute(),
    );
  for (const set of [
    { score: 1 },
    { parts: '[]' },
    { vocabularyVersion: 'x' },
    { inputHash: Buffer.alloc(32) },
    { seal: Buffer.alloc(32) },
  ])
    await expect(change(set)).rejects.toThrow(/not changed afterwards/);
  await change({ seenBy: ['customer', 'adviser'] });
  await change({ inputHash: null });
  await change({ decision: 'no', decidedAt: world.clock() });
});
