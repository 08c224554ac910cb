import { describe, expect, test } from 'vitest';
import { readLookers } from '../../kernel/use-log.ts';
import type { Made, MadeCustomer } from '../../testing/builders.ts';
import { testWorld } from '../../testing/database.ts';
import { pathEvents } from '../events.ts';
import { pathFixtures } from '../fixtures.ts';
import { readMyAdviser } from '../read-my-adviser.ts';
import { readPlan } from '../read-plan.ts';
import { endStandIns, handAllOver, handOver, prepareHandOver } from './hand-over.ts';
import { handOverInput } from './hand-over-input.ts';
import { readCaseload, readCaseloadInput } from './read-caseload.ts';

const world = await testWorld();
const { run, deliver } = world;
const { byAdviser, byCustomer, mailsTo, movesOf } = pathFixtures(world);

const today = '2026-03-02';
const start = '2026-03-02T07:00:00Z';

const aDesk = async () => {
  const aino = await world.aCustomer({ name: 'Aino Aalto' });
  const bo = await world.aCustomer({ name: 'Bo Berg' });
  const adviser = await world.anAdviser({ name: 'Päivi Poissa', caseload: [aino, bo] });
  const other = await world.anAdviser({ name: 'Sini Sijainen' });
  return { aino, bo, adviser, other };
};
const idsOf = (...customers: MadeCustomer[]) => customers.map(({ customerId }) => customerId);
const away = { way: 'standIn' as const, fromOn: today, untilOn: '2026-03-10' };
const hand = (by: Made, to: Made, customerIds: string[], more: Partial<typeof away> | { way: 'forGood' } = away) =>
  run(by.actor, handOver, handOverInput.parse({ ...away, ...more, toId: to.personId, customerIds }));
const namesOf = async ({ actor }: Made, show?: 'standIn') =>
  (await run(actor, readCaseload, readCaseloadInput.parse(show ? { show } : {}))).customers.map(({ name }) => name);
const opens = ({ actor }: Made, { customerId }: MadeCustomer) => run(actor, readPlan, { customerId });
const isStoodInFor = async ({ actor }: Made) => (await run(actor, prepareHandOver, { customerIds: [] })).isStoodInFor;
const on = async <T>(day: string, act: () => Promise<T>): Promise<T> => {
  world.clock.set(`${day}T09:00:00Z`);
  try {
    return await act();
  } finally {
    world.clock.set(start);
  }
};

describe('standing in', () => {
  test('gives the customers of a colleague for those days and no other, beside whose they are', async () => {
    const { aino, bo, adviser, other } = await aDesk();
    expect(await hand(adviser, other, idsOf(aino), { fromOn: '2026-03-04' })).toEqual({ given: 1, left: 0 });
    await expect(opens(other, aino)).rejects.toMatchObject({ code: 'notFound' });
    expect(await namesOf(other)).toEqual([]);
    await on('2026-03-04', async () => {
      expect(await namesOf(other)).toEqual(['Aino Aalto']);
      expect(await namesOf(adviser)).toEqual(['Aino Aalto', 'Bo Berg']);
      expect(await namesOf(adviser, 'standIn')).toEqual(['Aino Aalto']);
      await opens(other, aino);
      await opens(adviser, aino);
      await expect(opens(other, bo)).rejects.toMatchObject({ code: 'notFound' });
      await byAdviser({ adviser: other, liisa: aino });
      await byCustomer({ adviser, liisa: aino });
      expect((await movesOf(other)).map(({ kind }) => kind)).toContain('customerProposed');
    });
    await on('2026-03-10', () => opens(other, aino));
    await on('2026-03-11', async () => {
      await expect(opens(other, aino)).rejects.toMatchObject({ code: 'notFound' });
      expect(await namesOf(other)).toEqual([]);
    });
  });

  test('is said to the customer, and stands in their use log as what it is', async () => {
    const { aino, adviser, other } = await aDesk();
    await hand(adviser, other, idsOf(aino));
    await deliver(pathEvents);
    expect(JSON.stringify(await mailsTo(aino.personId))).toContain('Sini Sijainen');
    expect(await mailsTo(other.personId)).toHaveLength(1);
    expect(JSON.stringify(await mailsTo(other.personId))).not.toContain('Aalto');
    expect(await run(aino.actor, readMyAdviser, undefined)).toEqual({
      ...{ name: 'Päivi Poissa', standIn: { name: 'Sini Sijainen', untilOn: '2026-03-10' } },
    });
    await namesOf(other);
    await opens(other, aino);
    await opens(adviser, aino);
    const looks = await run(aino.actor, readLookers, {});
    const whys = (name: string) => looks.filter(({ personName }) => personName === name).map(({ why }) => why);
    expect(whys('Sini Sijainen').sort()).toEqual(['caseload, standing in', 'plan, standing in']);
    expect(whys('Päivi Poissa')).toContain('plan');
    expect(whys('Päivi Poissa')).toContain('gave a customer a stand-in');
  });

  test('ends when the adviser is back, and cannot be handed on by who stands in', async () => {
    const { aino, bo, adviser, other } = await aDesk();
    const third = await world.anAdviser();
    await hand(adviser, other, idsOf(aino, bo));
    expect(await hand(other, third, idsOf(aino), { way: 'forGood' })).toEqual({ given: 0, left: 1 });
    expect(await run(other.actor, endStandIns, undefined)).toEqual({ ended: 0 });
    expect([await isStoodInFor(adviser), await isStoodInFor(other)]).toEqual([true, false]);
    expect(await run(adviser.actor, endStandIns, undefined)).toEqual({ ended: 2 });
    await expect(opens(other, aino)).rejects.toMatchObject({ code: 'notFound' });
    expect(await run(aino.actor, readMyAdviser, undefined)).toMatchObject({ standIn: null });
    expect(await isStoodInFor(adviser)).toBe(false);
  });

  test.each([
    [{ fromOn: '' }, 'fromOn'],
    [{ untilOn: '' }, 'untilOn'],
    [{ untilOn: '2026-03-01', fromOn: '2026-02-01' }, 'untilOn'],
    [{ fromOn: '2026-03-11' }, 'untilOn'],
  ])('refuses days that do not fit: %j', async (days, field) => {
    const { aino, adviser, other } = await aDesk();
    const input = handOverInput.parse({ ...away, ...days, toId: other.personId, customerIds: idsOf(aino) });
    await expect(run(adviser.actor, handOver, input)).rejects.toMatchObject({ code: 'badInput', fields: [{ field }] });
  });
});

