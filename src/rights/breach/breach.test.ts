import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import type { Made, MadeCustomer } from '../../testing/builders.ts';
import { testWorld } from '../../testing/database.ts';
import { exportBreach, findAccounts, readBreach } from './read-breach.ts';

const world = await testWorld();
let adviser: Made;
let admin: Made;
let people: MadeCustomer[] = [];

type Planted = {
  who: Made;
  whose: MadeCustomer | undefined;
  at: string;
  action: string;
  section?: string;
  isAllowed?: boolean;
};

const plant = ({ who, whose, at, action, section = 'plan', isAllowed = true }: Planted) =>
  world.database.inCity(who.actor.cityId, (tx) =>
    tx
      .insertInto('useLog')
      .values({
        ...{
          cityId: who.actor.cityId,
          id: newId(),
          at: new Date(at),
          personId: who.personId,
          personName: who.actor.name,
        },
        ...{ role: 'adviser', customerId: whose?.customerId ?? null, section, action, why: 'planted', isAllowed },
        requestId: 'test',
      })
      .execute(),
  );

beforeAll(async () => {
  adviser = await world.anAdviser({ name: 'Pekka Utelias' });
  const other = await world.anAdviser();
  admin = await world.aStaffActor('administrator');
  people = [];
  for (let count = 0; count < 6; count += 1) people.push(await world.aCustomer());
  const [looked, exported, changed, refused, before, after] = people;
  // A day in Finland begins two hours before it does in UTC, three in summer.
  await plant({ who: adviser, whose: looked, at: '2026-01-31T22:00:00Z', action: 'read' });
  await plant({ who: adviser, whose: looked, at: '2026-02-10T08:00:00Z', action: 'list', section: 'caseload' });
  await plant({ who: adviser, whose: exported, at: '2026-02-11T08:00:00Z', action: 'export', section: 'profile' });
  await plant({ who: adviser, whose: changed, at: '2026-02-28T21:59:59Z', action: 'write' });
  await plant({ who: adviser, whose: refused, at: '2026-02-12T08:00:00Z', action: 'read', isAllowed: false });
  await plant({ who: adviser, whose: before, at: '2026-01-31T21:59:59Z', action: 'read' });
  await plant({ who: adviser, whose: after, at: '2026-02-28T22:00:00Z', action: 'read' });
  await plant({ who: adviser, whose: undefined, at: '2026-02-12T08:00:00Z', action: 'list', section: 'openChallenge' });
  await plant({ who: other, whose: refused, at: '2026-02-12T08:00:00Z', action: 'read' });
});

const february = () => ({ accountId: adviser.personId, fromOn: '2026-02-01', untilOn: '2026-02-28' });

describe('what an account has looked at', () => {
  test('is exactly those people, with how often, when and what', async () => {
    const report = await world.run(admin.actor, readBreach, february());
    expect(
      report.people.map(({ customerId, looked, exported, changed }) => ({ customerId, looked, exported, changed })),
    ).toEqual([
      { customerId: people[1]?.customerId, looked: 0, exported: 1, changed: 0 },
      { customerId: people[0]?.customerId, looked: 2, exported: 0, changed: 0 },
      { customerId: people[2]?.customerId, looked: 0, exported: 0, changed: 1 },
    ]);
    expect(report.people[1]).toMatchObject({
      ...{ name: people[0]?.actor.name, sections: ['caseload', 'plan'] },
      ...{ firstAt: new Date('2026-01-31T22:00:00Z'), lastAt: new Date('2026-02-10T08:00:00Z') },
    });
    expect(report).toMatchObject({ refused: 1, names: ['Pekka Utelias'] });
  });

  test('is nothing for another account, a period without uses, or what is no account', async () => {
    const empty = async (asked: object) =>
      (await world.run(admin.actor, readBreach, { ...february(), ...asked })).people;
    expect(await empty({ accountId: admin.personId })).toEqual([]);
    expect(await empty({ fromOn: '2025-01-01', untilOn: '2025-12-31' })).toEqual([]);
    expect(await empty({ accountId: 'nobody' })).toEqual([]);
  });

  test('the report itself stands in the log of everybody it names, and of nobody else', async () => {
    await world.run(admin.actor, exportBreach, february());
    const rows = await world.database.inCity('turku', (tx) =>
      tx
        .selectFrom('useLog')
        .select('customerId')
        .where('cityId', '=', 'turku')
        .where('section', '=', 'breach')
        .where('action', '=', 'export')
        .where('customerId', 'is not', null)
        .execute(),
    );
    const named = [people[0], people[1], people[2]].map((one) => one?.customerId);
    expect(new Set(rows.map(({ customerId }) => customerId))).toEqual(new Set(named));
  });

  test('accounts are found by part of a name; customers are none', async () => {
    expect(await world.run(admin.actor, findAccounts, { name: 'utelias' })).toEqual([
      { accountId: adviser.personId, name: 'Pekka Utelias', roles: ['adviser'] },
    ]);
    expect(await world.run(admin.actor, findAccounts, { name: people[0]?.actor.name ?? '' })).toEqual([]);
  });

  test('is the administrator’s alone, and of their own city', async () => {
    const manager = await world.aStaffActor('manager');
    await expect(world.run(manager.actor, readBreach, february())).rejects.toMatchObject({ code: 'notFound' });
    const there = await world.aStaffActor('administrator', { city: 'espoo' });
    expect((await world.run(there.actor, readBreach, february())).people).toEqual([]);
  });
});
