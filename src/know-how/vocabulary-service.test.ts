import { expect, test, vi } from 'vitest';
import { newId } from '../kernel/ids.ts';
import { testWorld } from '../testing/database.ts';
import { logSkills } from './answerable/log-suggestions.ts';
import { installedVocabulary, installVocabulary } from './import-vocabulary.ts';
import { trainVectors, vectorsKey } from './vectors/keep-vectors.ts';
import { aSkill, aVocabulary, folderWith } from './vocabulary/fixtures.ts';
import { starterVocabulary } from './vocabulary/starter.ts';
import { saveVocabulary } from './vocabulary/store.ts';
import { loadVocabularyService } from './vocabulary-service.ts';

const world = await testWorld();
const { database } = world;
const others = Array.from({ length: 60 }, (_, at) => aSkill(`other-${at}`, { fi: `muu osio${at}` }));
const imported = aVocabulary([...others, aSkill('bake', { fi: 'leipominen', en: 'baking' })]);

test('knows each skill by URI and by id, in every language', () => {
  const { vocabulary } = world.services;
  const [found] = vocabulary.search('leipominen', 'fi', 1);
  expect(vocabulary.source).toBe('starter');
  expect(found && vocabulary.idOf(found.uri)).toBe(found?.skillId);
  expect(vocabulary.skill(found?.skillId ?? 0)?.labels.fi).toBe('leipominen');
  expect(vocabulary.idOf('http://example.org/nothing')).toBeUndefined();
  expect(vocabulary.skill(-1)).toBeUndefined();
});

test('writes relations that an upgrade has taken away anew at the next start', async () => {
  const count = () =>
    database.acrossCities(async (tx) => (await tx.selectFrom('skillRelation').selectAll().execute()).length);
  const before = await count();
  await database.acrossCities((tx) => tx.deleteFrom('skillRelation').execute());
  await loadVocabularyService({ database, dataFolder: await folderWith() });
  expect(before).toBeGreaterThan(0);
  expect(await count()).toBe(before);
});

test('takes an import of another process into use while it runs; skills of before stay known', async () => {
  const dataFolder = await folderWith();
  const service = await loadVocabularyService({ database, dataFolder }, { checkEvery: 20 });
  const [before] = service.search('valokuvaus', 'fi', 1);
  await saveVocabulary(dataFolder, imported);
  await installVocabulary(database, imported);
  await expect.poll(() => service.version, { timeout: 10_000 }).toBe(imported.version);
  expect(service.search('leipominen', 'fi', 5)[0]?.uri).toBe('http://example.org/skill/bake');
  expect(before && service.skill(before.skillId)?.uri).toBe(before?.uri);
  service.close();
});

test('looks for another import until it is closed', async () => {
  const dataFolder = await folderWith();
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    const service = await loadVocabularyService({ database, dataFolder });
    expect(vi.getTimerCount()).toBe(1);
    service.close();
    expect(vi.getTimerCount()).toBe(0);
    expect(service.search('leipominen', 'fi', 1)).toHaveLength(1);
  } finally {
    vi.useRealTimers();
  }
});

test('tells by which vectors it reads, as the log of suggestions writes them: none for the starter, after an import those it has trained', async () => {
  const dataFolder = await folderWith();
  expect((await loadVocabularyService({ database, dataFolder })).vectorsVersion).toBeNull();
  await trainVectors(dataFolder, imported, () => {});
  await saveVocabulary(dataFolder, imported);
  const vocabulary = await loadVocabularyService({ database, dataFolder });
  expect(vocabulary.vectorsVersion).toBe(vectorsKey(imported));
  const { customerId } = await world.aCustomer();
  const [skillId = 0] = vocabulary.search('leipominen', 'fi', 1).map((found) => found.skillId);
  const logged = await database.inCity('turku', async (tx) => {
    const found = [{ skillId, score: 1, parts: { coverage: 1 } as never }];
    const where = { tx, cityId: 'turku', now: world.clock(), vocabulary };
    await logSkills(where, { customerId, sourceId: newId(), text: 'Leivon.', found });
    return tx.selectFrom('suggestionLog').select(['vocabularyVersion', 'vectorsVersion']).executeTakeFirst();
  });
  expect(logged).toEqual({ vocabularyVersion: imported.version, vectorsVersion: vectorsKey(imported) });
});

test('a data folder without the import leaves the imported one in the database', async () => {
  const service = await loadVocabularyService({ database, dataFolder: await folderWith() });
  expect(service.version).toBe(starterVocabulary().version);
  expect(await database.acrossCities(installedVocabulary)).toMatchObject({ version: imported.version });
  const [found] = service.search('valokuvaus', 'fi', 1);
  expect(found?.skillId).toBeGreaterThan(0);
});
