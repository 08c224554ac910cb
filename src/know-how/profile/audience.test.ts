import { describe, expect, test } from 'vitest';
import { setConsent } from '../../kernel/consent.ts';
import { readLookers } from '../../kernel/use-log.ts';
import { testWorld } from '../../testing/database.ts';
import { addKnowHow } from '../add-know-how.ts';
import { readCustomerKnowHow } from '../read-know-how.ts';
import { offerVouching } from '../vouching/offer-vouching.ts';
import { readOfferChoices } from '../vouching/read-vouching.ts';
import { addExperience } from './add-experience.ts';
import { readAudience, readCustomerProfile, shareWith } from './audience-share.ts';
import { shownInput } from './choose-shown.ts';
import { experienceInput } from './experience-input.ts';
import { readItemAudiences, showItem } from './item-audiences.ts';
import { addLanguageSkill } from './language-skills.ts';
import { addLicence, licenceInput } from './licences.ts';
import { endLink, linkInput, makeLink, readLink, readLinks, shareByLink } from './links.ts';
import { moveItem } from './move-item.ts';
import { openLink } from './open-link.ts';
import { tellLevel } from './own-level.ts';
import { type Audience, type ShareKind, shareKinds } from './tables.ts';
import { tieSkill } from './tie-skill.ts';
import { readWhoSees } from './who-sees.ts';
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

/** All there is of some kinds, and what is told later of others. */
const all = (...kinds: ShareKind[]) => kinds.map((kind) => `${kind}:*`);
const give = (
  actor: Actor,
  audience: 'adviser' | 'business',
  version: number,
  items: string[],
  newOnes: ShareKind[] = [],
) => world.run(actor, shareWith, { ...shownInput.parse({ items, newOnes }), audience, version });

describe('an adviser', () => {
  test('sees kept know-how with the consent, other parts when they are shown, and nothing hidden', async () => {
    const customer = await aHider();
    const adviser = await world.anAdviser({ caseload: [customer] });
    const look = async () => (await world.run(adviser.actor, readCustomerProfile, customer.customerId)).seen;
    const knowHow = [{ label: baking.label, level: 2, levelWords: '' }];
    expect(await look()).toEqual({ ...nothingSeen, knowHow });
    await give(customer.actor, 'adviser', 0, all(...shareKinds));
    expect(await look()).toEqual({ ...allSeen, knowHow });
    expect((await world.run(customer.actor, readAudience, 'adviser')).seen).toEqual(await look());
    await give(customer.actor, 'adviser', 1, all('licence'));
    expect(await look()).toEqual({ ...nothingSeen, licences: allSeen.licences });
    await expect(give(customer.actor, 'adviser', 1, [])).rejects.toMatchObject({
      code: 'changedMeanwhile',
      current: { items: [expect.stringMatching(/^licence:/), expect.stringMatching(/^licence:/)], version: 2 },
    });
    await world.run(customer.actor, setConsent, { what: 'adviserKnowHow', isGiven: false, untilOn: null });
    expect(await look()).toBeNull();
  });

  test('is not shown a skill the customer keeps from them, in any way they could ask', async () => {
    const customer = await world.aCustomer({ consents: ['adviserKnowHow'] });
    const adviser = await world.anAdviser({ caseload: [customer] });
    const { id } = await world.run(customer.actor, addKnowHow, { uri: baking.uri });
    const kept = await world.run(customer.actor, addKnowHow, { uri: photos.uri });
    const { id: experienceId } = await world.run(customer.actor, addExperience, job('Leipomossa'));
    for (const { uri } of [baking, photos])
      await world.run(customer.actor, tieSkill, { experienceId, uri, isTied: true });
    await give(customer.actor, 'adviser', 0, [`knowHow:${id}`, `experience:${experienceId}`], ['knowHow']);
    const { seen } = await world.run(adviser.actor, readCustomerProfile, customer.customerId);
    expect([seen?.knowHow, seen?.experiences]).toMatchObject([
      [{ label: baking.label }],
      [{ title: 'Leipomossa', skills: [baking.label] }],
    ]);
    const { knowHow } = await world.run(adviser.actor, readCustomerKnowHow, customer.customerId);
    expect(knowHow.map((one) => one.id)).toEqual([id]);
    const { skills } = await world.run(adviser.actor, readOfferChoices, customer.customerId);
    expect(skills).toEqual([{ uri: baking.uri, label: baking.label }]);
    const offer = { customerId: customer.customerId, how: 'Näin', since: '', until: '' };
    await expect(world.run(adviser.actor, offerVouching, { ...offer, skills: [photos.uri] })).rejects.toMatchObject({
      fields: [{ field: 'skills' }],
    });
    expect(kept.id).not.toBe(id);
  });

  test('of another caseload finds nobody there', async () => {
    const customer = await world.aCustomer({ consents: ['adviserKnowHow'] });
    const adviser = await world.anAdviser();
    await expect(world.run(adviser.actor, readCustomerProfile, customer.customerId)).rejects.toMatchObject({
      code: 'notFound',
    });
  });
});

