import { expect, test } from 'vitest';
import { setConsent } from '../kernel/consent.ts';
import { testWorld } from '../testing/database.ts';
import { answerMatch } from './answer-match.ts';
import { cardsFor } from './cards-for.ts';
import { matchingEvents } from './events.ts';
import { aChallenge, apartSkills, cardWith, keep } from './fixtures.ts';
import { prepareYes } from './prepare-yes.ts';
import { answersOf, myAnswers } from './read-answers.ts';
import { showMatch } from './show-match.ts';

const world = await testWorld();
const [events = 0, baking = 0, sewing = 0] = await apartSkills(world, 3);
const contact = await world.aBusinessContact({ businessName: 'Leipomo Lehto' });
const open = () => aChallenge(world, contact, { needs: [{ skillId: events }, { skillId: baking }] });
const aMatched = async (name = 'Liisa Laine') => {
  const customer = await world.aCustomer({ name, consents: ['matching'] });
  await keep(world, customer, { [events]: ['järjestin juhlat'], [baking]: ['leivoin'], [sewing]: [] });
  return customer;
};
const cards = (challengeId: string, actor = contact.actor) => world.run(actor, cardsFor, challengeId);
const mailKinds = async () =>
  (await world.database.inCity('turku', (tx) => tx.selectFrom('mail').select(['subject', 'body']).execute())).map(
    ({ subject }) => subject,
  );

test('a yes shows the business the card the customer chose, and opens the thread', async () => {
  const liisa = await aMatched();
  const challengeId = await open();
  expect(await cards(challengeId)).toEqual([]);
  const yes = await world.run(liisa.actor, answerMatch, { challengeId, answer: 'yes', card: cardWith(events) });
  expect(yes).toMatchObject({ answer: 'yes', version: 1 });
  const [card, ...others] = await cards(challengeId);
  expect(others).toEqual([]);
  expect(card).toMatchObject({ name: 'Liisa', intro: 'Pääsen viikonloppuisin.', threadId: yes.threadId });
  expect(card?.skills.map(({ skillId }) => skillId)).toEqual([events]);
  expect(card?.needs.map(({ skillId, state }) => [skillId, state])).toEqual([
    [events, 'met'],
    [baking, 'missing'],
  ]);
});

test('the customer sees who has looked at the card', async () => {
  const liisa = await aMatched();
  const challengeId = await open();
  await world.run(liisa.actor, answerMatch, { challengeId, answer: 'yes', card: cardWith() });
  await cards(challengeId);
  const looked = await world.database.inCity('turku', (tx) =>
    tx
      .selectFrom('useLog')
      .select(['personName', 'section'])
      .where('customerId', '=', liisa.customerId)
      .where('section', '=', 'card')
      .execute(),
  );
  expect(looked).toEqual([{ personName: contact.actor.name, section: 'card' }]);
});

test('taking a yes back hides the card at once, and a new yes finds the same thread', async () => {
  const liisa = await aMatched();
  const challengeId = await open();
  const yes = await world.run(liisa.actor, answerMatch, { challengeId, answer: 'yes', card: cardWith(events) });
  await world.run(liisa.actor, answerMatch, { challengeId, answer: 'no', word: 'Matka on pitkä', version: 1 });
  expect(await cards(challengeId)).toEqual([]);
  const again = await world.run(liisa.actor, answerMatch, {
    challengeId,
    answer: 'yes',
    card: cardWith(baking),
    version: 2,
  });
  expect(again).toEqual({ answer: 'yes', threadId: yes.threadId, version: 3 });
});

test('a skill dropped afterwards is gone from the card', async () => {
  const liisa = await aMatched();
  const challengeId = await open();
  await world.run(liisa.actor, answerMatch, { challengeId, answer: 'yes', card: cardWith(events, baking) });
  await world.database.inCity('turku', (tx) =>
    tx
      .updateTable('knowHow')
      .set({ state: 'dropped' })
      .where('customerId', '=', liisa.customerId)
      .where('skillId', '=', baking)
      .execute(),
  );
  expect((await cards(challengeId))[0]?.skills.map(({ skillId }) => skillId)).toEqual([events]);
  const { ownCard } = await world.run(liisa.actor, showMatch, { challengeId });
  expect(ownCard?.skills.map(({ skillId }) => skillId)).toEqual([events]);
});

