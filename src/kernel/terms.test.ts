import { expect, test } from 'vitest';
import { testWorld } from '../testing/database.ts';
import { readTerm, readTerms, setTerm, termNames } from './terms.ts';

const world = await testWorld();

const read = (cityId: string, today: string) =>
  world.database.inCity(cityId, (tx) => readTerm(tx, { cityId, name: 'vouchLinkDays', today }));

test("a term holds everywhere until a city decides its own, from the decision's day on", async () => {
  expect(await read('turku', '2026-03-02')).toMatchObject({ value: 30, fromOn: '2026-01-01' });
  const decided = { cityId: 'turku', name: 'vouchLinkDays', source: 'Turku, section 12' } as const;
  const decide = (fromOn: string, value: number) =>
    world.database.inCity('turku', (tx) => setTerm(tx, { ...decided, fromOn, value }));
  await decide('2026-04-01', 20);
  await decide('2026-04-01', 14);
  expect(await read('turku', '2026-03-31')).toMatchObject({ value: 30 });
  expect(await read('turku', '2026-04-01')).toEqual({ value: 14, fromOn: '2026-04-01', source: 'Turku, section 12' });
  expect(await read('espoo', '2026-05-01')).toMatchObject({ value: 30 });
  await expect(read('turku', '2025-12-31')).rejects.toThrow('No term');
});

test('several terms at once are what each is by itself, on any day of any city', async () => {
  const names = ['vouchLinkDays', 'askPersonDays'] as const;
  for (const cityId of ['turku', 'espoo'])
    for (const today of ['2026-03-31', '2026-04-01'])
      await world.database.inCity(cityId, async (tx) => {
        const each = await Promise.all(names.map((name) => readTerm(tx, { cityId, name, today })));
        expect(await readTerms(tx, { cityId, names, today })).toEqual({
          vouchLinkDays: each[0]?.value,
          askPersonDays: each[1]?.value,
        });
      });
  const before = world.database.inCity('turku', (tx) => readTerms(tx, { cityId: 'turku', names, today: '2025-12-31' }));
  await expect(before).rejects.toThrow('No term');
});

test('every term the code asks for has a value for every city', async () => {
  const { rows } = await world.database.inCity('espoo', async (tx) => ({
    rows: await Promise.all(
      termNames.map((name) => readTerm(tx, { cityId: 'espoo', name, today: '2026-03-02' }).then(({ value }) => value)),
    ),
  }));
  expect(rows.every((value) => value > 0)).toBe(true);
});
