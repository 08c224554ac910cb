import { describe, expect, test } from 'vitest';
import { setConsent } from '../../kernel/consent.ts';
import { readLookers } from '../../kernel/use-log.ts';
import { testWorld } from '../../testing/database.ts';
import { addKnowHow } from '../add-know-how.ts';
import { addExperience } from './add-experience.ts';
import { readAdviserShare, readCustomerProfile, shareWithAdviser } from './adviser-share.ts';
import { experienceInput } from './experience-input.ts';
import { addLanguageSkill } from './language-skills.ts';
import { addLicence, licenceInput } from './licences.ts';
import { endLink, linkInput, makeLink, readLink, readLinks } from './links.ts';
import { moveItem } from './move-item.ts';
import { openLink } from './open-link.ts';
import { tellLevel } from './own-level.ts';
import { type LinkPart, linkParts } from './tables.ts';
import { tieSkill } from './tie-skill.ts';
import { tellWishes } from './wishes.ts';

const world = await testWorld();
type Actor = Parameters<typeof world.run>[0];

const find = (query: string) => {
  const [found] = world.services.vocabulary.search(query, 'fi', 1);
  if (!found) throw new Error(`nothing is called ${query}`);
  return found;
};
const [baking, photos] = [find('leipominen'), find('valokuvaus')];

const job = (title: string) => experienceInput.parse({ kind: 'work', title, did: 'Tein kaikkea.', language: 'fi' });

/** Somebody who shows one and hides another of everything. */
const aHider = async () => {
  const customer = await world.aCustomer({ name: 'Liisa Maria Laine', consents: ['adviserKnowHow'] });
  const { actor } = customer;
  const hide = (kind: 'experience' | 'language' | 'licence', id: string) =>
    world.run(actor, moveItem, { kind, id, move: 'hide', version: 1 });
  const shown = await world.run(actor, addKnowHow, { uri: baking.uri });
  await world.run(actor, tellLevel, { knowHowId: shown.id, version: 1, level: 2, levelWords: 'omin sanoin' });
  const hidden = await world.run(actor, addKnowHow, { uri: photos.uri });
  await world.run(actor, tellLevel, { knowHowId: hidden.id, version: 1, isHidden: true });
  const first = await world.run(actor, addExperience, job('Näkyvä'));
  for (const { uri } of [baking, photos])
    await world.run(actor, tieSkill, { experienceId: first.id, uri, isTied: true });
  await hide('experience', (await world.run(actor, addExperience, job('Piilossa'))).id);
  const gone = await world.run(actor, addExperience, job('Poistettu'));
  await world.run(actor, moveItem, { kind: 'experience', id: gone.id, move: 'remove', version: 1 });
  await world.run(actor, addLanguageSkill, { code: 'fi', level: 'native' });
  await hide('language', (await world.run(actor, addLanguageSkill, { code: 'so', level: 'C1' })).id);
  await world.run(actor, addLicence, licenceInput.parse({ kind: 'card', name: 'Näkyvä kortti' }));
  const card = await world.run(actor, addLicence, licenceInput.parse({ kind: 'card', name: 'Piilokortti' }));
  await hide('licence', card.id);
  await world.run(actor, tellWishes, { what: [{ text: 'leipoa', uri: null }], where: '', notWanted: '', version: 0 });
  return customer;
};

const allSeen = {
  knowHow: [{ label: baking.label, level: 2, levelWords: 'omin sanoin' }],
  experiences: [expect.objectContaining({ title: 'Näkyvä', skills: [baking.label] })],
  languages: [{ code: 'fi', level: 'native' }],
  licences: [expect.objectContaining({ name: 'Näkyvä kortti' })],
  wishes: { what: ['leipoa'], where: '', notWanted: '' },
};
const nothingSeen = { knowHow: [], experiences: [], languages: [], licences: [], wishes: null };

describe('an adviser', () => {
  test('sees kept know-how with the consent, other parts when they are shown, and nothing hidden', async () => {
    const customer = await aHider();
    const adviser = await world.anAdviser({ caseload: [customer] });
    const look = async () => (await world.run(adviser.actor, readCustomerProfile, customer.customerId)).seen;
    const knowHow = [{ label: baking.label, level: 2, levelWords: '' }];
    expect(await look()).toEqual({ ...nothingSeen, knowHow });
    const parts = ['experiences', 'languages', 'licences', 'wishes'] as const;
    await world.run(customer.actor, shareWithAdviser, { parts: [...parts], version: 0 });
    expect(await look()).toEqual({ ...allSeen, knowHow });
    expect((await world.run(customer.actor, readAdviserShare, undefined)).seen).toEqual(await look());
    await world.run(customer.actor, shareWithAdviser, { parts: ['licences'], version: 1 });
    expect(await look()).toEqual({ ...nothingSeen, knowHow, licences: allSeen.licences });
    await expect(world.run(customer.actor, shareWithAdviser, { parts: [], version: 1 })).rejects.toMatchObject({
      code: 'changedMeanwhile',
      current: { parts: ['licences'], version: 2 },
    });
    await world.run(customer.actor, setConsent, { what: 'adviserKnowHow', isGiven: false, untilOn: null });
    expect(await look()).toBeNull();
  });

  test('of another caseload finds nobody there', async () => {
    const customer = await world.aCustomer({ consents: ['adviserKnowHow'] });
    const adviser = await world.anAdviser();
    await expect(world.run(adviser.actor, readCustomerProfile, customer.customerId)).rejects.toMatchObject({
      code: 'notFound',
    });
  });
});

