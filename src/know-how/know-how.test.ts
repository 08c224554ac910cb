import { describe, expect, test } from 'vitest';
import { setConsent } from '../kernel/consent.ts';
import { testWorld } from '../testing/database.ts';
import { addKnowHow } from './add-know-how.ts';
import { answerQuestions } from './ask-back/answer-questions.ts';
import { readQuestions } from './ask-back/read-questions.ts';
import { changeKnowHow } from './change-know-how.ts';
import { decideKnowHow } from './decide-know-how.ts';
import { keptSkills, knowHowMoves, relationsOf, skillLabels } from './index.ts';
import { readNearSkills } from './near-skills.ts';
import { readMyKnowHow } from './queries.ts';
import { readCustomerKnowHow, readKnowHow } from './read-know-how.ts';
import { readStory, readSuggestions } from './read-story.ts';
import { recogniseSkills } from './recognise-skills.ts';
import { searchSkills, searchSkillsInput } from './search-skills.ts';
import { tellStory } from './tell-story.ts';

const world = await testWorld();
const { vocabulary } = world.services;
const language = 'fi' as const;
const text = 'Järjestin kyläjuhlat ja leivoin pullaa myyjäisiin.';

const find = (query: string) => {
  const [found] = vocabulary.search(query, 'fi', 1);
  if (!found) throw new Error(`nothing is called ${query}`);
  return found;
};

const aTeller = async () => {
  const customer = await world.aCustomer();
  const { id: storyId } = await world.run(customer.actor, tellStory, { text, language });
  const [first] = await world.run(customer.actor, readSuggestions, storyId);
  if (!first) throw new Error('nothing was suggested');
  const decide = (decision: 'keep' | 'drop' | 'bringBack', version: number) =>
    world.run(customer.actor, decideKnowHow, { knowHowId: first.id, version, decision });
  return { ...customer, storyId, first, decide };
};

describe('deciding', () => {
  test('keeps, drops and brings back, one version after another', async () => {
    const { decide } = await aTeller();
    expect(await decide('keep', 1)).toMatchObject({ state: 'kept', version: 2 });
    expect(await decide('drop', 2)).toMatchObject({ state: 'dropped', version: 3 });
    expect(await decide('bringBack', 3)).toMatchObject({ state: 'kept', version: 4 });
  });

  test('of two decisions on one version the second sees how it is now', async () => {
    const { decide, first } = await aTeller();
    await decide('keep', 1);
    await expect(decide('drop', 1)).rejects.toMatchObject({
      code: 'changedMeanwhile',
      current: { id: first.id, state: 'kept', version: 2 },
    });
  });

  test('refuses a decision the state does not allow', async () => {
    const { decide } = await aTeller();
    await expect(decide('bringBack', 1)).rejects.toMatchObject({ code: 'notNow' });
  });

  test("is nobody else's", async () => {
    const { first } = await aTeller();
    const { actor } = await world.aCustomer();
    const act = () => world.run(actor, decideKnowHow, { knowHowId: first.id, version: 1, decision: 'keep' });
    await expect(act()).rejects.toMatchObject({ code: 'notFound' });
    await expect(world.run(actor, readKnowHow, first.id)).rejects.toMatchObject({ code: 'notFound' });
  });
});

describe('changing', () => {
  test('keeps the other skill with the same words and drops the first', async () => {
    const { actor, first } = await aTeller();
    const other = find('valokuvaus');
    await world.run(actor, changeKnowHow, { knowHowId: first.id, version: 1, uri: other.uri });
    const { kept, dropped } = await world.run(actor, readMyKnowHow, undefined);
    expect(kept.map(({ label, words }) => [label, words])).toEqual([[other.label, first.words]]);
    expect(dropped.map(({ id }) => id)).toEqual([first.id]);
  });

  test('refuses the same skill and one that does not exist', async () => {
    const { actor, first } = await aTeller();
    const to = (uri: string) => world.run(actor, changeKnowHow, { knowHowId: first.id, version: 1, uri });
    await expect(to(first.uri)).rejects.toMatchObject({ code: 'badInput', fields: [{ field: 'uri' }] });
    await expect(to('http://example.org/nothing')).rejects.toMatchObject({
      code: 'badInput',
      fields: [{ field: 'uri' }],
    });
  });
});

describe('adding', () => {
  test('makes a skill kept, and again changes nothing but its version', async () => {
    const { actor } = await world.aCustomer();
    const { uri } = find('valokuvaus');
    const once = await world.run(actor, addKnowHow, { uri });
    const again = await world.run(actor, addKnowHow, { uri });
    expect(again.id).toBe(once.id);
    const { kept } = await world.run(actor, readMyKnowHow, undefined);
    expect(kept).toMatchObject([{ uri, words: [], storyId: null }]);
  });

  test('of what was suggested keeps it with its words', async () => {
    const { actor, first, customerId } = await aTeller();
    await world.run(actor, addKnowHow, { uri: first.uri });
    const kept = await world.database.inCity('turku', (tx) => keptSkills(tx, 'turku', customerId));
    expect(kept).toEqual([expect.objectContaining({ knowHowId: first.id, uri: first.uri, words: first.words })]);
  });
});

