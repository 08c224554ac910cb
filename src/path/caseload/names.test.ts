import { expect, test } from 'vitest';
import { byFinnishName } from './names.ts';

test('names come by surname in the order of the Finnish alphabet', () => {
  const names = [
    'Ida Öhman',
    'Aino Äijälä',
    'Bo Åkerlund',
    'Wille Virta',
    'Anna Zetterberg',
    'Liisa Laine',
    'Aino Laine',
  ];
  expect(
    names
      .map((name) => ({ name }))
      .sort(byFinnishName)
      .map(({ name }) => name),
  ).toEqual(['Aino Laine', 'Liisa Laine', 'Wille Virta', 'Anna Zetterberg', 'Bo Åkerlund', 'Aino Äijälä', 'Ida Öhman']);
});
