import { expect, test } from 'vitest';
import { readDoneForMe } from '../kernel/acting/acted-for.ts';
import { testWorld } from '../testing/database.ts';
import { readLimits } from './limits.ts';
import { readLimitsForCustomer, tellLimitsForCustomer } from './limits-for-customer.ts';

const world = await testWorld();
const { run } = world;
const told = { hours: 'days' as const, languages: ['fi'], area: 'Varissuo' };
const desk = { way: 'desk', reason: 'Täytimme tämän yhdessä' } as const;

test('limits told at the desk are the customer’s, from the version the adviser read', async () => {
  const liisa = await world.aCustomer();
  const adviser = await world.anAdviser({ caseload: [liisa] });
  const { customerId } = liisa;
  expect(await run(adviser.actor, readLimitsForCustomer, { customerId })).toMatchObject({ hours: null, version: 1 });
  await run(adviser.actor, tellLimitsForCustomer, { customerId, version: 1, ...told, ...desk });
  expect(await run(liisa.actor, (work) => readLimits(work), undefined)).toEqual({ ...told, version: 2 });
  expect(await run(liisa.actor, readDoneForMe, undefined)).toMatchObject([{ what: 'limits', way: 'desk' }]);
  const late = run(adviser.actor, tellLimitsForCustomer, { customerId, version: 1, ...told, ...desk });
  await expect(late).rejects.toMatchObject({ code: 'changedMeanwhile' });
});

test('neither another’s customer nor one whose address is kept from the adviser', async () => {
  const liisa = await world.aCustomer();
  const adviser = await world.anAdviser({ caseload: [liisa] });
  const stranger = await world.anAdviser();
  const { customerId } = liisa;
  await expect(run(stranger.actor, readLimitsForCustomer, { customerId })).rejects.toMatchObject({ code: 'notFound' });
  await world.database.inCity('turku', (tx) =>
    tx
      .insertInto('protection')
      .values({
        ...{
          cityId: 'turku',
          id: crypto.randomUUID(),
          customerId,
          kind: 'nonDisclosure',
          ground: 'DVV',
          untilOn: null,
        },
        ...{ setAt: world.clock(), setBy: stranger.personId, setName: 'S', endedAt: null },
      })
      .execute(),
  );
  const input = { customerId, version: 1, ...told, ...desk };
  await expect(run(adviser.actor, tellLimitsForCustomer, input)).rejects.toMatchObject({ code: 'notNow' });
});
