import { expect, test } from 'vitest';
import { testWorld } from '../testing/database.ts';
import { emailInput, readAccount, saveAccount } from './account.ts';
import { newId } from './ids.ts';

const world = await testWorld();

/** How many mails somebody has been written after one more thing happened. */
const mailsAfterNotice = async (personId: string) => {
  await world.run((await world.aStaffActor('manager')).actor, async (work) => work.emit('noticed', {}), undefined);
  await world.deliver({
    noticed: ({ notify }) =>
      notify({ personId, kind: 'messageFromBusiness', values: { business: 'B', challenge: 'C' }, path: '/' }),
  });
  const mails = await world.database.inCity('turku', (tx) =>
    tx.selectFrom('mail').select('id').where('personId', '=', personId).execute(),
  );
  return mails.length;
};

test('a customer changes where they are written to, and whether', async () => {
  const { actor } = await world.aCustomer();
  const before = await world.run(actor, readAccount, undefined);
  await world.run(actor, saveAccount, { email: null, wantsNotices: false, version: before.version });
  expect(await world.run(actor, readAccount, undefined)).toMatchObject({
    email: null,
    wantsNotices: false,
    version: before.version + 1,
  });
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

test('a customer who wants no e-mail gets none, but for the work they may also have here', async () => {
  const { actor, personId } = await world.aCustomer();
  expect(await mailsAfterNotice(personId)).toBe(1);
  const { version } = await world.run(actor, readAccount, undefined);
  await world.run(actor, saveAccount, { email: 'a@example.invalid', wantsNotices: false, version });
  expect(await mailsAfterNotice(personId)).toBe(1);
  await world.database.inCity('turku', (tx) =>
    tx
      .insertInto('roleAssignment')
      .values({ cityId: 'turku', id: newId(), personId, role: 'adviser', fromOn: '2026-01-01', toOn: null })
      .execute(),
  );
  expect(await mailsAfterNotice(personId)).toBe(2);
});
