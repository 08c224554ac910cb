import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import { setTerm } from '../../kernel/terms.ts';
import { testWorld } from '../../testing/database.ts';
import { changeStory } from '../change-story.ts';
import { decideKnowHow, keepAllOfStory } from '../decide-know-how.ts';
import { deleteStory } from '../delete-story.ts';
import { readSuggestions } from '../read-story.ts';
import { tellStory } from '../tell-story.ts';
import { forgetSuggestions, hashOfSkills, noteDropped } from './log-suggestions.ts';

const world = await testWorld();
const text = 'Järjestin kyläjuhlat ja leivoin pullaa myyjäisiin.';
const language = 'fi' as const;

const logOf = (customerId: string) =>
  world.database.inCity('turku', (tx) =>
    tx.selectFrom('suggestionLog').selectAll().where('customerId', '=', customerId).orderBy('id').execute(),
  );

const aTeller = async () => {
  const customer = await world.aCustomer();
  const { id: storyId } = await world.run(customer.actor, tellStory, { text, language });
  const suggested = await world.run(customer.actor, readSuggestions, storyId);
  return { ...customer, storyId, suggested };
};

const decide = (actor: Actor, knowHowId: string, decision: 'keep' | 'drop' | 'bringBack', version = 1) =>
  world.run(actor, decideKnowHow, { knowHowId, version, decision });

describe('what is suggested from a text is logged with it', () => {
  test('by the hash of its input, the versions, the parts, and who sees it; never by the text', async () => {
    const { customerId, storyId, suggested } = await aTeller();
    const log = await logOf(customerId);
    expect(log.map(({ skillId }) => skillId).sort()).toEqual(suggested.map(({ skillId }) => skillId).sort());
    for (const row of log) {
      expect(row).toMatchObject({
        ...{ kind: 'skill', sourceId: storyId, seenBy: ['customer'], decision: null, vectorsVersion: null },
        vocabularyVersion: world.services.vocabulary.version,
      });
      expect(row.inputHash?.toString('hex')).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
      const found = suggested.find(({ skillId }) => skillId === row.skillId);
      expect(row.score).toBeCloseTo(found?.score ?? -1, 5);
      expect(Object.keys(row.parts)).toContain('coverage');
    }
    expect(JSON.stringify(log)).not.toMatch(/kyläjuhlat|pullaa/);
  });

  test('and what the customer decides of it, one by one or all at once', async () => {
    const { actor, customerId, storyId, suggested } = await aTeller();
    const [first, second] = suggested;
    if (!first || !second) throw new Error('too little was suggested');
    await decide(actor, first.id, 'keep');
    await decide(actor, second.id, 'drop');
    const decisionOf = async (skillId: number) =>
      (await logOf(customerId)).find((row) => row.skillId === skillId)?.decision;
    expect([await decisionOf(first.skillId), await decisionOf(second.skillId)]).toEqual(['kept', 'dropped']);
    // What was decided of the suggestion stays so, whatever becomes of the know-how later.
    await decide(actor, first.id, 'drop', 2);
    expect(await decisionOf(first.skillId)).toBe('kept');
    await world.run(actor, keepAllOfStory, { storyId, version: 1 });
    expect((await logOf(customerId)).filter(({ decision }) => decision === null)).toEqual([]);
  });

  test('once for what is new to the customer: what they kept or dropped is not suggested again', async () => {
    const { actor, customerId, storyId, suggested } = await aTeller();
    for (const { id } of suggested) await decide(actor, id, 'keep');
    const before = (await logOf(customerId)).length;
    await world.run(actor, changeStory, { storyId, version: 1, text: `${text} Se oli mukavaa.`, language });
    expect(await logOf(customerId)).toHaveLength(before);
  });

  test('and goes with it: a deleted text leaves no hash, and what waited is gone', async () => {
    const { actor, customerId, storyId, suggested } = await aTeller();
    await decide(actor, suggested[0]?.id ?? '', 'keep');
    await world.run(actor, deleteStory, { storyId, version: 1 });
    const log = await logOf(customerId);
    expect(log.every(({ inputHash }) => inputHash === null)).toBe(true);
    expect(new Set(log.map(({ decision }) => decision))).toEqual(new Set(['kept', 'gone']));
  });

  test('and what is left of a document is decided for its customer, and for nobody who was suggested the same', async () => {
    const [one, other] = [await aTeller(), await aTeller()];
    const skillIds = one.suggested.slice(0, 1).map(({ skillId }) => skillId);
    await world.run(one.actor, (work) => noteDropped(work, { customerId: one.customerId, skillIds }), undefined);
    const decided = async ({ customerId }: { customerId: string }) =>
      (await logOf(customerId)).filter(({ decision }) => decision !== null).map(({ skillId }) => skillId);
    expect(await decided(one)).toEqual(skillIds);
    expect(await decided(other)).toEqual([]);
  });

  test('as long as the city keeps it', async () => {
    const { customerId } = await aTeller();
    const forget = (now: string) =>
      world.database.inCity('turku', (tx) =>
        forgetSuggestions(tx, { cityId: 'turku', now: new Date(now), today: now.slice(0, 10) }),
      );
    await world.database.inCity('turku', (tx) =>
      setTerm(tx, { cityId: 'turku', name: 'suggestionLogDays', value: 200, fromOn: '2026-03-01', source: 'test' }),
    );
    expect(await forget('2026-09-18T06:59:00Z')).toBe(0);
    expect(await forget('2026-09-18T07:01:00Z')).toBeGreaterThan(0);
    expect(await logOf(customerId)).toEqual([]);
  });
});

test('skills matched by are one input whatever their order', () => {
  expect(hashOfSkills([12, 3, 7])).toEqual(hashOfSkills([7, 12, 3]));
  expect(hashOfSkills([12, 3])).not.toEqual(hashOfSkills([1, 23]));
  expect(hashOfSkills([3, 7, 12]).toString('hex')).toBe(createHash('sha256').update('3,7,12').digest('hex'));
});
