import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testWorld } from '../testing/database.ts';
import { installedVocabulary, installVocabulary } from './import-vocabulary.ts';
import { skillRelations } from './skill-relations.ts';
import { aSkill, aVocabulary } from './vocabulary/fixtures.ts';
import { starterVocabulary } from './vocabulary/starter.ts';

const world = await testWorld();
const first = aVocabulary([
  aSkill('bake', { fi: 'leipominen', related: ['http://example.org/skill/sing'] }),
  aSkill('sing', { fi: 'laulaminen' }),
]);
const second = aVocabulary([
  aSkill('bake', { fi: 'leivän leipominen', related: ['http://example.org/skill/dance'] }),
  aSkill('dance', { fi: 'tanssi' }),
]);

const skillsNow = () =>
  world.database.acrossCities((tx) =>
    tx
      .selectFrom('skill')
      .select(['id', 'uri', 'labels', 'isCurrent'])
      .where('uri', 'like', 'http://example.org/%')
      .orderBy('uri')
      .execute(),
  );
const countOf = async (table: string) => {
  const { rows } = await world.database.acrossCities((tx) =>
    sql<{ n: number }>`select count(*)::int n from ${sql.table(table)}`.execute(tx),
  );
  return rows[0]?.n;
};

test('the first start installs the starter, once', async () => {
  const starter = starterVocabulary();
  expect(await world.database.acrossCities(installedVocabulary)).toMatchObject({
    version: starter.version,
    source: 'starter',
  });
  expect(await countOf('skill')).toBe(starter.skills.length);
  expect(await countOf('skill_relation')).toBe(skillRelations(starter.skills).length);
});

test('a skill never disappears: a new version renames, adds, and retires what it lacks', async () => {
  await installVocabulary(world.database, first);
  const before = await skillsNow();
  await installVocabulary(world.database, second);
  const after = await skillsNow();
  expect(after.map(({ labels, isCurrent }) => [labels.fi, isCurrent])).toEqual([
    ['leivän leipominen', true],
    ['tanssi', true],
    ['laulaminen', false],
  ]);
  expect(after[0]?.id).toBe(before[0]?.id);
  expect(await countOf('skill_relation')).toBe(2);
  expect(await world.database.acrossCities(installedVocabulary)).toMatchObject({
    version: second.version,
    skillCount: 2,
  });
});

test('the same again changes nothing, and an earlier version can come back', async () => {
  await installVocabulary(world.database, second);
  const once = await skillsNow();
  await installVocabulary(world.database, second);
  expect(await skillsNow()).toEqual(once);
  await installVocabulary(world.database, first);
  expect((await skillsNow()).map(({ isCurrent }) => isCurrent)).toEqual([true, false, true]);
  const { rows } = await world.database.acrossCities((tx) =>
    sql<{ n: number }>`select count(*)::int n from vocabulary_version where is_current`.execute(tx),
  );
  expect(rows[0]?.n).toBe(1);
});

test('two at once wait for each other', async () => {
  await Promise.all([installVocabulary(world.database, first), installVocabulary(world.database, second)]);
  const now = await world.database.acrossCities(installedVocabulary);
  expect([first.version, second.version]).toContain(now?.version);
});

test('tells how far it is', async () => {
  const steps: number[] = [];
  await installVocabulary(world.database, starterVocabulary(), ({ done, of }) => steps.push(done / of));
  expect(steps.at(-1)).toBe(1);
});