describe('a link', () => {
  const open = (secret: string | null) => {
    const guest = {
      personId: null,
      name: '',
      language: 'fi',
      cityId: 'turku',
      role: 'guest',
      requestId: 'test',
    } as const;
    return world.runAsGuest(guest, openLink, secret ?? '');
  };
  const none = { code: 'notFound' };
  const make = async (actor: Actor, parts: readonly LinkPart[], more: object = {}) => {
    const input = { name: 'Leipomolle', nameShown: 'firstName', parts, untilOn: '2026-06-01', ...more };
    const { id } = await world.run(actor, makeLink, linkInput.parse(input));
    const { secret } = await world.run(actor, readLink, id);
    return { id, secret };
  };

  test('shows whoever has it the chosen parts that are not hidden, and nothing else', async () => {
    const { actor } = await aHider();
    const whole = await make(actor, linkParts, { nameShown: 'fullName' });
    expect(await open(whole.secret)).toMatchObject({ name: 'Liisa Maria Laine', seen: allSeen });
    const few = await make(actor, ['languages']);
    const opened = await open(few.secret);
    expect(opened).toMatchObject({ name: 'Liisa', seen: { ...nothingSeen, languages: allSeen.languages } });
    expect(JSON.stringify(opened)).not.toMatch(/Laine|Piilo|Poistettu|Leipomolle/);
  });

  test('opens until the end of its last day, and no more when it has ended; neither can be told from one that never was', async () => {
    const { actor } = await world.aCustomer();
    const { id, secret } = await make(actor, ['knowHow'], { untilOn: '2026-03-02' });
    world.clock.set('2026-03-02T21:59:00Z');
    await open(secret);
    world.clock.set('2026-03-02T22:00:00Z');
    await expect(open(secret)).rejects.toMatchObject(none);
    expect(await world.run(actor, readLink, id)).toMatchObject({ state: 'past', secret: null });
    world.clock.set('2026-03-02T07:00:00Z');
    await world.run(actor, endLink, id);
    await world.run(actor, endLink, id);
    await expect(open(secret)).rejects.toMatchObject(none);
    for (const one of [
      '',
      'turku',
      'turku.',
      `turku.${'a'.repeat(43)}`,
      `espoo.${secret?.split('.')[1]}`,
      `../${secret}`,
    ])
      await expect(open(one)).rejects.toMatchObject(none);
  });

  test('keeps its secret as a hash alone', async () => {
    const { actor } = await world.aCustomer();
    const { secret, id } = await make(actor, ['knowHow']);
    const rows = await world.database.inCity('turku', (tx) =>
      tx.selectFrom('profileLink').selectAll().where('id', '=', id).execute(),
    );
    const [, random = ''] = secret?.split('.') ?? [];
    expect(random).toHaveLength(43);
    expect(
      JSON.stringify(rows.map((row) => ({ ...row, secretHash: row.secretHash.toString('base64url') }))),
    ).not.toContain(random);
  });

  test("each opening is counted, and stands in the use log by the link's own sign", async () => {
    const { actor } = await world.aCustomer();
    const { id, secret } = await make(actor, ['knowHow']);
    await open(secret);
    await open(secret);
    expect(await world.run(actor, readLink, id)).toMatchObject({ openings: 2, openedAt: expect.any(Date) });
    const looks = await world.run(actor, readLookers, {});
    expect(looks.filter(({ role }) => role === 'guest')).toMatchObject([
      { personName: `#${id.slice(-6)}`, section: 'profile', action: 'read', why: 'with the link', isMe: false },
      { why: 'with the link' },
    ]);
  });

  test("is only its maker's to see and end, holds a year at most, and there are twenty open at most", async () => {
    const { actor } = await world.aCustomer();
    const { id } = await make(actor, ['knowHow']);
    const other = await world.aCustomer();
    await expect(world.run(other.actor, readLink, id)).rejects.toMatchObject({ code: 'notFound' });
    await expect(world.run(other.actor, endLink, id)).rejects.toMatchObject({ code: 'notFound' });
    expect(await world.run(other.actor, readLinks, undefined)).toEqual([]);
    for (const untilOn of ['2026-03-01', '2027-03-04'])
      await expect(make(actor, ['knowHow'], { untilOn })).rejects.toMatchObject({ fields: [{ field: 'untilOn' }] });
    for (let made = 1; made < 20; made += 1) await make(actor, ['knowHow']);
    await expect(make(actor, ['knowHow'])).rejects.toMatchObject({ code: 'notNow' });
    await world.run(actor, endLink, id);
    await make(actor, ['knowHow']);
  });

  test('of a customer who has left opens no more', async () => {
    const { actor, customerId } = await world.aCustomer();
    const { secret } = await make(actor, ['knowHow']);
    await world.database.inCity('turku', (tx) =>
      tx.updateTable('customer').set({ deletedAt: world.clock() }).where('id', '=', customerId).execute(),
    );
    await expect(open(secret)).rejects.toMatchObject(none);
  });
});
