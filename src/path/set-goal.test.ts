import { expect, test } from 'vitest';
import { testWorld } from '../testing/database.ts';
import { pathFixtures } from './fixtures.ts';
import { readGoalVersions } from './goals.ts';
import { readPlan } from './read-plan.ts';
import { setGoal } from './set-goal.ts';

const world = await testWorld();
const { run } = world;
const { aPair } = pathFixtures(world);

test('a goal is written by either side, each version is kept, and who is late sees what is there', async () => {
  const own = await aPair();
  const { customerId } = own.liisa;
  await run(own.liisa.actor, setGoal, { customerId: null, goal: 'Töihin leipomoon', version: 0 });
  await run(own.adviser.actor, setGoal, { customerId, goal: 'Töihin leipomoon kesällä', version: 1 });
  const late = run(own.liisa.actor, setGoal, { customerId: null, goal: 'Muualle', version: 1 });
  await expect(late).rejects.toMatchObject({
    code: 'changedMeanwhile',
    current: { text: 'Töihin leipomoon kesällä', version: 2 },
  });
  const first = run(own.liisa.actor, setGoal, { customerId: null, goal: 'Muualle', version: 0 });
  await expect(first).rejects.toMatchObject({ code: 'changedMeanwhile' });
  const versions = await run(own.liisa.actor, readGoalVersions, { customerId: null });
  expect(versions.map(({ goal, personName }) => [goal, personName])).toEqual([
    ['Töihin leipomoon kesällä', 'Outi Ohjaaja'],
    ['Töihin leipomoon', 'Liisa Laine'],
  ]);
  expect((await run(own.liisa.actor, readPlan, { customerId: null })).goal).toMatchObject({
    version: 2,
    personName: 'Outi Ohjaaja',
  });
});

test('an empty goal is none where there was none, and the same goal again is no new version', async () => {
  const { liisa } = await aPair();
  const write = (goal: string, version: number) => run(liisa.actor, setGoal, { customerId: null, goal, version });
  await expect(write('', 0)).rejects.toMatchObject({ code: 'badInput', fields: [{ field: 'goal' }] });
  expect(await run(liisa.actor, readGoalVersions, { customerId: null })).toEqual([]);
  await write('Töihin leipomoon', 0);
  expect(await write('Töihin leipomoon', 1)).toEqual({ version: 1 });
  expect(await write('', 1)).toEqual({ version: 2 });
  await expect(write('', 2)).rejects.toMatchObject({ code: 'badInput' });
});
