import { expect, test } from 'vitest';
import { testWorld } from '../testing/database.ts';
import { access } from './access/access.ts';
import { linesAtOnce, readChainState, readCityUseLog, readLookers, sealUseLog } from './use-log.ts';

const world = await testWorld();
const none = { person: '', customerId: '', day: '', before: '' };

const adviser = await world.anAdviser({ name: 'Oili O_sa' });
const liisa = await world.aCustomer({ adviser });
const other = await world.aCustomer();
const administrator = await world.aStaffActor('administrator');
const elsewhere = await world.aStaffActor('administrator', { city: 'espoo' });

const look = (customerId: string, requestId: string) =>
  world.run(
    { ...adviser.actor, requestId },
    (work) => access.customer(work, customerId, { section: 'plan', action: 'read', why: 'plan' }),
    undefined,
  );

for (let count = 0; count < linesAtOnce + 5; count += 1) await look(liisa.customerId, `look${count}`);
await look(other.customerId, 'refused').catch(() => {});

const search = (asked: Partial<typeof none>, actor = administrator.actor) =>
  world.run(actor, readCityUseLog, { ...none, ...asked });

test('shows the newest first and goes on from the last row shown', async () => {
  const first = await search({ customerId: liisa.customerId, person: 'oili' });
  expect(first.lines).toHaveLength(linesAtOnce);
  expect(first.before).toBe(first.lines.at(-1)?.id);
  const rest = await search({ customerId: liisa.customerId, person: 'oili', before: first.before ?? '' });
  expect(rest.lines).toHaveLength(5);
  expect(rest.before).toBeNull();
  expect(first.lines).not.toContainEqual(rest.lines[0]);
});

test('a page ends between two requests, so that what one request wrote stands together', async () => {
  const maija = await world.anAdviser({ name: 'Maija' });
  const seen: string[] = [];
  for (let count = 0; count < linesAtOnce + 5; count += 1)
    seen.push((await world.aCustomer({ adviser: maija })).customerId);
  const lookAtAll = (requestId: string) =>
    world.run(
      { ...maija.actor, requestId },
      async (work) => {
        for (const id of seen) await access.customer(work, id, { section: 'plan', action: 'read', why: 'plan' });
      },
      undefined,
    );
  await lookAtAll('earlier');
  await lookAtAll('later');
  const { lines, before } = await search({ person: 'maija' });
  expect(lines.map(({ requestId }) => requestId)).toEqual(seen.map(() => 'later'));
  const rest = await search({ person: 'maija', before: before ?? '' });
  expect(rest).toMatchObject({ before: null });
  expect(rest.lines).toHaveLength(seen.length);
});

test('finds by part of a name, where _ is only itself, by customer and by day in the city', async () => {
  expect(await search({ person: 'O_SA', customerId: other.customerId })).toMatchObject({
    lines: [{ personName: 'Oili O_sa', isAllowed: false }],
  });
  const nothing = { lines: [], before: null };
  expect(await search({ person: 'O_ili' })).toEqual(nothing);
  expect(await search({ customerId: 'not an id' })).toEqual(nothing);
  for (const day of ['1999-12-31', '0001-01-01', '9999-12-31']) expect(await search({ day })).toEqual(nothing);
});

test('a search is itself in the log, also of the customer it was about', async () => {
  await search({ customerId: liisa.customerId });
  const [newest] = await world.run(liisa.actor, (work) => readLookers(work), undefined);
  expect(newest).toMatchObject({ section: 'cityUseLog', action: 'search', personName: administrator.actor.name });
});

test('another city sees nothing of it, and another role is not there', async () => {
  expect(await search({ person: 'oili' }, elsewhere.actor)).toEqual({ lines: [], before: null });
  await expect(search({}, adviser.actor)).rejects.toMatchObject({ code: 'notFound' });
});

test('tells how far the chain is sealed, and walks it when asked', async () => {
  await world.database.inCity('turku', (tx) => sealUseLog(tx, 'turku'));
  const state = await world.run(administrator.actor, readChainState, { isWalked: true });
  expect(state.sealed).toBeGreaterThan(linesAtOnce);
  expect(state.walk).toEqual({ rows: state.sealed, fault: null });
  expect((await world.run(administrator.actor, readChainState, { isWalked: false })).walk).toBeNull();
});
