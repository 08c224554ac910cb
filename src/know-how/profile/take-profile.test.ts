import { expect, test } from 'vitest';
import { testWorld } from '../../testing/database.ts';
import { readMyKnowHow } from '../queries.ts';
import { addExperience } from './add-experience.ts';
import { moveItem } from './move-item.ts';
import { type PortableProfile, portableProfile } from './portable.ts';
import { readPortable } from './read-portable.ts';
import { readMyProfile } from './read-profile.ts';
import { takeProfile } from './take-profile.ts';

const world = await testWorld();
const { vocabulary } = world.services;

const skill = (query: string) => {
  const [found] = vocabulary.search(query, 'fi', 1);
  if (!found) throw new Error(`nothing is called ${query}`);
  return found;
};
const [baking, photos] = [skill('leipominen'), skill('valokuvaus')];

const whole: PortableProfile = portableProfile.parse({
  format: 'tuttu-profile',
  version: 1,
  language: 'fi',
  person: { name: 'Joku Toinen', email: 'joku@example.invalid', area: 'Muualla' },
  experiences: [
    {
      kind: 'care',
      title: 'Äidin omaishoitaja',
      from: { on: '2020', about: true },
      isOngoing: true,
      did: 'Leivoin pullaa.\nHoidin lääkkeet.',
      language: 'fi',
      skills: [baking.uri],
    },
    {
      kind: 'work',
      title: 'Kassatyöntekijä',
      place: 'Lähikauppa',
      from: { on: '2012-05' },
      to: { on: '2019-12-31', about: true },
      did: 'Kassalla.',
      language: 'fi',
      isHidden: true,
    },
  ],
  knowHow: [
    { uri: baking.uri, label: baking.label, level: 3, levelWords: 'joka viikko', words: ['Leivoin pullaa'] },
    { uri: photos.uri, label: photos.label, isHidden: true },
  ].sort((a, b) => (a.uri < b.uri ? -1 : 1)),
  languages: [
    { code: 'fi', level: 'native' },
    { code: 'so', level: 'A2', isHidden: true },
  ],
  licences: [
    { kind: 'drivingLicence', code: 'B', name: 'B, henkilöauto' },
    { kind: 'card', code: 'hygieniapassi', name: 'Hygieniapassi', isHidden: true },
    { kind: 'card', name: 'Saunamajurin kortti', untilOn: '2030-01-31' },
  ].sort((a, b) => (b.kind + (a.code ?? '') < a.kind + (b.code ?? '') ? -1 : 1)),
  wishes: {
    what: [
      { text: 'Haluan tehdä ruokaa', uri: null },
      { text: baking.label, uri: baking.uri },
    ],
    where: 'Turun keskusta',
    notWanted: 'yötyö',
  },
  limits: { hours: 'days', languages: ['fi'] },
});

const ofPerson = ({ person: _, ...rest }: PortableProfile) => ({
  ...rest,
  licences: [...rest.licences].sort((a, b) => a.name.localeCompare(b.name)),
});

test('a profile taken in whole leaves the same, but for who it is of', async () => {
  const { actor, customerId } = await world.aCustomer({ name: 'Liisa Laine', area: 'Varissuo' });
  const taken = await world.run(actor, takeProfile, { profile: whole });
  expect(taken).toEqual({ experiences: 2, knowHow: 2, languages: 2, licences: 3, wishes: 2, unknown: [] });
  const left = await world.run(actor, readPortable, customerId);
  expect(ofPerson(left)).toEqual(ofPerson(whole));
  expect(left.person).toMatchObject({ name: 'Liisa Laine', area: 'Varissuo' });
  expect(portableProfile.parse(JSON.parse(JSON.stringify(left)))).toEqual(left);
});

test('taken in again nothing comes twice', async () => {
  const { actor, customerId } = await world.aCustomer();
  await world.run(actor, takeProfile, { profile: whole });
  const again = await world.run(actor, takeProfile, { profile: whole });
  expect(again).toEqual({ experiences: 0, knowHow: 0, languages: 0, licences: 0, wishes: 0, unknown: [] });
  expect(ofPerson(await world.run(actor, readPortable, customerId))).toEqual(ofPerson(whole));
});

test('only the chosen parts are taken, and what was told before stands', async () => {
  const { actor, customerId } = await world.aCustomer({ workHours: 'evenings', spokenLanguages: ['sv'] });
  const profile = { ...whole, experiences: [], knowHow: [], languages: whole.languages.slice(0, 1) };
  await world.run(actor, takeProfile, { profile });
  const left = await world.run(actor, readPortable, customerId);
  expect(left).toMatchObject({ experiences: [], knowHow: [], languages: [{ code: 'fi', level: 'native' }] });
  expect(left.limits).toEqual({ hours: 'evenings', languages: ['sv'] });
});

test('a skill the vocabulary has never had is told, and the rest is taken', async () => {
  const { actor } = await world.aCustomer();
  const strange = { ...whole.knowHow[0], uri: 'http://example.org/never', label: 'x' };
  const profile = portableProfile.parse({ ...whole, knowHow: [strange, ...whole.knowHow] });
  const taken = await world.run(actor, takeProfile, { profile });
  expect(taken).toMatchObject({ knowHow: 2, unknown: ['http://example.org/never'] });
});

test('texts taken in suggest nothing by themselves, and a dropped skill taken again is kept', async () => {
  const { actor, customerId } = await world.aCustomer();
  await world.run(actor, takeProfile, { profile: whole });
  const suggested = await world.database.inCity('turku', (tx) =>
    tx
      .selectFrom('knowHow')
      .select('id')
      .where('customerId', '=', customerId)
      .where('state', '=', 'suggested')
      .execute(),
  );
  expect(suggested).toEqual([]);
  await world.database.inCity('turku', (tx) =>
    tx.updateTable('knowHow').set({ state: 'dropped' }).where('customerId', '=', customerId).execute(),
  );
  await world.run(actor, takeProfile, { profile: whole });
  expect((await world.run(actor, readMyKnowHow, undefined)).kept).toHaveLength(2);
});

test('removed parts do not leave, and come back with their text', async () => {
  const { actor, customerId } = await world.aCustomer();
  const experience = portableProfile.shape.experiences.unwrap().element.parse(whole.experiences[0]);
  const { id, suggestions } = await world.run(actor, addExperience, experience);
  expect(suggestions).toBeGreaterThan(0);
  await world.run(actor, moveItem, { kind: 'experience', id, move: 'remove', version: 1 });
  expect((await world.run(actor, readPortable, customerId)).experiences).toEqual([]);
  await world.run(actor, moveItem, { kind: 'experience', id, move: 'bringBack', version: 2 });
  const { experiences } = await world.run(actor, readMyProfile, undefined);
  expect(experiences).toMatchObject([{ did: experience.did, isRemoved: false, version: 3 }]);
});

test('a profile leaves with nobody but its customer', async () => {
  const customer = await world.aCustomer({ consents: ['adviserKnowHow'] });
  const adviser = await world.anAdviser({ caseload: [customer] });
  const other = await world.aCustomer();
  for (const { actor } of [adviser, other])
    await expect(world.run(actor, readPortable, customer.customerId)).rejects.toMatchObject({ code: 'notFound' });
});
