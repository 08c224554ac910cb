import { describe, expect, test } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import { setTerm } from '../../kernel/terms.ts';
import { readLookers } from '../../kernel/use-log.ts';
import { changeStory } from '../../know-how/change-story.ts';
import { readStory } from '../../know-how/read-story.ts';
import { tellStory } from '../../know-how/tell-story.ts';
import type { MadeCustomer } from '../../testing/builders.ts';
import { testWorld } from '../../testing/database.ts';
import { answerMatch } from '../answer-match.ts';
import { readSuggestionLog } from '../answerable/read-suggestions.ts';
import { matchingEvents } from '../events.ts';
import { aChallenge, apartSkills, aRelatedPair, cardWith, keep } from '../fixtures.ts';
import { matchingMoves } from '../moves.ts';
import { plainPoints } from '../rules.ts';
import { showMatch } from '../show-match.ts';
import { showMatches } from '../show-matches.ts';
import { answerAsk, answerAskBody } from './answer-ask.ts';
import { askInput, askPerson } from './ask-person.ts';
import { readAskCounts, readLateAsks } from './count-asks.ts';
import { leaveProposal } from './leave-proposal.ts';
import { sayRead } from './read-answer.ts';
import { prepareAsk, readAskedPerson, readAskedPersons, readOwnAsk, readOwnAsks } from './read-asks.ts';
import { withdrawAsk } from './withdraw-ask.ts';

const world = await testWorld();
const { run } = world;
const [events = 0, baking = 0, driving = 0] = await apartSkills(world, 3);
const contact = await world.aBusinessContact();
const text = 'Järjestin kyläjuhlat ja leivoin pullaa myyjäisiin.';

const ask = (actor: Actor, about: { suggestionId?: string; challengeId?: string; showsWords?: boolean } = {}) =>
  run(actor, askPerson, askInput.parse({ words: 'Katsotko tämän kanssani?', ...about }));
const answer = (actor: Actor, personAskId: string, more: Record<string, unknown> = {}, version = 1) =>
  run(actor, answerAsk, { ...answerAskBody.parse({ answer: 'Katsoin.', ...more }), personAskId, version });
const look = (actor: Actor, personAskId: string, find = '') => run(actor, readAskedPerson, { personAskId, find });
const movesOf = async ({ actor }: { actor: Actor }) =>
  (
    await run(actor, (work) => matchingMoves[actor.role as 'customer']?.(work) ?? Promise.resolve([]), undefined)
  ).filter(({ kind }) => kind !== 'newMatches' && kind !== 'freshMatches');
const mailsTo = (personId: string) =>
  world.database.inCity('turku', (tx) =>
    tx.selectFrom('mail').select(['subject', 'body']).where('personId', '=', personId).execute(),
  );
const logOf = (customerId: string) =>
  world.database.inCity('turku', (tx) =>
    tx.selectFrom('suggestionLog').selectAll().where('customerId', '=', customerId).orderBy('id').execute(),
  );

const withAdviser = async () => {
  const adviser = await world.anAdviser({ name: 'Päivi Kallioinen' });
  const customer = await world.aCustomer({ name: 'Liisa Laine', consents: ['matching'], adviser });
  return { adviser, customer };
};
const aTeller = async () => {
  const made = await withAdviser();
  const { id } = await run(made.customer.actor, tellStory, { text, language: 'fi' });
  const { found } = await run(made.customer.actor, readStory, id);
  const [first] = found;
  if (!first?.suggestionId) throw new Error('nothing was suggested');
  return { ...made, storyId: id, suggestion: first, suggestionId: first.suggestionId };
};
const matched = async (customer: MadeCustomer, title = 'Lauantain jono') => {
  await keep(world, customer, { [events]: ['järjestin juhlat'] });
  return aChallenge(world, contact, { needs: [{ skillId: events }, { skillId: baking }], title });
};

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
    const next = { storyId, version: 1, text: `Salaa vain. ${text}`, language: 'fi' as const };
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
