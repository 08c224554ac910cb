import { expect, test } from 'vitest';
import { testWorld } from '../testing/database.ts';
import { readFigures } from './read-figures.ts';

const world = await testWorld();
const manager = await world.aStaffActor('manager');
const figures = () => world.run(manager.actor, readFigures, undefined);

test('a city with few people tells no number of them', async () => {
  for (let count = 0; count < 4; count += 1) await world.aCustomer({ consents: ['matching'] });
  await world.aCustomer({ city: 'espoo', consents: ['matching'] });
  const { people, ...open } = await figures();
  expect(people.map(({ range }) => range)).toEqual([null, null, null, null, null]);
  expect(open).toEqual({ day: '2026-03-02', openChallenges: 0, businesses: 0 });
});

test('from five on it tells ranges: of customers there are, and of consents in force', async () => {
  for (let count = 0; count < 8; count += 1) await world.aCustomer({ consents: count < 2 ? ['matching'] : [] });
  const gone = await world.aCustomer({ consents: ['matching'] });
  await world.database.inCity('turku', (tx) =>
    tx.updateTable('customer').set({ deletedAt: world.clock() }).where('id', '=', gone.customerId).execute(),
  );
  const { people } = await figures();
  expect(people).toEqual([
    { what: 'customers', range: { from: 10, to: 19 } },
    { what: 'matching', range: { from: 5, to: 9 } },
    { what: 'adviserKnowHow', range: null },
    { what: 'saidYes', range: null },
    { what: 'agreedStep', range: null },
  ]);
  expect(JSON.stringify(people)).not.toContain('12');
});

test("are the manager's only, and reading them is in the use log", async () => {
  for (const role of ['coordinator', 'serviceDesigner', 'adviser', 'administrator'] as const) {
    const { actor } = await world.aStaffActor(role);
    await expect(world.run(actor, readFigures, undefined)).rejects.toMatchObject({ code: 'notFound' });
  }
  const uses = await world.database.inCity('turku', (tx) =>
    tx.selectFrom('useLog').select(['role', 'isAllowed']).where('section', '=', 'figures').orderBy('at').execute(),
  );
  expect(uses[0]).toEqual({ role: 'manager', isAllowed: true });
  expect(uses.filter(({ isAllowed }) => !isAllowed)).toHaveLength(4);
});
