import { describe, expect, test } from 'vitest';
import { testWorld } from '../../testing/database.ts';
import { addKnowHow } from '../add-know-how.ts';
import { changeStory } from '../change-story.ts';
import { decideKnowHow } from '../decide-know-how.ts';
import { deleteStory } from '../delete-story.ts';
import { tellLimits } from '../limits.ts';
import { readMyStories } from '../queries.ts';
import { readStory, readSuggestions } from '../read-story.ts';
import { addExperience } from './add-experience.ts';
import { changeExperience } from './change-experience.ts';
import { experienceInput } from './experience-input.ts';
import { forgetHistory } from './forget-history.ts';
import { historyInput, type PastVersion, readHistory } from './history.ts';
import { addLanguageSkill, changeLanguageSkill } from './language-skills.ts';
import { addLicence, changeLicence, licenceInput } from './licences.ts';
import { moveItem } from './move-item.ts';
import { tellLevel } from './own-level.ts';
import { readExperience, readMyProfile } from './read-profile.ts';
import { restoreInput, restoreVersion } from './restore-version.ts';
import { lookInto, tieSkill } from './tie-skill.ts';
import { readWishes, tellWishes } from './wishes.ts';

const world = await testWorld();
const { vocabulary } = world.services;
type Actor = Parameters<typeof world.run>[0];

const find = (query: string) => {
  const [found] = vocabulary.search(query, 'fi', 1);
  if (!found) throw new Error(`nothing is called ${query}`);
  return found;
};

const care = experienceInput.parse({
  kind: 'volunteering',
  title: 'Kyläyhdistyksen emäntä',
  from: { on: '2015' },
  to: { on: '2020' },
  did: 'Järjestin kyläjuhlat ja leivoin pullaa myyjäisiin.',
  language: 'fi',
});

const suggestionsOf = async (actor: Actor, storyId: string | null) =>
  storyId ? world.run(actor, readSuggestions, storyId) : [];

/** Somebody with an experience and what was found in it, all kept. */
const aDoer = async () => {
  const customer = await world.aCustomer({ workHours: 'any' });
  const { id, storyId } = await world.run(customer.actor, addExperience, care);
  const found = await suggestionsOf(customer.actor, storyId);
  for (const { id: knowHowId } of found)
    await world.run(customer.actor, decideKnowHow, { knowHowId, version: 1, decision: 'keep' });
  const read = () => world.run(customer.actor, readExperience, id);
  const change = (version: number, more: Partial<typeof care>) =>
    world.run(customer.actor, changeExperience, { ...care, ...more, experienceId: id, version });
  const move = (version: number, what: Parameters<typeof moveItem>[1]['move']) =>
    world.run(customer.actor, moveItem, { kind: 'experience', id, move: what, version });
  const history = async (more: object = {}) =>
    (await world.run(customer.actor, readHistory, historyInput.parse(more))).versions;
  return { ...customer, id, storyId: storyId ?? '', found, read, change, move, history };
};

