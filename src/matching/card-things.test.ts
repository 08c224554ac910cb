import { expect, test } from 'vitest';
import { readLookers } from '../kernel/use-log.ts';
import {
  addExperience,
  addLanguageSkill,
  addLicence,
  experienceInput,
  keptSkills,
  languageInput,
  licenceInput,
} from '../know-how/index.ts';
import { shareWith } from '../know-how/profile/audience-share.ts';
import { moveItem } from '../know-how/profile/move-item.ts';
import { tellLevel } from '../know-how/profile/own-level.ts';
import { tieSkill } from '../know-how/profile/tie-skill.ts';
import { testWorld } from '../testing/database.ts';
import { answerMatch } from './answer-match.ts';
import { cardsFor } from './cards-for.ts';
import { aChallenge, apartSkills, cardWith, keep } from './fixtures.ts';
import { previewCard } from './own-card.ts';
import { prepareYes } from './prepare-yes.ts';
import { showMatch } from './show-match.ts';

const world = await testWorld();
const [events = 0, baking = 0] = await apartSkills(world, 2);
const contact = await world.aBusinessContact({ businessName: 'Leipomo Lehto' });

/** Somebody with two skills found in a job, unpaid care, a language and two cards; and a challenge. */
const aTeller = async () => {
  const liisa = await world.aCustomer({ name: 'Liisa Laine', consents: ['matching'] });
  const { actor } = liisa;
  await keep(world, liisa, { [events]: [], [baking]: [] });
  const tell = async (more: object) => {
    const told = {
      kind: 'work',
      title: 'Leipuri',
      place: 'Kylän leipomo',
      did: 'Omat sanani.',
      language: 'fi',
      ...more,
    };
    return (await world.run(actor, addExperience, experienceInput.parse(told))).id;
  };
  const job = await tell({ from: { on: '2015', about: true }, to: { on: '2019-05' } });
  const care = await tell({ kind: 'care', title: 'Äidin hoito', place: '' });
  for (const skill of [events, baking]) {
    const uri = world.services.vocabulary.skill(skill)?.uri ?? '';
    await world.run(actor, tieSkill, { experienceId: job, uri, isTied: true });
  }
  const { id: language } = await world.run(actor, addLanguageSkill, languageInput.parse({ code: 'so', level: 'C1' }));
  const licence = async (name: string) =>
    (await world.run(actor, addLicence, licenceInput.parse({ kind: 'card', name }))).id;
  const [hygiene, other] = [await licence('Hygieniapassi'), await licence('Toinen kortti')];
  const kept = await world.database.inCity('turku', (tx) => keptSkills(tx, 'turku', liisa.customerId));
  const knowHowId = kept.find(({ skillId }) => skillId === baking)?.knowHowId ?? '';
  const challengeId = await aChallenge(world, contact, { needs: [{ skillId: events }, { skillId: baking }] });
  return { ...liisa, job, care, language, hygiene, other, knowHowId, challengeId };
};
type Teller = Awaited<ReturnType<typeof aTeller>>;

const cardOf = ({ job, care, language, hygiene }: Teller) => ({
  ...cardWith(baking),
  experienceIds: [job, care],
  languageIds: [language],
  licenceIds: [hygiene],
});
const sayYes = (who: Teller, version = 0, card: object = cardOf(who)) =>
  world.run(who.actor, answerMatch, {
    ...{ challengeId: who.challengeId, answer: 'yes', version },
    card: { ...cardWith(baking), ...card },
  });
const seen = async ({ challengeId }: Teller) => (await world.run(contact.actor, cardsFor, challengeId))[0];
const titles = async (who: Teller) => (await seen(who))?.experiences.map(({ title }) => title).sort();

test('the business gets the experiences, languages and licences chosen, each as told, and with an experience only skills on the card', async () => {
  const who = await aTeller();
  await sayYes(who);
  const card = await seen(who);
  const label = world.services.vocabulary.skill(baking)?.labels.fi;
  expect(card?.experiences.find(({ id }) => id === who.job)).toEqual({
    ...{ id: who.job, kind: 'work', title: 'Leipuri', place: 'Kylän leipomo', language: 'fi', isOngoing: false },
    ...{ from: { on: '2015', about: true }, to: { on: '2019-05', about: false }, skills: [label] },
  });
  expect(card?.languages).toMatchObject([{ code: 'so', level: 'C1' }]);
  expect(card?.licences).toMatchObject([{ name: 'Hygieniapassi' }]);
  expect(JSON.stringify(card)).not.toMatch(/Omat sanani|Toinen kortti/);
});

test('each look at a card is in its customer’s use log', async () => {
  const who = await aTeller();
  await sayYes(who);
  await seen(who);
  const looks = await world.run(who.actor, readLookers, {});
  expect(looks.filter(({ isMe }) => !isMe)).toMatchObject([
    { role: 'businessContact', section: 'card', action: 'read', why: 'cards after a yes' },
  ]);
});

