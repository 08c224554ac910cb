import { describe, expect, test } from 'vitest';
import { testWorld } from '../../testing/database.ts';
import { addKnowHow } from '../add-know-how.ts';
import { decideKnowHow } from '../decide-know-how.ts';
import { tellLimits } from '../limits.ts';
import { care, profileGround } from './fixtures.ts';
import { forgetHistory } from './forget-history.ts';
import { historyInput, type PastVersion, readHistory } from './history.ts';
import { addLanguageSkill } from './language-skills.ts';
import { addLicence, changeLicence, licenceInput } from './licences.ts';
import { moveItem } from './move-item.ts';
import { tellLevel } from './own-level.ts';
import { readMyProfile } from './read-profile.ts';
import { restoreInput, restoreVersion } from './restore-version.ts';
import { tellWishes } from './wishes.ts';

const world = await testWorld();
const { find, aDoer } = profileGround(world);

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
