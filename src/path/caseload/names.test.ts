import { expect, test } from 'vitest';
import { byFinnishName, hasName } from './names.ts';

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

test.each([
  ['', true],
  ['laine', true],
  ['LAINE li', true],
  ['  liisa   laine ', true],
  ['lane', false],
  ['laine maija', false],
])('searching "%s" among names finds Liisa Laine: %s', (searched, isFound) => {
  expect(hasName('Liisa Laine', searched)).toBe(isFound);
});

test('a letter written in two ways is the same letter', () => {
  expect(hasName('Päivi Mäki', 'ma\u0308ki')).toBe(true);
});
