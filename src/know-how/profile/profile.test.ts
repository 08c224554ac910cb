import { describe, expect, test } from 'vitest';
import { testWorld } from '../../testing/database.ts';
import { addKnowHow } from '../add-know-how.ts';
import { decideKnowHow } from '../decide-know-how.ts';
import { profileGround } from './fixtures.ts';
import { addLanguageSkill, changeLanguageSkill } from './language-skills.ts';
import { addLicence, changeLicence, licenceInput } from './licences.ts';
import { moveItem } from './move-item.ts';
import { tellLevel } from './own-level.ts';
import { readMyProfile } from './read-profile.ts';
import { readWishes, tellWishes } from './wishes.ts';

const world = await testWorld();
const { find } = profileGround(world);

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
