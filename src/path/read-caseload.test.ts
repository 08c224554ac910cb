import { describe, expect, test } from 'vitest';
import { addKnowHow } from '../know-how/add-know-how.ts';
import { readCustomerKnowHow } from '../know-how/index.ts';
import { showItem } from '../know-how/profile/item-audiences.ts';
import type { MadeCustomer } from '../testing/builders.ts';
import { testWorld } from '../testing/database.ts';
import { assignCustomer } from './assign-customer.ts';
import { pathFixtures } from './fixtures.ts';
import { readCaseload } from './read-caseload.ts';
import { readCustomer } from './read-customer.ts';
import { readPlan } from './read-plan.ts';

const world = await testWorld();
const { run, database } = world;
const { aPair, byAdviser, byCustomer, aYes, usesOf } = pathFixtures(world);

describe('the caseload', () => {
  test("shows the adviser's own customers by surname, with what waits", async () => {
    const first = await aPair();
    const { adviser } = first;
    const aino = await world.aCustomer({ name: 'Aino Öhman', adviser, consents: ['adviserKnowHow'] });
    await world.aCustomer({ name: 'Bo Åkerlund' });
    await byAdviser(first);
    await byCustomer({ liisa: aino, adviser });
    await aYes(aino.customerId, { title: 'Aamun kiire' });
    const list = await run(adviser.actor, readCaseload, { show: 'all', name: '', page: 1 });
    expect(list).toMatchObject({ found: 2, all: 2, pages: 1 });
    expect(list.customers).toMatchObject([
      { name: 'Liisa Laine', area: 'Varissuo', waitsForCustomer: 1, waitsForMe: 0, keptSkills: null, latestYes: null },
      { name: 'Aino Öhman', waitsForCustomer: 0, waitsForMe: 1, keptSkills: 0, latestYes: { title: 'Aamun kiire' } },
    ]);
    const names = async (asked: Partial<Parameters<typeof readCaseload>[1]>) =>
      (await run(adviser.actor, readCaseload, { show: 'all', name: '', page: 1, ...asked })).customers.map(
        ({ name }) => name,
      );
    expect(await names({ show: 'waitsForMe' })).toEqual(['Aino Öhman']);
    expect(await names({ show: 'waitsForCustomer' })).toEqual(['Liisa Laine']);
    expect(await names({ show: 'saidYes' })).toEqual(['Aino Öhman']);
    expect(await names({ name: 'öh' })).toEqual(['Aino Öhman']);
    expect(await names({ name: 'åkerlund' })).toEqual([]);
  });

  test('is read 25 at a time, and only who was shown is logged', async () => {
    const adviser = await world.anAdviser();
    const customers: MadeCustomer[] = [];
    for (let number = 10; number < 40; number += 1)
      customers.push(await world.aCustomer({ name: `Etu Suku${number}`, adviser }));
    const second = await run(adviser.actor, readCaseload, { show: 'all', name: '', page: 2 });
    expect(second.customers.map(({ name }) => name)).toEqual([
      'Etu Suku35',
      'Etu Suku36',
      'Etu Suku37',
      'Etu Suku38',
      'Etu Suku39',
    ]);
    expect(second).toMatchObject({ page: 2, pages: 2, found: 30 });
    expect((await run(adviser.actor, readCaseload, { show: 'all', name: '', page: 99 })).page).toBe(2);
    expect(await usesOf(customers[0]?.customerId ?? '')).toEqual([]);
    expect((await usesOf(customers[29]?.customerId ?? ''))[0]).toEqual({
      role: 'adviser',
      section: 'caseload',
      action: 'list',
      isAllowed: true,
    });
  });

  test('moves to another adviser at once', async () => {
    const own = await aPair();
    const next = await world.anAdviser();
    const assign = (adviserId: string) =>
      database.inCity('turku', (tx) =>
        assignCustomer(tx, { cityId: 'turku', adviserId, customerId: own.liisa.customerId, fromOn: '2026-03-02' }),
      );
    await assign(next.personId);
    await assign(next.personId);
    const { customerId } = own.liisa;
    await expect(run(own.adviser.actor, readPlan, { customerId })).rejects.toMatchObject({ code: 'notFound' });
    expect((await run(next.actor, readPlan, { customerId })).customer.name).toBe('Liisa Laine');
    const rows = await database.inCity('turku', (tx) =>
      tx.selectFrom('caseload').select('toOn').where('customerId', '=', customerId).execute(),
    );
    expect(rows.filter(({ toOn }) => toOn === null)).toHaveLength(1);
  });
});

describe("the adviser's page of a customer", () => {
  test('shows answers with their steps, and know-how only with consent', async () => {
    const own = await aPair();
    const { customerId } = own.liisa;
    const challengeId = await aYes(customerId);
    const { id } = await byAdviser(own, { challengeId });
    const before = await run(own.adviser.actor, readCustomer, { customerId });
    expect(before).toMatchObject({ knowHow: null, answers: [{ challengeId, answer: 'yes', stepId: id }] });
    expect((await usesOf(customerId)).map(({ section }) => section)).not.toContain('knowHow');
    await world.consent({ cityId: 'turku', customerId, what: 'adviserKnowHow' });
    expect((await run(own.adviser.actor, readCustomer, { customerId })).knowHow).toEqual([]);
    expect((await usesOf(customerId)).map(({ section }) => section)).toContain('knowHow');
  });
});

test('counts of know-how only what the adviser is shown', async () => {
  const customer = await world.aCustomer({ name: 'Salla Salava', consents: ['adviserKnowHow'] });
  const adviser = await world.anAdviser({ caseload: [customer] });
  const added: string[] = [];
  for (const query of ['leipominen', 'valokuvaus', 'hitsaus']) {
    const uri = world.services.vocabulary.search(query, 'fi', 1)[0]?.uri ?? '';
    added.push((await world.run(customer.actor, addKnowHow, { uri })).id);
  }
  const counted = async () =>
    (await world.run(adviser.actor, readCaseload, { show: 'all', name: '', page: 1 })).customers[0]?.keptSkills;
  const seen = async () => (await world.run(adviser.actor, readCustomerKnowHow, customer.customerId)).knowHow.length;
  const show = (id: string, audience: 'adviser' | 'business') =>
    world.run(customer.actor, showItem, { kind: 'knowHow', id, audience, linkId: null, isShown: false });
  await show(added[0] ?? '', 'business');
  expect(await counted()).toBe(3);
  await show(added[0] ?? '', 'adviser');
  expect(await counted()).toBe(2);
  expect(await seen()).toBe(2);
});
