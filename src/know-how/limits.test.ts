import { expect, test } from 'vitest';
import { readLookers } from '../kernel/use-log.ts';
import { testWorld } from '../testing/database.ts';
import { knowHowMoves } from './index.ts';
import { limitsInput, readLimits, tellLimits } from './limits.ts';

const world = await testWorld();
const read = (customer: Awaited<ReturnType<typeof world.aCustomer>>) =>
  world.run(customer.actor, (work) => readLimits(work), undefined);
const evenings = { hours: 'evenings', languages: ['fi', 'ar'], area: 'Varissuo' } as const;
const told = { ...evenings, languages: [...evenings.languages] };

test('a new customer has told nothing; what they tell is theirs to read, change and take back', async () => {
  const liisa = await world.aCustomer();
  expect(await read(liisa)).toEqual({ hours: null, languages: [], area: '', version: 1 });
  expect(await world.run(liisa.actor, tellLimits, { ...told, version: 1 })).toEqual({ version: 2 });
  expect(await read(liisa)).toEqual({ ...told, version: 2 });
  await world.run(liisa.actor, tellLimits, { hours: null, languages: [], area: '', version: 2 });
  expect(await read(liisa)).toEqual({ hours: null, languages: [], area: '', version: 3 });
});

test('who saves from an older version gets the newer one back, and changes nothing', async () => {
  const liisa = await world.aCustomer();
  await world.run(liisa.actor, tellLimits, { ...told, version: 1 });
  const late = world.run(liisa.actor, tellLimits, { hours: 'days', languages: [], area: 'Runosmäki', version: 1 });
  await expect(late).rejects.toMatchObject({ code: 'changedMeanwhile', current: { ...told, version: 2 } });
  expect(await read(liisa)).toMatchObject({ hours: 'evenings' });
});

test('telling is in the use log; nobody but a customer has limits to tell', async () => {
  const liisa = await world.aCustomer();
  const adviser = await world.anAdviser({ caseload: [liisa] });
  await world.run(liisa.actor, tellLimits, { ...told, version: 1 });
  const looks = await world.run(liisa.actor, (work) => readLookers(work), undefined);
  expect(looks).toMatchObject([{ section: 'limits', action: 'write', why: 'told limits', isMe: true }]);
  const byAdviser = world.run(adviser.actor, tellLimits, { ...told, version: 2 });
  await expect(byAdviser).rejects.toMatchObject({ code: 'notYourRole' });
});

test('the home page asks until something is told', async () => {
  const liisa = await world.aCustomer();
  const moves = () => world.run(liisa.actor, async (work) => (await knowHowMoves.customer?.(work)) ?? [], undefined);
  expect((await moves()).map(({ kind, path }) => [kind, path])).toEqual([
    ['tellStory', '/know-how'],
    ['tellLimits', '/limits'],
  ]);
  await world.run(liisa.actor, tellLimits, { hours: null, languages: ['fi'], area: '', version: 1 });
  expect((await moves()).map(({ kind }) => kind)).toEqual(['tellStory']);
});

test.each([
  [{ hours: 'nights' }, false],
  [{ languages: ['finnish'] }, false],
  [{ languages: Array.from({ length: 21 }, () => 'fi') }, false],
  [{ area: 'x'.repeat(121) }, false],
  [{ hours: null, languages: ['fi', 'fi'], area: '\u200B' }, true],
])('takes %j: %s', (wish, isTaken) => {
  const read = limitsInput.safeParse({ ...told, ...wish });
  expect(read.success).toBe(isTaken);
  if (read.success) expect(read.data).toEqual({ hours: null, languages: ['fi'], area: '' });
});