describe('handing over for good', () => {
  test('moves those chosen, says whom it left, and tells each customer and the new adviser once', async () => {
    const { aino, bo, adviser, other } = await aDesk();
    const stranger = await world.aCustomer({ name: 'Cia Vieras' });
    await world.anAdviser({ caseload: [stranger] });
    const draft = await run(adviser.actor, prepareHandOver, { customerIds: idsOf(bo, aino, stranger) });
    expect(draft).toMatchObject({ customers: [{ name: 'Aino Aalto' }, { name: 'Bo Berg' }], left: 1 });
    expect(draft.advisers.map(({ id }) => id)).not.toContain(adviser.personId);
    expect(await hand(adviser, other, idsOf(aino, bo, stranger), { way: 'forGood' })).toEqual({ given: 2, left: 1 });
    expect([await namesOf(adviser), await namesOf(other)]).toEqual([[], ['Aino Aalto', 'Bo Berg']]);
    await deliver(pathEvents);
    expect(await mailsTo(aino.personId)).toHaveLength(1);
    expect(await mailsTo(other.personId)).toHaveLength(1);
    expect(await mailsTo(stranger.personId)).toHaveLength(0);
  });

  test('of two at once each does what the other left', async () => {
    const { aino, bo, adviser, other } = await aDesk();
    const third = await world.anAdviser();
    const both = await Promise.all([
      hand(adviser, other, idsOf(aino, bo), { way: 'forGood' }),
      hand(adviser, third, idsOf(bo, aino), { way: 'forGood' }),
    ]);
    expect(both.reduce((sum, { given }) => sum + given, 0)).toBe(2);
  });

  test('only to another adviser of the city', async () => {
    const { aino, adviser } = await aDesk();
    for (const to of [adviser, await world.aStaffActor('manager'), await world.anAdviser({ city: 'espoo' })])
      await expect(hand(adviser, to, idsOf(aino), { way: 'forGood' })).rejects.toMatchObject({
        fields: [{ field: 'toId' }],
      });
  });

  test('is done by a coordinator for all customers of one, and by nobody else', async () => {
    const { adviser, other } = await aDesk();
    const asked = { way: 'forGood', fromId: adviser.personId, toId: other.personId, fromOn: '', untilOn: '' } as const;
    for (const who of [await world.aStaffActor('facilitator'), await world.aSocialWorker(), await world.aCustomer()])
      await expect(run(who.actor, handAllOver, asked)).rejects.toMatchObject({ code: 'notFound' });
    await expect(run(other.actor, handAllOver, asked)).rejects.toMatchObject({ code: 'notYourRole' });
    const coordinator = await world.aStaffActor('coordinator');
    expect(await run(coordinator.actor, handAllOver, asked)).toEqual({ given: 2, left: 0 });
    expect(await namesOf(other)).toEqual(['Aino Aalto', 'Bo Berg']);
  });
});
