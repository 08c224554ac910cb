import { expect, test } from 'vitest';
import { testWorld } from '../testing/database.ts';
import { readAuthorities } from './authorities.ts';
import { nameAuthority, readCityAuthorities } from './name-authority.ts';

const world = await testWorld();

test('a new city has its employment authority, a wellbeing services county and Kela, by names in three languages', async () => {
  const found = await world.database.inCity('turku', (tx) => readAuthorities({ tx, cityId: 'turku' }));
  expect(found.map(({ kind, name }) => [kind, name.fi, name.sv])).toEqual([
    ['employment', 'Työllisyyspalvelut, Turku', 'Sysselsättningstjänsterna, Åbo'],
    ['wellbeing', 'Hyvinvointialue', 'Välfärdsområdet'],
    ['kela', 'Kela', 'FPA'],
  ]);
});

test('an administrator says what the wellbeing services county is called; nobody else, and nobody over a newer name', async () => {
  const administrator = await world.aStaffActor('administrator');
  const names = { fi: 'Varha', sv: 'Egentliga Finlands välfärdsområde', en: 'Varha' };
  const name = (version: number, who = administrator) =>
    world.run(who.actor, nameAuthority, { kind: 'wellbeing', version, ...names });
  expect(await name(1)).toEqual({ version: 2 });
  await expect(name(1)).rejects.toMatchObject({ code: 'changedMeanwhile' });
  await expect(name(2, await world.aStaffActor('manager'))).rejects.toMatchObject({ code: 'notFound' });
  expect((await world.run(administrator.actor, readCityAuthorities, undefined))[1]?.name).toEqual(names);
  const elsewhere = await world.database.inCity('espoo', (tx) => readAuthorities({ tx, cityId: 'espoo' }));
  expect(elsewhere[1]?.name.fi).toBe('Hyvinvointialue');
});
