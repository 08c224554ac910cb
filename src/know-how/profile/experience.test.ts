import { describe, expect, test } from 'vitest';
import { testWorld } from '../../testing/database.ts';
import { changeStory } from '../change-story.ts';
import { decideKnowHow } from '../decide-know-how.ts';
import { deleteStory } from '../delete-story.ts';
import { readMyStories } from '../queries.ts';
import { readStory } from '../read-story.ts';
import { addExperience } from './add-experience.ts';
import { changeExperience } from './change-experience.ts';
import { experienceInput } from './experience-input.ts';
import { care, profileGround } from './fixtures.ts';
import { moveItem } from './move-item.ts';
import { readExperience, readMyProfile } from './read-profile.ts';
import { restoreVersion } from './restore-version.ts';
import { lookInto, tieSkill } from './tie-skill.ts';

const world = await testWorld();
const { find, suggestionsOf, aDoer } = profileGround(world);

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