describe('an adviser', () => {
  test('sees what a customer of theirs keeps, without the story, while the customer agrees', async () => {
    const customer = await world.aCustomer({ consents: ['adviserKnowHow'] });
    const adviser = await world.anAdviser({ caseload: [customer] });
    await world.run(customer.actor, addKnowHow, { uri: find('leipominen').uri });
    const look = () => world.run(adviser.actor, readCustomerKnowHow, customer.customerId);
    expect(await look()).toEqual({ isShared: true, knowHow: [expect.objectContaining({ label: 'leipominen' })] });
    expect(Object.keys((await look()).knowHow[0] ?? {})).not.toContain('words');
    await world.run(customer.actor, setConsent, { what: 'adviserKnowHow', isGiven: false, untilOn: null });
    expect(await look()).toEqual({ isShared: false, knowHow: [] });
  });

  test('of another caseload finds nobody there', async () => {
    const customer = await world.aCustomer({ consents: ['adviserKnowHow'] });
    const adviser = await world.anAdviser();
    for (const id of [customer.customerId, '01890000-0000-7000-8000-000000000000', 'x'])
      await expect(world.run(adviser.actor, readCustomerKnowHow, id)).rejects.toMatchObject({ code: 'notFound' });
  });
});

describe('my move', () => {
  const moves = (actor: Parameters<typeof world.run>[0]) =>
    world.run(actor, (work) => knowHowMoves.customer?.(work) ?? Promise.resolve([]), undefined);

  test('is to tell, then to look at what was found, then to answer what is asked about it, then nothing', async () => {
    const { actor } = await world.aCustomer({ workHours: 'any' });
    expect(await moves(actor)).toMatchObject([{ kind: 'tellStory', path: '/know-how' }]);
    const { id, suggestions } = await world.run(actor, tellStory, { text, language });
    expect(await moves(actor)).toMatchObject([
      { kind: 'suggestions', values: { count: suggestions }, path: `/know-how/stories/${id}` },
    ]);
    for (const { id: knowHowId } of await world.run(actor, readSuggestions, id))
      await world.run(actor, decideKnowHow, { knowHowId, version: 1, decision: 'drop' });
    expect(await moves(actor)).toMatchObject([{ kind: 'answerQuestions', path: `/know-how/stories/${id}/questions` }]);
    const { questions, version } = await world.run(actor, readQuestions, id);
    const answers = questions.map(({ key }) => ({ key, answer: '' }));
    await world.run(actor, answerQuestions, { storyId: id, version, answers });
    expect(await moves(actor)).toEqual([]);
  });
});

test("a business's problem is read for what it lacks as well", async () => {
  const problem = 'Haluaisimme oppia leipomaan gluteenitonta leipää.';
  const found = (of: 'knowHow' | 'need') => recogniseSkills(vocabulary, { text: problem, language, of });
  expect((await found('need')).length).toBeGreaterThan((await found('knowHow')).length);
  expect(await recogniseSkills(vocabulary, { text: problem, language, of: 'need', limit: 1 })).toHaveLength(1);
});

test('the same words suggest two skills at most, unless they tell of an activity', async () => {
  const found = await recogniseSkills(vocabulary, { text: 'Olen ollut vapaaehtoisena.', language });
  expect(found.filter(({ parts }) => parts?.lexicon === 0).length).toBeLessThanOrEqual(2);
});

test("skills are found by typing, in the asked language or the reader's own", async () => {
  const { actor } = await world.aCustomer({ language: 'sv' });
  const search = (query: object) => world.run(actor, searchSkills, searchSkillsInput.parse(query));
  expect((await search({ q: 'leipom', language: 'fi' })).map(({ label }) => label)).toContain('leipominen');
  expect((await search({ q: 'bak' }))[0]?.label).toMatch(/bak/);
  expect(await search({ q: ' ' })).toEqual([]);
});

test('names and relations of skills for other domains', async () => {
  const { skillId } = find('leipominen');
  expect(skillLabels(vocabulary, [skillId, -1], 'sv')).toEqual(
    new Map([[skillId, vocabulary.skill(skillId)?.labels.sv]]),
  );
  const related = await world.database.acrossCities((tx) => relationsOf(tx, [skillId]));
  for (const one of related) expect(one.skillId).toBe(skillId);
  expect(await world.database.acrossCities((tx) => relationsOf(tx, []))).toEqual([]);
});

test('what is nearly called the same is told apart in a search, among what could be meant instead, and in a story', async () => {
  const { actor } = await world.aCustomer();
  const names = ['inventaario', 'inventointi'];
  const found = await world.run(actor, searchSkills, searchSkillsInput.parse({ q: 'inventaario' }));
  const both = found.filter(({ label }) => names.includes(label));
  expect(both.map(({ label }) => label).sort()).toEqual(names);
  expect(new Set(both.map(({ apart }) => apart)).size).toBe(2);
  for (const { apart } of both) expect(apart).toMatch(/\p{L}/u);
  const { id } = await world.run(actor, addKnowHow, { uri: both[0]?.uri ?? '' });
  const near = await world.run(actor, readNearSkills, id);
  expect(near.some(({ apart }) => apart !== null)).toBe(true);
  const teller = await world.aCustomer();
  const text = 'Tein inventaariota ja leivoin.';
  const { id: storyId } = await world.run(teller.actor, tellStory, { text, language: 'fi' });
  const { found: told } = await world.run(teller.actor, readStory, storyId);
  const apart = told.filter(({ label }) => names.includes(label));
  expect(apart.length).toBeGreaterThan(1);
  for (const one of apart) expect(one.apart).not.toBeNull();
});

test('what could be meant instead is near by name or in the vocabulary, never the same', async () => {
  const { actor } = await world.aCustomer();
  const [baking] = world.services.vocabulary.search('leipominen', 'fi', 1);
  const { id } = await world.run(actor, addKnowHow, { uri: baking?.uri ?? '' });
  const near = await world.run(actor, readNearSkills, id);
  expect(near.length).toBeGreaterThan(2);
  expect(near.map(({ label }) => label)).toContain('leipomotyö');
  expect(near.map(({ uri }) => uri)).not.toContain(baking?.uri);
  const stranger = await world.aCustomer();
  await expect(world.run(stranger.actor, readNearSkills, id)).rejects.toMatchObject({ code: 'notFound' });
});
