import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { readCityUseLog } from '../../kernel/use-log.ts';
import { changeStory } from '../../know-how/change-story.ts';
import { decideKnowHow } from '../../know-how/decide-know-how.ts';
import { deleteStory } from '../../know-how/delete-story.ts';
import { readMyKnowHow } from '../../know-how/queries.ts';
import { readStory } from '../../know-how/read-story.ts';
import { tellStory } from '../../know-how/tell-story.ts';
import { testWorld } from '../../testing/database.ts';
import { answerMatch } from '../answer-match.ts';
import { askPerson } from '../ask-person/ask-person.ts';
import { aChallenge, apartSkills, keep } from '../fixtures.ts';
import { showMatch } from '../show-match.ts';
import { checkRow, readLogCounts } from './check-log.ts';
import { readSuggestionLog } from './read-suggestions.ts';

const world = await testWorld();
const { run } = world;
const [events = 0, baking = 0, sewing = 0] = await apartSkills(world, 3);
const contact = await world.aBusinessContact();
const administrator = await world.aStaffActor('administrator');
const text = 'Järjestin kyläjuhlat ja leivoin pullaa myyjäisiin.';
const check = (suggestionId: string) => run(administrator.actor, checkRow, suggestionId);
const count = (walk = false) => run(administrator.actor, readLogCounts, { walk });

/** Past the guard of the database, as only its owner could. */
const asOwner = async (statements: string): Promise<void> => {
  const client = new pg.Client({ connectionString: world.migratorUrl });
  await client.connect();
  await client.query(statements).finally(() => client.end());
};

const aMatched = async () => {
  const customer = await world.aCustomer({ name: 'Liisa Laine', consents: ['matching'] });
  await keep(world, customer, { [events]: ['järjestin juhlat'] });
  const needs = [{ skillId: events }, { skillId: baking, weight: 2 }];
  const challengeId = await aChallenge(world, contact, { needs });
  await run(customer.actor, showMatch, { challengeId });
  const { lines } = await run(customer.actor, readSuggestionLog, { page: 1 });
  return { customer, challengeId, suggestionId: lines[0]?.id ?? '' };
};

describe('the city’s log in numbers', () => {
  test('by day and kind, with what was decided, the versions, and how many asks wait', async () => {
    const { customer, challengeId } = await aMatched();
    await run(customer.actor, answerMatch, { challengeId, answer: 'notNow', version: 0 });
    await run(customer.actor, tellStory, { text, language: 'fi' });
    await run(customer.actor, askPerson, { words: 'Miksi?', suggestionId: null, challengeId: null, showsWords: false });
    const { days, versions, asks, seals } = await count();
    const match = days.find(({ kind }) => kind === 'match');
    expect(match).toMatchObject({ day: '2026-03-02', kind: 'match', taken: 0, left: 1, unseen: 0 });
    const skill = days.find(({ kind }) => kind === 'skill');
    expect(skill).toMatchObject({ day: '2026-03-02', taken: 0, open: skill?.logged });
    const { version } = world.services.vocabulary;
    const logged = days.reduce((sum, one) => sum + one.logged, 0);
    expect(versions).toEqual([{ vocabularyVersion: version, vectorsVersion: null, logged }]);
    expect(asks).toMatchObject({ waiting: 1, late: 0 });
    expect(seals).toBeNull();
    expect((await count(true)).seals).toEqual({ rows: logged, broken: 0 });
  });

  test('tell of a small day nothing of its one customer that the use log does not tell the same administrator', async () => {
    const { customer, challengeId } = await aMatched();
    await run(customer.actor, answerMatch, { challengeId, answer: 'no', version: 0 });
    await run(customer.actor, tellStory, { text, language: 'fi' });
    const { kept } = await run(customer.actor, (work) => readMyKnowHow(work), undefined);
    const [first] = kept;
    if (!first) throw new Error('nothing is kept');
    await run(customer.actor, decideKnowHow, { knowHowId: first.id, version: first.version, decision: 'drop' });
    const nobody = { person: '', customerId: customer.customerId, day: '', before: '' };
    const { lines } = await run(administrator.actor, readCityUseLog, nobody);
    const said = lines.filter(({ role }) => role === 'customer').map(({ why }) => why);
    for (const why of ['answered no', 'decided: drop', 'told a story']) expect(said).toContain(why);
  });

  test('finds a row that was changed past the database’s own guard', async () => {
    const { suggestionId } = await aMatched();
    expect(await check(suggestionId)).toMatchObject({ isSealed: true });
    await asOwner(`alter table suggestion_log disable trigger suggestion_seal;
      alter table suggestion_log no force row level security;
      update suggestion_log set score = 0.99 where id = '${suggestionId}';
      alter table suggestion_log force row level security;
      alter table suggestion_log enable trigger suggestion_seal`);
    expect(await check(suggestionId)).toMatchObject({ isSealed: false, addsUp: false });
    expect((await count(true)).seals?.broken).toBe(1);
  });
});

describe('one row by its number', () => {
  test('of a match: its parts add up, and its hash is of the skills kept now, or no longer', async () => {
    const { customer, suggestionId } = await aMatched();
    const row = await check(suggestionId);
    expect(row).toMatchObject({
      kind: 'match',
      parts: 2,
      addsUp: true,
      isSealed: true,
      input: 'same',
      seenBy: ['customer'],
    });
    expect(JSON.stringify(row)).not.toMatch(/Laine|juhlat|jono/i);
    expect(Object.keys(row)).not.toContain('customerId');
    await keep(world, customer, { [sewing]: ['ompelin'] });
    expect(await check(suggestionId)).toMatchObject({ isSealed: true, input: 'changed' });
  });

  test('of a skill: by the text as it stands, changed, and gone', async () => {
    const customer = await world.aCustomer();
    const { id: storyId } = await run(customer.actor, tellStory, { text, language: 'fi' });
    const { found } = await run(customer.actor, readStory, storyId);
    const suggestionId = found[0]?.suggestionId ?? '';
    expect(await check(suggestionId)).toMatchObject({ kind: 'skill', addsUp: true, input: 'same' });
    await run(customer.actor, changeStory, { storyId, version: 1, text: `${text} Oli mukavaa.`, language: 'fi' });
    const changed = await check(suggestionId);
    expect(['changed', 'gone']).toContain(changed.input);
    await run(customer.actor, deleteStory, { storyId, version: 2 });
    expect(await check(suggestionId)).toMatchObject({ input: 'gone', inputHash: null, isSealed: true });
  });

  test('another city’s number is not there, and nobody but an administrator counts or checks', async () => {
    const { customer, suggestionId } = await aMatched();
    const elsewhere = await world.aStaffActor('administrator', { city: 'espoo' });
    await expect(run(elsewhere.actor, checkRow, suggestionId)).rejects.toMatchObject({ code: 'notFound' });
    await expect(check('x')).rejects.toMatchObject({ code: 'notFound' });
    const others = [customer, contact, await world.anAdviser(), await world.aStaffActor('manager')];
    for (const { actor } of others) {
      await expect(run(actor, checkRow, suggestionId)).rejects.toMatchObject({ code: 'notFound' });
      await expect(run(actor, readLogCounts, { walk: false })).rejects.toMatchObject({ code: 'notFound' });
    }
  });
});