describe('an experience', () => {
  test('has the skills found in it that are kept, each with its words', async () => {
    const { read, found, actor } = await aDoer();
    expect(found.length).toBeGreaterThan(1);
    const { skills } = await read();
    expect(skills.map(({ skillId }) => skillId).sort()).toEqual(found.map(({ skillId }) => skillId).sort());
    for (const { words } of skills) for (const one of words) expect(care.did).toContain(one);
    const [first] = found;
    if (!first) throw new Error('nothing was found');
    await world.run(actor, decideKnowHow, { knowHowId: first.id, version: 2, decision: 'drop' });
    expect((await read()).skills).toHaveLength(found.length - 1);
  });

  test("is not among the stories, but its text's suggestions are looked at as a story's", async () => {
    const { actor, storyId, id } = await aDoer();
    expect(await world.run(actor, readMyStories, { page: 1 })).toMatchObject({ stories: [], count: 0 });
    expect(await world.run(actor, readStory, storyId)).toMatchObject({ experienceId: id, text: care.did });
    const input = { storyId, version: 1, text: 'x', language: 'fi' as const };
    await expect(world.run(actor, changeStory, input)).rejects.toMatchObject({ code: 'notNow' });
    await expect(world.run(actor, deleteStory, input)).rejects.toMatchObject({ code: 'notNow' });
  });

  test('changed text: ties and suggestions follow; kept know-how stays', async () => {
    const { change, read, actor, storyId } = await aDoer();
    const { version, suggestions } = await change(1, { did: 'Valokuvasin häitä.' });
    expect(version).toBe(2);
    const after = await read();
    expect(after.skills).toEqual([]);
    expect(suggestions).toBeGreaterThan(0);
    expect((await suggestionsOf(actor, storyId)).length).toBe(suggestions);
    expect((await world.run(actor, readMyProfile, undefined)).knowHow.length).toBeGreaterThan(1);
    await expect(change(1, { title: 'Toinen' })).rejects.toMatchObject({
      code: 'changedMeanwhile',
      current: { title: care.title, did: 'Valokuvasin häitä.', version: 2 },
    });
  });

  test('without a text has none of what was found; with one again it does', async () => {
    const { change, read, actor, storyId } = await aDoer();
    await change(1, { did: '' });
    expect(await read()).toMatchObject({ did: '', storyId: null, skills: [] });
    await expect(world.run(actor, readStory, storyId)).rejects.toMatchObject({ code: 'notFound' });
    await change(2, {});
    const { did, skills } = await read();
    expect(did).toBe(care.did);
    expect(skills.length).toBeGreaterThan(1);
  });

  test('a skill its customer says does not belong stays away, until they say it does', async () => {
    const { actor, id, read, change, found } = await aDoer();
    const [first] = found;
    const say = (isTied: boolean) => world.run(actor, tieSkill, { experienceId: id, uri: first?.uri ?? '', isTied });
    const ids = async () => (await read()).skills.map(({ skillId }) => skillId);
    await say(false);
    expect(await ids()).not.toContain(first?.skillId);
    await change(1, { did: `${care.did} Ja paljon muuta.` });
    expect(await ids()).not.toContain(first?.skillId);
    await say(true);
    expect(await ids()).toContain(first?.skillId);
    await expect(
      world.run(actor, tieSkill, { experienceId: id, uri: find('hitsaus').uri, isTied: true }),
    ).rejects.toMatchObject({ fields: [{ field: 'uri' }] });
  });

  test.each([
    ['fi', 'Leipuri', 'leipominen'],
    ['sv', 'Bagare', 'leipominen'],
    ['en', 'Baker', 'leipominen'],
    ['fi', 'Kassatyöntekijä', 'kassatyö'],
  ] as const)('told by its name alone in %s, "%s" suggests %s from it', async (language, title, label) => {
    const { actor } = await world.aCustomer();
    const add = (kind: 'work' | 'care') =>
      world.run(actor, addExperience, experienceInput.parse({ kind, title, language }));
    const { id, storyId, suggestions } = await add('work');
    expect(suggestions).toBeGreaterThan(0);
    const { text, found } = await world.run(actor, readStory, storyId ?? '');
    expect(text).toBe(title);
    expect(found).toContainEqual(expect.objectContaining({ uri: find(label).uri, words: [title] }));
    expect(await world.run(actor, readExperience, id)).toMatchObject({ title, did: '' });
    expect(await add('care')).toMatchObject({ storyId: null, suggestions: 0 });

    const renamed = {
      ...experienceInput.parse({ kind: 'work', title: 'Zzyx', language }),
      experienceId: id,
      version: 1,
    };
    expect(await world.run(actor, changeExperience, renamed)).toMatchObject({ suggestions: 0, storyId });
    expect((await world.run(actor, readStory, storyId ?? '')).found).toEqual([]);
    expect(await world.run(actor, readExperience, id)).toMatchObject({ title: 'Zzyx', did: '' });
  });

  test('is looked into for know-how when asked', async () => {
    const { actor } = await world.aCustomer();
    const { id, storyId } = await world.run(actor, addExperience, care);
    await world.database.inCity('turku', (tx) => tx.deleteFrom('knowHow').where('storyId', '=', storyId).execute());
    const { suggestions } = await world.run(actor, lookInto, { experienceId: id });
    expect((await suggestionsOf(actor, storyId)).length).toBe(suggestions);
    expect(suggestions).toBeGreaterThan(1);
  });

  test('hidden, shown, removed and brought back, each from where it can', async () => {
    const { move, read } = await aDoer();
    await expect(move(1, 'show')).rejects.toMatchObject({ code: 'notNow' });
    await expect(move(1, 'deleteForGood')).rejects.toMatchObject({ code: 'notNow' });
    await expect(move(7, 'hide')).rejects.toMatchObject({ code: 'changedMeanwhile', current: { version: 1 } });
    await move(1, 'hide');
    expect(await read()).toMatchObject({ isHidden: true, isRemoved: false });
    await move(2, 'remove');
    expect(await read()).toMatchObject({ isHidden: true, isRemoved: true, did: '', skills: [] });
    await move(3, 'bringBack');
    expect(await read()).toMatchObject({ isHidden: true, isRemoved: false, did: care.did });
    expect((await read()).skills.length).toBeGreaterThan(1);
  });

  test('deleted for good it is gone with its text and its history', async () => {
    const { actor, move, read, id, history, storyId } = await aDoer();
    await move(1, 'remove');
    await move(2, 'deleteForGood');
    await expect(read()).rejects.toMatchObject({ code: 'notFound' });
    await expect(world.run(actor, readStory, storyId)).rejects.toMatchObject({ code: 'notFound' });
    expect((await history()).filter(({ itemId }) => itemId === id)).toEqual([]);
    const left = await world.database.inCity('turku', (tx) =>
      tx.selectFrom('profileVersion').select('content').where('itemId', '=', id).execute(),
    );
    expect(left).toEqual([]);
  });

  test("is nobody else's", async () => {
    const { id } = await aDoer();
    const { actor } = await world.aCustomer();
    const acts = [
      () => world.run(actor, readExperience, id),
      () => world.run(actor, changeExperience, { ...care, experienceId: id, version: 1 }),
      () => world.run(actor, moveItem, { kind: 'experience', id, move: 'hide', version: 1 }),
      () => world.run(actor, tieSkill, { experienceId: id, uri: find('leipominen').uri, isTied: true }),
      () => world.run(actor, lookInto, { experienceId: id }),
      () => world.run(actor, restoreVersion, { kind: 'experience', itemId: id, to: 1, version: 1 }),
    ];
    for (const act of acts) await expect(act()).rejects.toMatchObject({ code: 'notFound' });
  });

  test('that ends before it begins, or has an impossible day, is not taken', () => {
    const faults = (more: object) =>
      experienceInput.safeParse({ ...care, ...more }).error?.issues.map(({ path }) => path[0]);
    expect(faults({ to: { on: '2014' } })).toEqual(['to']);
    expect(faults({ from: { on: '2015-02-30' } })).toEqual(['from']);
    expect(faults({ from: { on: '1815' } })).toEqual(['from']);
    expect(faults({ title: ' ' })).toEqual(['title']);
    expect(experienceInput.parse({ ...care, isOngoing: true }).to).toBeNull();
  });
});