test('a skill hidden afterwards is gone from the card, and how well I can it was never on it', async () => {
  const liisa = await aMatched();
  const challengeId = await aChallenge(world, contact, { needs: [{ skillId: events, level: 4 }, { skillId: baking }] });
  await world.run(liisa.actor, answerMatch, { challengeId, answer: 'yes', card: cardWith(events, baking) });
  const change = (skillId: number, what: { level: 1 } | { hiddenAt: Date }) =>
    world.database.inCity('turku', (tx) =>
      tx
        .updateTable('knowHow')
        .set(what)
        .where('customerId', '=', liisa.customerId)
        .where('skillId', '=', skillId)
        .execute(),
    );
  await change(events, { level: 1 });
  await change(baking, { hiddenAt: world.clock() });
  const [card] = await cards(challengeId);
  expect(card?.skills.map(({ skillId }) => skillId)).toEqual([events]);
  expect(card?.needs.find(({ skillId }) => skillId === events)?.state).toBe('met');
});

test('nobody but the contacts of its business sees the cards', async () => {
  const challengeId = await open();
  const rival = await world.aBusinessContact({ businessName: 'Toinen Oy' });
  const elsewhere = await world.aBusinessContact({ city: 'espoo' });
  const adviser = await world.aStaffActor('businessAdviser');
  const colleague = await world.aBusinessContact({ businessId: contact.businessId });
  for (const { actor } of [rival, elsewhere, adviser])
    await expect(cards(challengeId, actor)).rejects.toMatchObject({ code: 'notFound' });
  await expect(cards('nonsense')).rejects.toMatchObject({ code: 'notFound' });
  expect(await cards(challengeId, colleague.actor)).toEqual([]);
});

