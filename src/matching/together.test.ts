import { expect, test } from 'vitest';
import { setConsent } from '../kernel/consent.ts';
import { setObjection } from '../kernel/objection.ts';
import { testWorld } from '../testing/database.ts';
import { answerMatch } from './answer-match.ts';
import { cardsFor, teamsFor } from './cards-for.ts';
import { aChallenge, apartSkills, cardWith, keep } from './fixtures.ts';
import { showMatch } from './show-match.ts';
import { showTogether } from './show-together.ts';

const world = await testWorld();
const [events = 0, baking = 0, sewing = 0, driving = 0, rare = 0] = await apartSkills(world, 5);
const contact = await world.aBusinessContact({ businessName: 'Leipomo Lehto' });
const needs = [events, baking, sewing, driving].map((skillId) => ({ skillId }));
const labelOf = (skillId: number) => world.services.vocabulary.skill(skillId)?.labels.fi ?? '';

const someone = async (name: string, ...skills: number[]) => {
  const customer = await world.aCustomer({ name, language: 'fi', consents: ['matching'] });
  await keep(world, customer, Object.fromEntries(skills.map((skillId) => [skillId, []])));
  return customer;
};
type Someone = Awaited<ReturnType<typeof someone>>;

const sayYes = (customer: Someone, challengeId: string, skills: number[], withOthers: boolean) =>
  world.run(customer.actor, answerMatch, {
    challengeId,
    answer: 'yes',
    card: { ...cardWith(...skills), withOthers },
  });
const together = (customer: Someone, challengeId: string) => world.run(customer.actor, showTogether, { challengeId });

test('the business sees who of those who said yes would complete each other, by name as on their cards', async () => {
  const challengeId = await aChallenge(world, contact, { needs });
  const [aino, bo, cia] = [
    await someone('Aino Aalto', events, baking),
    await someone('Bo Berg', sewing),
    await someone('Cia Carl', events),
  ];
  await sayYes(aino, challengeId, [events, baking], false);
  expect(await world.run(contact.actor, teamsFor, challengeId)).toBeNull();
  await sayYes(bo, challengeId, [sewing], false);
  await sayYes(cia, challengeId, [events], false);
  const found = await world.run(contact.actor, teamsFor, challengeId);
  expect(found).toMatchObject({ size: 2, open: [labelOf(driving)] });
  expect(found?.teams).toHaveLength(1);
  const brings = new Map(found?.teams[0]?.members.map((one) => [one.name, one.brings]));
  expect(brings.get('Aino')?.sort()).toEqual([events, baking].map(labelOf).sort());
  expect(brings.get('Bo')).toEqual([labelOf(sewing)]);
  await world.run(bo.actor, answerMatch, { challengeId, answer: 'no', version: 1 });
  expect(await world.run(contact.actor, teamsFor, challengeId)).toBeNull();
});

test('only the contacts of its business see them', async () => {
  const challengeId = await aChallenge(world, contact, { needs });
  const rival = await world.aBusinessContact({ businessName: 'Toinen Oy' });
  const adviser = await world.aStaffActor('businessAdviser');
  for (const actor of [rival.actor, adviser.actor])
    await expect(world.run(actor, teamsFor, challengeId)).rejects.toMatchObject({ code: 'notFound' });
});

test('before a yes, without the consent and afterwards there is nothing to see', async () => {
  const challengeId = await aChallenge(world, contact, { needs });
  const aino = await someone('Aino Aalto', events);
  expect(await together(aino, challengeId)).toBeNull();
  await sayYes(aino, challengeId, [events], true);
  expect(await together(aino, challengeId)).toMatchObject({ mine: [labelOf(events)], isShown: true, teams: null });
  await world.run(aino.actor, setConsent, { what: 'matching', isGiven: false, untilOn: null });
  expect(await together(aino, challengeId)).toBeNull();
});