describe('languages and licences', () => {
  test('a language told again gets the new level, and comes back when it was removed', async () => {
    const { actor } = await world.aCustomer();
    const { id } = await world.run(actor, addLanguageSkill, { code: 'en', level: 'A2' });
    await world.run(actor, changeLanguageSkill, { languageSkillId: id, version: 1, level: 'B1' });
    await world.run(actor, moveItem, { kind: 'language', id, move: 'remove', version: 2 });
    await expect(
      world.run(actor, changeLanguageSkill, { languageSkillId: id, version: 3, level: 'B1' }),
    ).rejects.toMatchObject({ code: 'notNow' });
    expect(await world.run(actor, addLanguageSkill, { code: 'en', level: 'B2' })).toEqual({ id, version: 4 });
    const { languages } = await world.run(actor, readMyProfile, undefined);
    expect(languages).toMatchObject([{ code: 'en', level: 'B2', isRemoved: false }]);
  });

  test('a licence has a name of its own or of the list, in the language of who tells it', async () => {
    const { actor } = await world.aCustomer({ language: 'sv' });
    const { id } = await world.run(actor, addLicence, licenceInput.parse({ kind: 'card', code: 'hygieniapassi' }));
    await world.run(actor, addLicence, licenceInput.parse({ kind: 'licence', name: 'Kalakortti' }));
    const nameless = licenceInput.parse({ kind: 'card', code: 'ei-ole' });
    await expect(world.run(actor, addLicence, nameless)).rejects.toMatchObject({ fields: [{ field: 'name' }] });
    await expect(world.run(actor, changeLicence, { ...nameless, licenceId: id, version: 1 })).rejects.toMatchObject({
      fields: [{ field: 'name' }],
    });
    const { licences } = await world.run(actor, readMyProfile, undefined);
    expect(licences.map(({ name }) => name).sort()).toEqual(['Hygienpass', 'Kalakortti']);
  });

  test("are nobody else's", async () => {
    const owner = await world.aCustomer();
    const { id } = await world.run(owner.actor, addLanguageSkill, { code: 'en', level: 'A2' });
    const licence = licenceInput.parse({ kind: 'licence', name: 'Kalakortti' });
    const { id: licenceId } = await world.run(owner.actor, addLicence, licence);
    const { actor } = await world.aCustomer();
    const acts = [
      () => world.run(actor, changeLanguageSkill, { languageSkillId: id, version: 1, level: 'C1' }),
      () => world.run(actor, moveItem, { kind: 'language', id, move: 'hide', version: 1 }),
      () => world.run(actor, changeLicence, { ...licence, licenceId, version: 1 }),
      () => world.run(actor, moveItem, { kind: 'licence', id: licenceId, move: 'remove', version: 1 }),
    ];
    for (const act of acts) await expect(act()).rejects.toMatchObject({ code: 'notFound' });
  });
});