describe('each thing', () => {
  test('shown to the adviser or by a link is no secret of mine alone', async () => {
    const whoSees = (actor: Actor) => world.run(actor, (work) => readWhoSees(work), undefined);
    const { actor } = await world.aCustomer();
    expect(await whoSees(actor)).toEqual({ adviser: false, links: 0 });
    const agreed = await world.aCustomer({ consents: ['adviserKnowHow'] });
    expect(await whoSees(agreed.actor)).toEqual({ adviser: false, links: 0 });
    await world.run(agreed.actor, addKnowHow, { uri: baking.uri });
    const items = all('knowHow');
    await world.run(agreed.actor, makeLink, linkInput.parse({ name: 'Työ', nameShown: 'firstName', items }));
    expect(await whoSees(agreed.actor)).toEqual({ adviser: true, links: 1 });
  });

  test('is chosen for each audience by itself, and what is told later only where that is chosen', async () => {
    const customer = await world.aCustomer({ consents: ['adviserKnowHow'] });
    const { actor } = customer;
    const tell = async (title: string) => (await world.run(actor, addExperience, job(title))).id;
    const [first, second] = [await tell('Eka'), await tell('Toka')];
    await give(actor, 'adviser', 0, [`experience:${first}`], ['experience']);
    await give(actor, 'business', 0, [`experience:${second}`]);
    await tell('Kolmas');
    const titles = async (audience: 'adviser' | 'business') =>
      (await world.run(actor, readAudience, audience)).seen.experiences.map(({ title }) => title).sort();
    expect(await titles('adviser')).toEqual(['Eka', 'Kolmas']);
    expect(await titles('business')).toEqual(['Toka']);
  });

  test('of unpaid care a business is offered nothing beforehand, and of a card words and steps are no part', async () => {
    const { actor } = await aHider();
    const care = { kind: 'care', title: 'Äidin hoito', did: 'Hoidin.', language: 'fi' };
    await world.run(actor, addExperience, experienceInput.parse(care));
    await give(actor, 'business', 0, all('knowHow', 'experience', 'wish'), ['experience', 'wish']);
    const { seen, choices } = await world.run(actor, readAudience, 'business');
    expect(seen.experiences.map(({ title, did }) => [title, did])).toEqual([['Näkyvä', '']]);
    expect(seen).toMatchObject({ knowHow: [{ label: baking.label, level: null, levelWords: '' }], wishes: null });
    expect(choices.map(({ label }) => label)).not.toContain('Äidin hoito');
  });

  test('is hidden from one audience and not from another on its own page too', async () => {
    const customer = await world.aCustomer({ consents: ['adviserKnowHow'] });
    const { actor } = customer;
    const adviser = await world.anAdviser({ caseload: [customer] });
    const { id } = await world.run(actor, addKnowHow, { uri: baking.uri });
    const part = { kind: 'knowHow', id } as const;
    const link = async (name: string) =>
      (await world.run(actor, makeLink, linkInput.parse({ name, nameShown: 'firstName', items: all('knowHow') }))).id;
    const [one, other] = [await link('Yksi'), await link('Toinen')];
    const show = (audience: Audience, isShown: boolean, linkId: string | null = null) =>
      world.run(actor, showItem, { ...part, audience, linkId, isShown });
    const stands = async () =>
      (await world.run(actor, readItemAudiences, part)).map(({ audience, name, isShown, isHidden }) =>
        [name ?? audience, isShown ? 'shown' : 'not', isHidden ? 'hidden' : ''].join(' ').trim(),
      );
    expect(await stands()).toEqual(['adviser shown', 'business not', 'Toinen shown', 'Yksi shown']);
    await show('adviser', false);
    await show('link', false, one);
    await show('business', false);
    expect(await stands()).toEqual(['adviser not hidden', 'business not hidden', 'Toinen shown', 'Yksi not hidden']);
    expect((await world.run(adviser.actor, readCustomerProfile, customer.customerId)).seen?.knowHow).toEqual([]);
    await show('business', true);
    await show('adviser', true);
    await world.run(actor, endLink, other);
    expect(await stands()).toEqual(['adviser shown', 'business shown', 'Yksi not hidden']);
    await expect(show('link', true, other)).rejects.toMatchObject({ code: 'notNow' });
    await expect(show('link', true)).rejects.toMatchObject({ code: 'notFound' });
    const stranger = await world.aCustomer();
    for (const use of [
      () => world.run(stranger.actor, showItem, { ...part, audience: 'adviser', linkId: null, isShown: true }),
      () => world.run(stranger.actor, readItemAudiences, part),
    ])
      await expect(use()).rejects.toMatchObject({ code: 'notFound' });
    const { version } = await world.run(actor, readAudience, 'adviser');
    await show('adviser', false);
    await expect(give(actor, 'adviser', version, [])).rejects.toMatchObject({ code: 'changedMeanwhile' });
  });

  test('of unpaid care nothing is made ready on cards on its own page either', async () => {
    const { actor } = await world.aCustomer();
    const care = experienceInput.parse({ kind: 'care', title: 'Äidin hoito', did: '', language: 'fi' });
    const { id } = await world.run(actor, addExperience, care);
    const part = { kind: 'experience', id, linkId: null } as const;
    await give(actor, 'business', 0, [], ['experience']);
    const [, business] = await world.run(actor, readItemAudiences, part);
    expect(business).toMatchObject({ audience: 'business', isShown: false, canShow: false });
    await expect(world.run(actor, showItem, { ...part, audience: 'business', isShown: true })).rejects.toMatchObject({
      fields: [{ field: 'isShown' }],
    });
  });

  test('a wish not shown and then written anew is not shown either, though new wishes are', async () => {
    const { actor } = await world.aCustomer();
    const wish = async (version: number, ...texts: string[]) => {
      const what = texts.map((text) => ({ text, uri: null }));
      await world.run(actor, tellWishes, { what, where: '', notWanted: '', version });
      return (await world.run(actor, readAudience, 'adviser')).seen.wishes?.what ?? [];
    };
    await wish(0, 'leipoa', 'oma yritys');
    const { choices } = await world.run(actor, readAudience, 'adviser');
    const baked = choices.filter(({ label }) => label === 'leipoa').map(({ key }) => key);
    await give(actor, 'adviser', 0, baked, ['wish']);
    expect(await wish(1, 'leipoa', 'oma yritys', 'ommella')).toEqual(['leipoa', 'ommella']);
    expect(await wish(2, 'leipoa', 'oma pieni yritys', 'ommella')).toEqual(['leipoa', 'ommella']);
    expect(await wish(3, 'leipoa', 'oma pieni yritys', 'kutoa')).toEqual(['leipoa', 'kutoa']);
  });

  test('deleted for good leaves nothing of what was chosen for it', async () => {
    const { actor } = await world.aCustomer();
    const { id } = await world.run(actor, addLicence, licenceInput.parse({ kind: 'card', name: 'Vanha kortti' }));
    await give(actor, 'business', 0, [`licence:${id}`]);
    await world.run(actor, moveItem, { kind: 'licence', id, move: 'remove', version: 1 });
    await world.run(actor, moveItem, { kind: 'licence', id, move: 'deleteForGood', version: 2 });
    const rows = await world.database.inCity('turku', (tx) =>
      tx.selectFrom('profileShown').select('item').where('item', '=', id).execute(),
    );
    expect(rows).toEqual([]);
  });

  test('two choices from the same page: one is kept', async () => {
    const { actor } = await world.aCustomer();
    const both = await Promise.allSettled([give(actor, 'business', 0, []), give(actor, 'business', 0, [])]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
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
  const make = async (actor: Actor, kinds: readonly ShareKind[], more: object = {}) => {
    const input = { name: 'Leipomolle', nameShown: 'firstName', items: all(...kinds), untilOn: '2026-06-01', ...more };
    const { id } = await world.run(actor, makeLink, linkInput.parse(input));
    const { secret } = await world.run(actor, readLink, id);
    return { id, secret };
  };

  test('shows whoever has it the chosen parts that are not hidden, and nothing else', async () => {
    const { actor } = await aHider();
    const whole = await make(actor, shareKinds, { nameShown: 'fullName' });
    expect(await open(whole.secret)).toMatchObject({ name: 'Liisa Maria Laine', seen: allSeen });
    const few = await make(actor, ['language']);
    const opened = await open(few.secret);
    expect(opened).toMatchObject({ name: 'Liisa', seen: { ...nothingSeen, languages: allSeen.languages } });
    expect(JSON.stringify(opened)).not.toMatch(/Laine|Piilo|Poistettu|Leipomolle/);
  });

  test('shows what it alone was given, until that is chosen anew', async () => {
    const { actor } = await world.aCustomer();
    const tell = async (title: string) => (await world.run(actor, addExperience, job(title))).id;
    const [first, second] = [await tell('Eka'), await tell('Toka')];
    const given = (id: string) => ({ items: [`experience:${id}`] });
    const [one, other] = [await make(actor, [], given(first)), await make(actor, [], given(second))];
    const titles = async (secret: string | null) => (await open(secret)).seen.experiences.map(({ title }) => title);
    expect([await titles(one.secret), await titles(other.secret)]).toEqual([['Eka'], ['Toka']]);
    const anew = { ...shownInput.parse(given(second)), linkId: one.id };
    await world.run(actor, shareByLink, { ...anew, version: 1 });
    expect(await titles(one.secret)).toEqual(['Toka']);
    await expect(world.run(actor, shareByLink, { ...anew, version: 1 })).rejects.toMatchObject({
      code: 'changedMeanwhile',
    });
    await expect(
      world.run(actor, shareByLink, { linkId: one.id, items: [], newOnes: [], version: 2 }),
    ).rejects.toMatchObject({ fields: [{ field: 'items' }] });
    const stranger = await world.aCustomer();
    await expect(world.run(stranger.actor, shareByLink, { ...anew, version: 2 })).rejects.toMatchObject(none);
    await world.run(actor, endLink, one.id);
    await expect(world.run(actor, shareByLink, { ...anew, version: 2 })).rejects.toMatchObject({ code: 'notNow' });
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
    for (const untilOn of ['2026-03-01', '2027-03-03'])
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