test('what is looked at before is what is given, and what its customer sees afterwards', async () => {
  const who = await aTeller();
  const before = await world.run(who.actor, previewCard, {
    challengeId: who.challengeId,
    card: { ...cardOf(who), withOthers: false },
  });
  await sayYes(who);
  const given = await seen(who);
  const { ownCard } = await world.run(who.actor, showMatch, { challengeId: who.challengeId });
  const same = { answerId: '', threadId: '', answeredAt: null };
  expect({ ...given, ...same }).toEqual({ ...before, ...same });
  expect({ ...ownCard, ...same }).toEqual({ ...before, ...same });
});

test('what is hidden, removed or deleted for good afterwards is gone from the card at once', async () => {
  const who = await aTeller();
  await sayYes(who);
  const move = (
    kind: 'experience' | 'language' | 'licence',
    id: string,
    to: 'hide' | 'remove' | 'deleteForGood',
    version: number,
  ) => world.run(who.actor, moveItem, { kind, id, move: to, version });
  await move('experience', who.job, 'hide', 1);
  expect(await titles(who)).toEqual(['Äidin hoito']);
  await move('experience', who.care, 'remove', 1);
  await move('experience', who.care, 'deleteForGood', 2);
  await move('language', who.language, 'remove', 1);
  await move('licence', who.hygiene, 'hide', 1);
  expect(await seen(who)).toMatchObject({ experiences: [], languages: [], licences: [] });
});

test('a yes taken back takes everything along', async () => {
  const who = await aTeller();
  await sayYes(who);
  await world.run(who.actor, answerMatch, { challengeId: who.challengeId, answer: 'no', version: 1 });
  expect(await seen(who)).toBeUndefined();
  const kept = await world.database.inCity('turku', (tx) =>
    tx.selectFrom('answer').select('card').where('challengeId', '=', who.challengeId).execute(),
  );
  expect(kept).toEqual([{ card: null }]);
});

test('what is hidden from businesses goes from cards given before; a card given after shows it', async () => {
  const who = await aTeller();
  const choose = (version: number, items: string[]) =>
    world.run(who.actor, shareWith, { audience: 'business', items, newOnes: [], version });
  await choose(0, [`experience:${who.job}`, `knowHow:${who.knowHowId}`]);
  await sayYes(who);
  await choose(1, []);
  expect(await seen(who)).toMatchObject({ skills: [], experiences: [{ title: 'Äidin hoito' }] });
  const { things, skills } = await world.run(who.actor, prepareYes, { challengeId: who.challengeId });
  expect(things.filter(({ isChosen }) => isChosen).map(({ item }) => item)).toEqual([
    who.care,
    who.language,
    who.hygiene,
  ]);
  expect(skills.filter(({ isChosen }) => isChosen)).toEqual([]);
  world.clock.set('2026-03-02T08:00:00Z');
  await sayYes(who, 1);
  expect(await titles(who)).toEqual(['Leipuri', 'Äidin hoito']);
  expect((await seen(who))?.skills).toHaveLength(1);
});

test('before the first yes only what is to be ready on every card is ticked, and unpaid care never', async () => {
  const who = await aTeller();
  const ticked = async () => {
    const { things, skills } = await world.run(who.actor, prepareYes, { challengeId: who.challengeId });
    return [...things, ...skills]
      .filter(({ isChosen }) => isChosen)
      .map((one) => ('item' in one ? one.item : one.skillId));
  };
  expect(await ticked()).toEqual([]);
  const items = [`experience:${who.job}`, `experience:${who.care}`, `licence:${who.other}`, `knowHow:${who.knowHowId}`];
  await world.run(who.actor, shareWith, { audience: 'business', items, newOnes: ['experience'], version: 0 });
  expect(await ticked()).toEqual([who.job, who.other, baking]);
  await sayYes(who);
  expect(await ticked()).toContain(who.care);
});

test("a card takes only what is there, is not hidden and is one's own", async () => {
  const [who, other] = [await aTeller(), await aTeller()];
  await world.run(who.actor, moveItem, { kind: 'licence', id: who.hygiene, move: 'hide', version: 1 });
  const refused = async (card: object, field: string) =>
    expect(sayYes(who, 0, card)).rejects.toMatchObject({ fields: [{ field }] });
  await refused({ licenceIds: [who.hygiene] }, 'licenceIds');
  await refused({ experienceIds: [other.job] }, 'experienceIds');
  await refused({ languageIds: ['nonsense'] }, 'languageIds');
  await world.run(who.actor, tellLevel, { knowHowId: who.knowHowId, version: 1, isHidden: true });
  await refused({ skillIds: [baking] }, 'skillIds');
});