describe('how well', () => {
  test('is told of what is kept, in a step and in words, and can be taken back', async () => {
    const { actor } = await world.aCustomer();
    const { id: knowHowId } = await world.run(actor, addKnowHow, { uri: find('leipominen').uri });
    const tell = (version: number, told: object) => world.run(actor, tellLevel, { knowHowId, version, ...told });
    const mine = async () => (await world.run(actor, readMyProfile, undefined)).knowHow;
    expect(await mine()).toMatchObject([{ level: null, levelWords: '' }]);
    await tell(1, { level: 3 });
    await tell(2, { levelWords: 'Leivon joka viikko' });
    expect(await mine()).toMatchObject([{ level: 3, levelWords: 'Leivon joka viikko', isHidden: false }]);
    await tell(3, { isHidden: true, level: null });
    expect(await mine()).toMatchObject([{ level: null, levelWords: 'Leivon joka viikko', isHidden: true }]);
    await expect(tell(3, { level: 2 })).rejects.toMatchObject({ code: 'changedMeanwhile' });
    await world.run(actor, decideKnowHow, { knowHowId, version: 4, decision: 'drop' });
    await expect(tell(5, { level: 2 })).rejects.toMatchObject({ code: 'notNow' });
  });
});

describe('wishes', () => {
  test('are told in words and skills; who was slower sees what stands', async () => {
    const { actor } = await world.aCustomer();
    const { uri, skillId } = find('hitsaus');
    const what = [
      { text: 'Haluaisin hitsata', uri: null },
      { text: 'hitsaus', uri },
    ];
    const told = { what, where: 'Turku', notWanted: 'yötyö', version: 0 };
    await world.run(actor, tellWishes, told);
    expect(await world.run(actor, readWishes, undefined)).toEqual({
      what: [
        { text: 'Haluaisin hitsata', skillId: null },
        { text: 'hitsaus', skillId },
      ],
      where: 'Turku',
      notWanted: 'yötyö',
      version: 1,
    });
    await expect(world.run(actor, tellWishes, told)).rejects.toMatchObject({
      code: 'changedMeanwhile',
      current: { where: 'Turku', version: 1 },
    });
    const unknown = { ...told, version: 1, what: [{ text: 'x', uri: 'http://example.org/no' }] };
    await expect(world.run(actor, tellWishes, unknown)).rejects.toMatchObject({ fields: [{ field: 'uri' }] });
  });
});

