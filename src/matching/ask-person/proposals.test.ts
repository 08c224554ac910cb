import { describe, expect, test } from 'vitest';
import { testWorld } from '../../testing/database.ts';
import { answerMatch } from '../answer-match.ts';
import { readSuggestionLog } from '../answerable/read-suggestions.ts';
import { aChallenge, cardWith } from '../fixtures.ts';
import { showMatches } from '../show-matches.ts';
import { answerAskBody } from './answer-ask.ts';
import { askGround } from './fixtures.ts';
import { leaveProposal } from './leave-proposal.ts';
import { readOwnAsk } from './read-asks.ts';

const world = await testWorld();
const { run } = world;
const { events, baking, driving, contact, ask, answer, look, logOf, withAdviser, aTeller, matched } =
  await askGround(world);

describe('a person decides what is shown', () => {
  const asked = async () => {
    const made = await withAdviser();
    const best = await matched(made.customer, 'Paras');
    const second = await aChallenge(world, contact, {
      needs: [{ skillId: events }, { skillId: baking }, { skillId: driving }],
      title: 'Toinen',
    });
    const far = await aChallenge(world, contact, { needs: [{ skillId: driving }], title: 'Kaukainen' });
    const { personAskId } = await ask(made.customer.actor);
    const mine = new Set([best, second, far]);
    const titles = async () =>
      (await run(made.customer.actor, showMatches, {})).matches
        .filter(({ challengeId }) => mine.has(challengeId))
        .map(({ title }) => title);
    const proposalOf = async () => (await run(made.customer.actor, readOwnAsk, personAskId)).proposals;
    return { ...made, best, second, far, personAskId, titles, proposalOf };
  };

  test('first: it stands above the score, with who put it there and why, in the log, until it is left out', async () => {
    const { adviser, customer, second, far, personAskId, titles, proposalOf } = await asked();
    expect(await titles()).toEqual(['Paras', 'Toinen']);
    const proposals = [
      { challengeId: far, place: 'first', why: 'Sanoit haluavasi ajaa.' },
      { challengeId: second, place: 'last', why: 'Matka on pitkä.' },
    ];
    await answer(adviser.actor, personAskId, { proposals });
    const { matches } = await run(customer.actor, showMatches, {});
    const put = matches.find(({ challengeId }) => challengeId === far);
    expect(matches[0]?.challengeId).toBe(far);
    expect(put?.points).toBe(0);
    expect(put?.byPerson).toMatchObject({ name: 'Päivi Kallioinen', why: 'Sanoit haluavasi ajaa.', place: 'first' });
    expect(await titles()).toEqual(['Kaukainen', 'Paras', 'Toinen']);
    const logged = (await logOf(customer.customerId)).filter(({ kind }) => kind === 'person');
    const first = (await proposalOf()).find(({ challengeId }) => challengeId === far);
    expect(logged.map(({ challengeId }) => challengeId).toSorted()).toEqual([far, second].toSorted());
    for (const row of logged) expect(row).toMatchObject({ score: null, parts: [], inputHash: null, decision: null });
    expect(logged[0]?.seenBy.toSorted()).toEqual(['adviser', 'customer']);
    const left = { personProposalId: first?.personProposalId ?? '', version: first?.version ?? 0 };
    await run(customer.actor, leaveProposal, left);
    expect(await titles()).toEqual(['Paras', 'Toinen']);
    expect((await proposalOf()).map(({ isStanding }) => isStanding).toSorted()).toEqual([false, true]);
    const dropped = (await logOf(customer.customerId)).filter(({ decision }) => decision === 'dropped');
    expect(dropped.map(({ kind, challengeId }) => [kind, challengeId])).toEqual([['person', far]]);
    await expect(run(customer.actor, leaveProposal, { ...left, version: left.version + 1 })).rejects.toMatchObject({
      code: 'notNow',
    });
  });

  test('added: where its score puts it; and an answer to it is the decision', async () => {
    const { adviser, customer, far, personAskId, titles } = await asked();
    await answer(adviser.actor, personAskId, { proposals: [{ challengeId: far, place: 'added', why: 'Kokeile.' }] });
    expect(await titles()).toEqual(['Paras', 'Toinen', 'Kaukainen']);
    await run(customer.actor, answerMatch, {
      ...{ challengeId: far, answer: 'yes', version: 0, card: cardWith(events) },
    });
    const person = (await logOf(customer.customerId)).find(({ kind }) => kind === 'person');
    expect(person?.decision).toBe('yes');
    const { lines } = await run(customer.actor, readSuggestionLog, { page: 1 });
    expect(lines.find(({ kind }) => kind === 'person')).toMatchObject({ what: 'Kaukainen', inputHash: null });
  });

  test('a later one of the same challenge comes in its place; what is said no to comes back by nobody', async () => {
    const { adviser, customer, far, personAskId, titles } = await asked();
    await answer(adviser.actor, personAskId, { proposals: [{ challengeId: far, place: 'first', why: 'Yksi.' }] });
    const { personAskId: again } = await ask(customer.actor);
    await answer(adviser.actor, again, { proposals: [{ challengeId: far, place: 'added', why: 'Kaksi.' }] });
    expect(await titles()).toEqual(['Paras', 'Toinen', 'Kaukainen']);
    expect((await run(customer.actor, readOwnAsk, personAskId)).proposals.map(({ isStanding }) => isStanding)).toEqual([
      false,
    ]);
    await run(customer.actor, answerMatch, { challengeId: far, answer: 'no', version: 0 });
    expect(await titles()).toEqual(['Paras', 'Toinen']);
  });

  test('not what is closed, not twice, not for a skill, and not another customer’s to leave', async () => {
    const { adviser, customer, far, personAskId, proposalOf } = await asked();
    const closed = await aChallenge(world, contact, { needs: [{ skillId: events }], state: 'closed' });
    const put = (...ids: string[]) => ({
      proposals: ids.map((challengeId) => ({ challengeId, place: 'first', why: 'Miksi.' })),
    });
    for (const wrong of [put(closed), put(far, far), put('x')])
      await expect(answer(adviser.actor, personAskId, wrong)).rejects.toMatchObject({ code: 'badInput' });
    expect(
      answerAskBody.safeParse({ answer: 'a', ...{ proposals: [{ challengeId: far, place: 'first', why: '' }] } })
        .success,
    ).toBe(false);
    const teller = await aTeller();
    const { personAskId: ofSkill } = await ask(teller.customer.actor, { suggestionId: teller.suggestionId });
    await expect(answer(teller.adviser.actor, ofSkill, put(far))).rejects.toMatchObject({ code: 'badInput' });
    await answer(adviser.actor, personAskId, put(far));
    const [first] = await proposalOf();
    const left = { personProposalId: first?.personProposalId ?? '', version: 1 };
    await expect(run(teller.customer.actor, leaveProposal, left)).rejects.toMatchObject({ code: 'notFound' });
    await expect(run(adviser.actor, leaveProposal, left)).rejects.toMatchObject({ code: 'notFound' });
    await run(customer.actor, leaveProposal, left);
  });

  test('open challenges are found by a word, the one asked about first', async () => {
    const { adviser, customer } = await withAdviser();
    const challengeId = await matched(customer, 'Kysytty');
    await aChallenge(world, contact, { needs: [{ skillId: events }], title: 'Zebra haussa' });
    const { personAskId } = await ask(customer.actor, { challengeId });
    expect((await look(adviser.actor, personAskId)).choices[0]?.title).toBe('Kysytty');
    for (const find of ['zebra', ' zeb\u0000ra'])
      expect((await look(adviser.actor, personAskId, find)).choices.map(({ title }) => title)).toEqual([
        'Kysytty',
        'Zebra haussa',
      ]);
    expect((await look(adviser.actor, personAskId, '\ud800')).choices).toHaveLength(1);
  });
});