test('two answers from the same page: the second learns of the first', async () => {
  const liisa = await aMatched();
  const challengeId = await open();
  const both = await Promise.allSettled([
    world.run(liisa.actor, answerMatch, { challengeId, answer: 'no' }),
    world.run(liisa.actor, answerMatch, { challengeId, answer: 'notNow' }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await expect(world.run(liisa.actor, answerMatch, { challengeId, answer: 'no', version: 7 })).rejects.toMatchObject({
    code: 'changedMeanwhile',
    current: { version: 1 },
  });
});

test('a yes needs a card with kept skills only', async () => {
  const liisa = await aMatched();
  const challengeId = await open();
  const yes = { challengeId, answer: 'yes' as const };
  await expect(world.run(liisa.actor, answerMatch, yes)).rejects.toMatchObject({ code: 'badInput' });
  await expect(world.run(liisa.actor, answerMatch, { ...yes, card: cardWith(events, 999_999) })).rejects.toMatchObject({
    fields: [{ field: 'skillIds' }],
  });
});

test('a closed challenge takes no new answer, but a yes can always be taken back', async () => {
  const [liisa, maija] = [await aMatched(), await aMatched('Maija')];
  const challengeId = await open();
  await world.run(liisa.actor, answerMatch, { challengeId, answer: 'yes', card: cardWith(events) });
  await world.database.inCity('turku', (tx) =>
    tx
      .updateTable('challenge')
      .set({ state: 'closed' })
      .where('cityId', '=', 'turku')
      .where('id', '=', challengeId)
      .execute(),
  );
  await expect(world.run(maija.actor, answerMatch, { challengeId, answer: 'no' })).rejects.toMatchObject({
    code: 'notFound',
  });
  await expect(
    world.run(liisa.actor, answerMatch, { challengeId, answer: 'yes', card: cardWith(), version: 1 }),
  ).rejects.toMatchObject({ code: 'notNow' });
  await world.run(liisa.actor, answerMatch, { challengeId, answer: 'no', version: 1 });
  expect(await cards(challengeId)).toEqual([]);
});

test('without the consent an old yes is still mine to see and take back', async () => {
  const liisa = await aMatched();
  const challengeId = await open();
  await world.run(liisa.actor, answerMatch, { challengeId, answer: 'yes', card: cardWith(events) });
  await world.run(liisa.actor, setConsent, { what: 'matching', isGiven: false, untilOn: null });
  expect(await world.run(liisa.actor, showMatch, { challengeId })).toMatchObject({
    isConsented: false,
    answer: { answer: 'yes' },
  });
  await world.run(liisa.actor, answerMatch, { challengeId, answer: 'notNow', version: 1 });
  expect(await cards(challengeId)).toEqual([]);
});

test('the page before a yes names the skills the challenge wants, ticks nothing by itself, and then the card chosen before', async () => {
  const liisa = await aMatched();
  const challengeId = await open();
  const first = await world.run(liisa.actor, prepareYes, { challengeId });
  expect(first).toMatchObject({
    firstName: 'Liisa',
    fullName: 'Liisa Laine',
    nameShown: 'firstName',
    isYes: false,
    version: 0,
  });
  const wanted = first.skills.filter(({ isWanted }) => isWanted).map(({ skillId }) => skillId);
  expect(wanted.sort()).toEqual([events, baking].sort());
  expect(first.skills.filter(({ isChosen }) => isChosen)).toEqual([]);
  await world.run(liisa.actor, answerMatch, { challengeId, answer: 'yes', card: cardWith(sewing) });
  const later = await world.run(liisa.actor, prepareYes, { challengeId });
  expect(later).toMatchObject({ intro: 'Pääsen viikonloppuisin.', isYes: true, version: 1 });
  expect(later.skills.filter(({ isChosen }) => isChosen).map(({ skillId }) => skillId)).toEqual([sewing]);
});

test('both sides hear of a yes by mail, without a name; the business of one taken back', async () => {
  const liisa = await aMatched('Nimetön Salanen');
  const challengeId = await open();
  world.jobs.takeEvents();
  await world.database.inCity('turku', (tx) => tx.updateTable('mail').set({ sentAt: world.clock() }).execute());
  const before = (await mailKinds()).length;
  await world.run(liisa.actor, answerMatch, { challengeId, answer: 'yes', card: cardWith(events) });
  expect(world.jobs.topics()).toEqual(['answeredYes']);
  await world.deliver(matchingEvents);
  const mails = await world.database.inCity('turku', (tx) =>
    tx.selectFrom('mail').select(['personId', 'body', 'subject']).where('sentAt', 'is', null).execute(),
  );
  expect((await mailKinds()).length).toBeGreaterThan(before);
  expect(new Set(mails.map(({ personId }) => personId))).toContain(liisa.personId);
  const toContact = mails.filter(({ personId }) => personId === contact.personId);
  expect(toContact).toHaveLength(1);
  expect(toContact[0]?.body).toContain(`/challenges/${challengeId}`);
  expect(`${toContact[0]?.subject} ${toContact[0]?.body}`).not.toMatch(/Nimetön|Salanen/);
  await world.run(liisa.actor, answerMatch, { challengeId, answer: 'no', version: 1 });
  expect(world.jobs.topics()).toEqual(['yesWithdrawn', 'answeredNo']);
  await world.deliver(matchingEvents);
  expect((await mailKinds()).filter((subject) => subject.startsWith('Yksi kyllä on peruttu'))).not.toHaveLength(0);
});

test('a yes taken back before the mail goes out tells nobody of it', async () => {
  const liisa = await aMatched();
  const challengeId = await aChallenge(world, contact, { title: 'Ehtii perua', needs: [{ skillId: events }] });
  world.jobs.takeEvents();
  await world.run(liisa.actor, answerMatch, { challengeId, answer: 'yes', card: cardWith(events) });
  await world.run(liisa.actor, answerMatch, { challengeId, answer: 'no', version: 1 });
  await world.deliver(matchingEvents);
  expect(await mailKinds()).not.toContain('Joku sanoi kyllä: Ehtii perua');
});

test('the adviser of the caseload reads what was answered and why; no other does', async () => {
  const liisa = await aMatched();
  const adviser = await world.anAdviser({ caseload: [liisa] });
  const other = await world.anAdviser();
  const challengeId = await open();
  await world.run(liisa.actor, answerMatch, { challengeId, answer: 'no', word: 'Matka on pitkä' });
  const said = [{ challengeId, answer: 'no', word: 'Matka on pitkä', businessName: 'Leipomo Lehto', isOpen: true }];
  expect(await world.run(adviser.actor, answersOf, liisa.customerId)).toMatchObject(said);
  expect(await world.run(liisa.actor, myAnswers, { page: 1 })).toMatchObject({ answers: said, hasMore: false });
  await expect(world.run(other.actor, answersOf, liisa.customerId)).rejects.toMatchObject({ code: 'notFound' });
});