describe('history', () => {
  const told = (versions: PastVersion[]) =>
    versions.map(({ kind, changes }) =>
      [kind, ...changes.map((one) => ('field' in one ? one.field : one.what))].join(' '),
    );

  test('tells what was done, newest first, and of one part alone', async () => {
    const { actor, id, change, move, history, customerId } = await aDoer();
    const [first] = await history({ kind: 'experience', itemId: id });
    expect(first).toMatchObject({ changes: [{ what: 'added' }], isLatest: true, latest: 1 });
    world.clock.set('2026-03-03T07:00:00Z');
    await change(1, { title: 'Emäntä', from: { on: '2014', about: true } });
    world.clock.set('2026-03-04T07:00:00Z');
    await move(2, 'hide');
    world.clock.set('2026-03-05T07:00:00Z');
    await world.run(actor, tellLimits, { hours: 'days', languages: [], area: '', version: 1 });
    expect(told((await history()).slice(0, 3))).toEqual(['limits added', 'experience hidden', 'experience title time']);
    expect(told(await history({ kind: 'experience', itemId: id }))).toEqual([
      'experience hidden',
      'experience title time',
      'experience added',
    ]);
    expect(told(await history({ kind: 'limits', itemId: customerId }))).toEqual(['limits added']);
    const other = await world.aCustomer();
    expect((await world.run(other.actor, readHistory, historyInput.parse({}))).versions).toEqual([]);
    world.clock.set('2026-03-02T07:00:00Z');
  });

  test('any earlier version can be had again, also of what was removed', async () => {
    const { actor, id, change, move, read } = await aDoer();
    await change(1, { title: 'Emäntä', did: 'Valokuvasin häitä.' });
    await move(2, 'remove');
    await world.run(actor, restoreVersion, { kind: 'experience', itemId: id, to: 1, version: 3 });
    const again = await read();
    expect(again).toMatchObject({ title: care.title, did: care.did, isRemoved: false });
    expect(again.skills.length).toBeGreaterThan(1);
    await expect(
      world.run(actor, restoreVersion, { kind: 'experience', itemId: id, to: 1, version: 3 }),
    ).rejects.toMatchObject({ code: 'changedMeanwhile' });
    await expect(
      world.run(actor, restoreVersion, { kind: 'experience', itemId: id, to: 99, version: again.version }),
    ).rejects.toMatchObject({ code: 'notFound' });
  });

  test('so it is with know-how, languages, licences, wishes and limits', async () => {
    const { actor, customerId } = await world.aCustomer();
    const { id: knowHowId } = await world.run(actor, addKnowHow, { uri: find('leipominen').uri });
    await world.run(actor, tellLevel, { knowHowId, version: 1, level: 4, levelWords: 'neuvon muita' });
    await world.run(actor, decideKnowHow, { knowHowId, version: 2, decision: 'drop' });
    await world.run(actor, restoreVersion, { kind: 'knowHow', itemId: knowHowId, to: 2, version: 3 });
    const { id: languageId } = await world.run(actor, addLanguageSkill, { code: 'sv', level: 'A1' });
    await world.run(actor, moveItem, { kind: 'language', id: languageId, move: 'remove', version: 1 });
    await world.run(actor, restoreVersion, { kind: 'language', itemId: languageId, to: 1, version: 2 });
    const card = licenceInput.parse({ kind: 'card', name: 'Kortti' });
    const { id: licenceId } = await world.run(actor, addLicence, card);
    await world.run(actor, changeLicence, { ...card, name: 'Toinen', licenceId, version: 1 });
    await world.run(actor, restoreVersion, { kind: 'licence', itemId: licenceId, to: 1, version: 2 });
    await world.run(actor, tellWishes, { what: [], where: 'Turku', notWanted: '', version: 0 });
    await world.run(actor, tellWishes, { what: [], where: '', notWanted: '', version: 1 });
    await world.run(actor, restoreVersion, { kind: 'wishes', itemId: customerId, to: 1, version: 2 });
    await world.run(actor, tellLimits, { hours: 'days', languages: ['fi'], area: 'Runosmäki', version: 1 });
    await world.run(actor, tellLimits, { hours: null, languages: [], area: '', version: 2 });
    await world.run(actor, restoreVersion, { kind: 'limits', itemId: customerId, to: 2, version: 3 });
    expect(await world.run(actor, readMyProfile, undefined)).toMatchObject({
      knowHow: [{ level: 4, levelWords: 'neuvon muita' }],
      languages: [{ code: 'sv', level: 'A1', isRemoved: false }],
      licences: [{ name: 'Kortti' }],
      wishes: { where: 'Turku' },
    });
    const limits = await world.database.inCity('turku', (tx) =>
      tx.selectFrom('customer').select(['workHours', 'area']).where('id', '=', customerId).execute(),
    );
    expect(limits).toEqual([{ workHours: 'days', area: 'Runosmäki' }]);
  });

  test('of know-how, wishes and limits is deleted for good when its customer says so; what stands now stays', async () => {
    const { actor, customerId } = await world.aCustomer();
    const { id: knowHowId } = await world.run(actor, addKnowHow, { uri: find('leipominen').uri });
    await world.run(actor, tellLevel, { knowHowId, version: 1, level: 4, levelWords: 'vanha salaisuus' });
    await world.run(actor, tellLevel, { knowHowId, version: 2, level: 2, levelWords: '' });
    for (const [version, where] of ['vanha salaisuus', 'Turku', 'Raisio'].entries())
      await world.run(actor, tellWishes, { what: [], where, notWanted: '', version });
    for (const [version, area] of ['vanha salaisuus', 'Turku'].entries())
      await world.run(actor, tellLimits, { hours: null, languages: [], area, version: version + 1 });
    const again = { kind: 'wishes', itemId: customerId, to: 2, version: 3 } as const;
    await world.run(actor, restoreVersion, again);
    const other = await world.aCustomer();
    await world.run(other.actor, forgetHistory, { kind: 'knowHow', itemId: knowHowId });
    await world.run(actor, forgetHistory, { kind: 'wishes', itemId: 'nonsense' });
    const kept = () =>
      world.database.inCity('turku', (tx) =>
        tx
          .selectFrom('profileVersion')
          .select(['kind', 'version', 'content'])
          .where('customerId', '=', customerId)
          .execute(),
      );
    expect(await kept()).toHaveLength(9);
    const before = await world.run(actor, readMyProfile, undefined);
    expect(await world.run(actor, forgetHistory, { kind: 'knowHow', itemId: knowHowId })).toEqual({ forgotten: 2 });
    expect(await world.run(actor, forgetHistory, { kind: 'wishes' })).toEqual({ forgotten: 3 });
    expect(await world.run(actor, forgetHistory, { kind: 'limits' })).toEqual({ forgotten: 1 });
    expect(await world.run(actor, forgetHistory, { kind: 'limits' })).toEqual({ forgotten: 0 });
    expect((await kept()).map(({ kind, version }) => `${kind} ${version}`).sort()).toEqual([
      'knowHow 3',
      'limits 3',
      'wishes 4',
    ]);
    expect(JSON.stringify(await kept())).not.toContain('vanha salaisuus');
    expect(await world.run(actor, readMyProfile, undefined)).toEqual(before);
    await expect(world.run(actor, restoreVersion, { ...again, to: 1, version: 4 })).rejects.toMatchObject({
      code: 'notFound',
    });
    const log = await world.database.inCity('turku', (tx) =>
      tx.selectFrom('useLog').selectAll().where('customerId', '=', customerId).where('action', '=', 'delete').execute(),
    );
    expect(log).toHaveLength(5);
    expect(new Set(log.map(({ section, why }) => `${section}: ${why}`))).toEqual(
      new Set(['profile: deleted history of the profile for good']),
    );
  });
});

test('no version is asked for that no record can have', () => {
  expect(restoreInput.safeParse({ kind: 'wishes', to: Number.MAX_SAFE_INTEGER }).success).toBe(false);
  expect(restoreInput.safeParse({ kind: 'wishes', to: 2 }).success).toBe(true);
});
