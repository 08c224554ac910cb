import { describe, expect, test } from 'vitest';
import { setConsent } from '../../kernel/consent.ts';
import { readObjections, setObjection } from '../../kernel/objection.ts';
import { hashOfSkills } from '../../know-how/index.ts';
import { testWorld } from '../../testing/database.ts';
import { answerMatch } from '../answer-match.ts';
import { countPeople } from '../count-people.ts';
import { aChallenge, apartSkills, cardWith, keep } from '../fixtures.ts';
import { noNoise } from '../noise.ts';
import { plainPoints } from '../rules.ts';
import { showMatch } from '../show-match.ts';
import { showMatches } from '../show-matches.ts';
import { exportSuggestions, readSuggestionLog } from './read-suggestions.ts';

const world = await testWorld();
const [events = 0, baking = 0] = await apartSkills(world, 2);
const contact = await world.aBusinessContact();
const needs = [{ skillId: events }, { skillId: baking }];
const aMatched = async () => {
  const liisa = await world.aCustomer({ name: 'Liisa Laine', consents: ['matching'] });
  await keep(world, liisa, { [events]: ['järjestin juhlat'] });
  return liisa;
};

describe('an answered match', () => {
  test('is logged with its parts, by which skills, and the answer; a change of the card is no new answer', async () => {
    const liisa = await aMatched();
    const challengeId = await aChallenge(world, contact, { needs });
    const read = async () => (await world.run(liisa.actor, readSuggestionLog, { page: 1 })).lines;
    const answer = (next: 'yes' | 'notNow' | 'no', version: number) =>
      world.run(liisa.actor, answerMatch, {
        ...{ challengeId, answer: next, version },
        card: next === 'yes' ? cardWith(events) : null,
      });
    const before = await world.run(liisa.actor, showMatch, { challengeId });
    await answer('yes', 0);
    const [line] = await read();
    expect(line).toMatchObject({
      ...{ kind: 'match', challengeId, what: 'Lauantain jono', decision: 'yes', seenBy: ['customer'] },
      inputHash: hashOfSkills([events]).toString('hex'),
      vocabularyVersion: world.services.vocabulary.version,
    });
    expect(line?.parts.map(({ label, state, got, outOf }) => ({ label, state, got, outOf }))).toEqual(
      before.parts.map((part) => ({ label: part.label, state: part.state, ...plainPoints(part) })),
    );
    await answer('yes', 1);
    expect(await read()).toHaveLength(1);
    await answer('no', 2);
    expect((await read()).map(({ decision }) => decision)).toEqual(['no', 'yes']);
    expect(await world.run(liisa.actor, (work) => exportSuggestions(work), undefined)).toHaveLength(2);
    const other = await aMatched();
    expect((await world.run(other.actor, readSuggestionLog, { page: 1 })).lines).toEqual([]);
  });

  test('is decided, and no other that is in the log beside it', async () => {
    const liisa = await aMatched();
    const [one, other] = [await aChallenge(world, contact, { needs }), await aChallenge(world, contact, { needs })];
    for (const challengeId of [one, other]) await world.run(liisa.actor, showMatch, { challengeId });
    await world.run(liisa.actor, answerMatch, { challengeId: one, answer: 'no', version: 0, card: null });
    const { lines } = await world.run(liisa.actor, readSuggestionLog, { page: 1 });
    expect(new Map(lines.map(({ challengeId, decision }) => [challengeId, decision]))).toEqual(
      new Map([
        [one, 'no'],
        [other, null],
      ]),
    );
  });
});

describe('who objects to matching', () => {
  const object = (customer: Awaited<ReturnType<typeof aMatched>>, isMade: boolean, word = '') =>
    world.run(customer.actor, setObjection, { what: 'matching', isMade, word });
  const people = () =>
    world.database.inCity('turku', (tx) =>
      countPeople(
        tx,
        {
          cityId: 'turku',
          businessId: contact.businessId,
          today: '2026-03-02',
          needs: [{ skillId: baking, weight: 1, isMust: false, level: null }],
          hours: 'any',
          languages: [],
        },
        { people: null, noise: noNoise },
      ),
    );

  test('is matched and counted no more, at once, also by the index; a consent given meanwhile changes nothing', async () => {
    const customers = await Promise.all(Array.from({ length: 5 }, () => aMatched()));
    for (const one of customers) await keep(world, one, { [baking]: [] });
    const [liisa] = customers;
    if (!liisa) throw new Error('nobody');
    await aChallenge(world, contact, { needs: [{ skillId: baking }] });
    const matched = () => world.run(liisa.actor, showMatches, {});
    const indexed = () =>
      world.run(liisa.actor, async (work) => (await work.services.matchingIndex.of(work)) !== null, undefined);
    await indexed();
    expect((await matched()).matches.length).toBeGreaterThan(0);
    expect((await people()).all).toBe('5-9');
    await object(liisa, true, 'En halua.');
    expect(await matched()).toMatchObject({ isConsented: false, matches: [] });
    expect((await people()).all).toBeNull();
    await world.run(liisa.actor, setConsent, { what: 'matching', isGiven: true, untilOn: null });
    expect(await matched()).toMatchObject({ isConsented: false, matches: [] });
    await object(liisa, true);
    const { now } = await world.run(liisa.actor, (work) => readObjections(work), undefined);
    expect(now).toMatchObject([{ what: 'matching', word: 'En halua.', madeAt: world.clock() }]);
    await object(liisa, false);
    expect((await matched()).matches.length).toBeGreaterThan(0);
    expect((await people()).all).toBe('5-9');
    const { past } = await world.run(liisa.actor, (work) => readObjections(work), undefined);
    expect(past).toMatchObject([{ takenBackAt: world.clock() }]);
  });
});
