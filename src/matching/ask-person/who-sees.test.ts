import { describe, expect, test } from 'vitest';
import { readLookers } from '../../kernel/use-log.ts';
import { changeStory } from '../../know-how/change-story.ts';
import { testWorld } from '../../testing/database.ts';
import { readSuggestionLog } from '../answerable/read-suggestions.ts';
import { aChallenge, aRelatedPair, keep } from '../fixtures.ts';
import { plainPoints } from '../rules.ts';
import { showMatch } from '../show-match.ts';
import { askGround, toldText } from './fixtures.ts';
import { readOwnAsk } from './read-asks.ts';
import { withdrawAsk } from './withdraw-ask.ts';

const world = await testWorld();
const { run } = world;
const { events, baking, driving, contact, ask, answer, look, logOf, withAdviser, aTeller, matched } =
  await askGround(world);

describe('who is asked sees', () => {
  test('the suggestion with its parts and the words about it, its own words only when they are shown, and nothing else', async () => {
    const { adviser, customer, suggestion, suggestionId } = await aTeller();
    const { personAskId } = await ask(customer.actor, { suggestionId });
    const seen = await look(adviser.actor, personAskId);
    expect(seen).toMatchObject({
      ...{ about: 'skill', what: suggestion.label, words: 'Katsotko tämän kanssani?', foundIn: [], choices: [] },
      score: expect.closeTo(suggestion.score ?? -1, 4),
    });
    expect(seen.parts.map(({ label }) => label)).toContain('coverage');
    expect(JSON.stringify(seen)).not.toMatch(/kyläjuhlat|pullaa/);
    await run(customer.actor, withdrawAsk, { personAskId, version: 1 });
    const { personAskId: again } = await ask(customer.actor, { suggestionId, showsWords: true });
    expect((await look(adviser.actor, again)).foundIn).toEqual(suggestion.words);
    await answer(adviser.actor, again);
    expect((await look(adviser.actor, again)).foundIn).toEqual([]);
  });

  test('no words written after the customer chose to show them', async () => {
    const { adviser, customer, storyId, suggestion, suggestionId } = await aTeller();
    const { personAskId } = await ask(customer.actor, { suggestionId, showsWords: true });
    expect((await look(adviser.actor, personAskId)).foundIn).toEqual(suggestion.words);
    const before = world.clock();
    world.clock.set(new Date(before.getTime() + 60_000));
    const next = { storyId, version: 1, text: `Salaa vain. ${toldText}`, language: 'fi' as const };
    await run(customer.actor, changeStory, next);
    world.clock.set(before);
    expect((await look(adviser.actor, personAskId)).foundIn).toEqual([]);
  });

  test('by which near skill a need is partly met, in the figures of its page, unless it is hidden from them', async () => {
    const { adviser, customer } = await withAdviser();
    const { mine, needed } = await aRelatedPair(world, [events, baking, driving]);
    await keep(world, customer, { [mine]: ['tein vähän sitä'] });
    const challengeId = await aChallenge(world, contact, { needs: [{ skillId: needed, weight: 3 }] });
    await run(customer.actor, showMatch, { challengeId });
    const { personAskId } = await ask(customer.actor, { challengeId });
    const name = world.services.vocabulary.skill(mine)?.labels.fi;
    const near = { state: 'partly', got: 9, outOf: 30, through: name };
    expect((await look(adviser.actor, personAskId)).parts).toMatchObject([near]);
    expect((await run(customer.actor, readSuggestionLog, { page: 1 })).lines[0]?.parts).toMatchObject([near]);
    await world.database.inCity('turku', (tx) =>
      tx
        .updateTable('knowHow')
        .set({ hiddenAt: world.clock() })
        .where('customerId', '=', customer.customerId)
        .execute(),
    );
    expect((await look(adviser.actor, personAskId)).parts).toMatchObject([{ ...near, through: null }]);
  });

  test('the match as it was shown, and that they saw it stands in both logs', async () => {
    const { adviser, customer } = await withAdviser();
    const challengeId = await matched(customer);
    const shown = await run(customer.actor, showMatch, { challengeId });
    const { personAskId } = await ask(customer.actor, { challengeId });
    const seen = await look(adviser.actor, personAskId);
    expect(seen.what).toBe('Lauantain jono');
    expect(seen.parts.map(({ state, got, outOf }) => ({ state, got, outOf }))).toEqual(
      shown.parts.map((part) => ({ state: part.state, ...plainPoints(part) })),
    );
    expect(JSON.stringify(seen)).not.toContain('järjestin juhlat');
    const [row] = await logOf(customer.customerId);
    expect(row?.seenBy.toSorted()).toEqual(['adviser', 'customer']);
    const looks = await run(customer.actor, readLookers, {});
    expect(looks.some(({ section, why }) => section === 'personAsks' && why === 'what a customer asked')).toBe(true);
  });

  test('nobody else: another adviser, a social worker, another customer, another city', async () => {
    const { customer } = await withAdviser();
    const { personAskId } = await ask(customer.actor);
    const strangers = [
      await world.anAdviser(),
      await world.aStaffActor('coordinator'),
      await world.aStaffActor('manager'),
      await world.aStaffActor('socialWorker'),
      await world.anAdviser({ city: 'espoo' }),
    ];
    for (const { actor } of strangers) {
      await expect(look(actor, personAskId)).rejects.toMatchObject({ code: 'notFound' });
      await expect(answer(actor, personAskId)).rejects.toMatchObject({ code: 'notFound' });
    }
    const other = await world.aCustomer();
    await expect(run(other.actor, readOwnAsk, personAskId)).rejects.toMatchObject({ code: 'notFound' });
    await expect(run(other.actor, withdrawAsk, { personAskId, version: 1 })).rejects.toMatchObject({
      code: 'notFound',
    });
  });
});
