import { expect, test } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import { testWorld } from '../../testing/database.ts';
import { pathFixtures } from '../fixtures.ts';
import { type KeptOnPath, keepOnPath, type PathHappening, pathHappenings, takeOffPath } from '../index.ts';
import { readFact, readStages } from './read-stages.ts';
import { takeBackStage } from './take-back-stage.ts';

const world = await testWorld();
const { run, database, clock } = world;
const { aPair } = pathFixtures(world);

type Pair = Awaited<ReturnType<typeof aPair>>;

/** As another domain's use case or handler does it, in its own transaction. The clock stands at 2 March 2026. */
const within = (act: (work: Parameters<typeof keepOnPath>[0]) => Promise<void>) =>
  database.inCity('turku', (tx) => act({ tx, cityId: 'turku', now: clock() }));
const aWorkshop = ({ liisa }: Pair, more: Partial<KeptOnPath> = {}): KeptOnPath => ({
  ...{ customerId: liisa.customerId, source: 'workshop', sourceId: newId(), what: 'workshop' },
  ...{ fromOn: '2026-02-02', toOn: null, words: 'Ompelupaja' },
  ...more,
});
const keep = (kept: KeptOnPath) => within((work) => keepOnPath(work, kept));
const pathOf = ({ liisa }: Pair) => run(liisa.actor, readStages, { customerId: null });
const stagesOf = async (pair: Pair) =>
  (await pathOf(pair)).spells.map(({ stage, fromOn, toOn }) => `${stage} ${fromOn} ${toOn ?? '-'}`);

test.each(Object.entries(pathHappenings))('a %s puts its customer in the stage %s', async (what, stage) => {
  const own = await aPair();
  await keep(aWorkshop(own, { what: what as PathHappening, source: 'agreement' }));
  expect((await pathOf(own)).spells[0]).toMatchObject({
    ...{ stage, fromOn: '2026-02-02', facts: [{ words: 'Ompelupaja', source: 'agreement', canEnd: false }] },
  });
});

test('told again it is the same fact, and it ends and moves as its source does', async () => {
  const own = await aPair();
  const kept = aWorkshop(own);
  await keep(kept);
  await keep(kept);
  expect((await pathOf(own)).spells[0]?.facts).toMatchObject([{ version: 1 }]);
  await keep({ ...kept, fromOn: '2026-02-03', toOn: '2026-02-27' });
  expect(await stagesOf(own)).toEqual(['workshop 2026-02-03 2026-02-27', 'starting 2026-02-28 -']);
  expect((await pathOf(own)).spells[0]?.facts).toMatchObject([{ version: 2 }]);
});

test('twenty tellings at once are one fact', async () => {
  const own = await aPair();
  const kept = aWorkshop(own);
  await Promise.all(Array.from({ length: 20 }, () => keep(kept)));
  expect((await pathOf(own)).spells[0]?.facts).toHaveLength(1);
});

test('what is agreed to begin later is what comes next', async () => {
  const own = await aPair();
  await keep(aWorkshop(own, { what: 'openJob', source: 'agreement', fromOn: '2026-04-01' }));
  expect((await pathOf(own)).coming).toContainEqual({ stage: 'open', beginsOn: '2026-04-01', leads: [] });
});

test('what came to nothing counts no more, and again when it comes to something after all', async () => {
  const own = await aPair();
  const kept = aWorkshop(own);
  await keep(kept);
  await within((work) => takeOffPath(work, { ...kept, why: 'Peruttiin ennen alkua.' }));
  await within((work) => takeOffPath(work, { ...kept, why: 'Toisen kerran.' }));
  expect(await stagesOf(own)).toEqual(['starting 2026-03-02 -']);
  await keep(kept);
  expect(await stagesOf(own)).toEqual(['workshop 2026-02-02 -']);
});

test('neither side takes back or ends here what comes from elsewhere', async () => {
  const own = await aPair();
  await keep(aWorkshop(own));
  const pathFactId = (await pathOf(own)).spells[0]?.facts[0]?.id ?? '';
  for (const { actor } of [own.liisa, own.adviser]) {
    expect(await run(actor, readFact, { pathFactId })).toMatchObject({ canEnd: false, canTakeBack: false });
    const taking = run(actor, takeBackStage, { pathFactId, version: 1, why: '' });
    await expect(taking).rejects.toMatchObject({ code: 'notNow' });
  }
});

test('a source is one customer’s: telling it of another is refused, and changes nothing', async () => {
  const own = await aPair();
  const other = await aPair();
  const kept = aWorkshop(own);
  await keep(kept);
  await expect(keep({ ...kept, customerId: other.liisa.customerId })).rejects.toThrow('one customer');
  expect(await stagesOf(own)).toEqual(['workshop 2026-02-02 -']);
  expect(await stagesOf(other)).toEqual(['starting 2026-03-02 -']);
});
