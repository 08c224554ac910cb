import { expect, test } from 'vitest';
import { testWorld } from '../testing/database.ts';
import { emailInput, readAccount, saveAccount } from './account.ts';

const world = await testWorld();

test('a customer changes where they are written to, and whether', async () => {
  const { actor } = await world.aCustomer();
  const before = await world.run(actor, readAccount, undefined);
  await world.run(actor, saveAccount, { email: null, wantsNotices: false, version: before.version });
  expect(await world.run(actor, readAccount, undefined)).toMatchObject({ email: null, wantsNotices: false, version: before.version + 1 });
});

test('who saves from an older version gets the newer one back', async () => {
  const { actor } = await world.aStaffActor('manager');
  const { version } = await world.run(actor, readAccount, undefined);
  await world.run(actor, saveAccount, { email: 'first@example.invalid', wantsNotices: true, version });
  await expect(world.run(actor, saveAccount, { email: null, wantsNotices: true, version })).rejects.toMatchObject({
    code: 'changedMeanwhile',
    current: { email: 'first@example.invalid', wantsNotices: null },
  });
});

test.each([
  [' maija@example.fi ', 'maija@example.fi'],
  ['', null],
  ['maija', undefined],
  ['maija@', undefined],
])('the address "%s"', (typed, kept) => {
  expect(emailInput.safeParse(typed).data).toBe(kept);
});