test('others near are told in whether they are at least five, and never who', async () => {
  const challengeId = await aChallenge(world, contact, { needs: [{ skillId: sewing }, { skillId: driving }] });
  const aino = await someone('Aino Aalto', driving);
  await sayYes(aino, challengeId, [driving], false);
  const others = async () => (await together(aino, challengeId))?.others;
  expect(await others()).toEqual([{ label: labelOf(sewing), isNear: false }]);
  for (let made = 0; made < 7; made += 1) await someone(`Salainen ${made}`, sewing);
  const found = await together(aino, challengeId);
  expect(found).toMatchObject({ others: [{ label: labelOf(sewing), isNear: true }], besides: 1, teams: null });
  expect(JSON.stringify(found)).not.toContain('Salainen');
});

test('those who said yes see each other only when both let it be seen, and each look is in the use log', async () => {
  const challengeId = await aChallenge(world, contact, { needs });
  const [aino, bo, hidden] = [
    await someone('Aino Aalto', events, baking),
    await someone('Bo Berg', sewing),
    await someone('Salainen Sari', driving),
  ];
  await sayYes(aino, challengeId, [events, baking], true);
  await sayYes(bo, challengeId, [sewing], true);
  await sayYes(hidden, challengeId, [driving], false);
  const seen = await together(aino, challengeId);
  expect(seen?.teams).toMatchObject({ size: 2, open: [labelOf(driving)] });
  expect(seen?.teams?.teams[0]?.members.map(({ name }) => name).sort()).toEqual(['Aino', 'Bo']);
  expect(JSON.stringify(seen)).not.toMatch(/Salainen|Pääsen|threadId/);
  expect(await together(hidden, challengeId)).toMatchObject({ isShown: false, teams: null });
  const looks = await world.database.inCity('turku', (tx) =>
    tx
      .selectFrom('useLog')
      .select(['personName', 'section', 'action'])
      .where('customerId', '=', bo.customerId)
      .where('section', '=', 'card')
      .where('personId', '=', aino.personId)
      .execute(),
  );
  expect(looks).toEqual([{ personName: 'Aino Aalto', section: 'card', action: 'read' }]);
  await world.run(bo.actor, answerMatch, {
    challengeId,
    answer: 'yes',
    version: 1,
    card: { ...cardWith(sewing), withOthers: false },
  });
  expect((await together(aino, challengeId))?.teams).toBeNull();
});

test('how many besides me is told only where nobody could be picked out by it', async () => {
  const challengeId = await aChallenge(world, contact, { needs: [{ skillId: baking }, { skillId: rare }] });
  const aino = await someone('Aino Aalto', baking);
  await sayYes(aino, challengeId, [baking], false);
  const besides = async () => (await together(aino, challengeId))?.besides;
  await someone('Salainen Sari', rare);
  expect(await besides()).toBeNull();
  for (let made = 0; made < 7; made += 1) await someone(`Salainen ${made}`, rare);
  expect(await besides()).toBe(1);
});

test('who objects to matching or withdraws consent is in no team at once; the card stands, without what it would meet', async () => {
  const stops = {
    objects: (one: Someone) => world.run(one.actor, setObjection, { what: 'matching', isMade: true, word: '' }),
    withdraws: (one: Someone) => world.run(one.actor, setConsent, { what: 'matching', isGiven: false, untilOn: null }),
  };
  for (const stop of Object.values(stops)) {
    const challengeId = await aChallenge(world, contact, { needs });
    const [aino, zeinab] = [await someone('Aino Aalto', events), await someone('Zeinab Zaki', sewing)];
    await sayYes(aino, challengeId, [events], true);
    await sayYes(zeinab, challengeId, [sewing], true);
    expect((await together(aino, challengeId))?.teams?.size).toBe(2);
    expect((await world.run(contact.actor, teamsFor, challengeId))?.size).toBe(2);
    await stop(zeinab);
    expect((await together(aino, challengeId))?.teams).toBeNull();
    expect(await world.run(contact.actor, teamsFor, challengeId)).toBeNull();
    const cards = await world.run(contact.actor, cardsFor, challengeId);
    expect(cards.find(({ name }) => name === 'Zeinab')).toMatchObject({ isMatched: false, needs: [], skills: [{}] });
    expect(cards.find(({ name }) => name === 'Aino')).toMatchObject({ isMatched: true, needs: [{}, {}, {}, {}] });
    const { ownCard } = await world.run(zeinab.actor, showMatch, { challengeId });
    expect(ownCard).toMatchObject({ isMatched: false, needs: [] });
  }
});
