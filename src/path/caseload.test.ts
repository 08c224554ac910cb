import { expect, test } from 'vitest';
import { byFinnishName, hasName, passes } from './caseload.ts';

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

const now = new Date('2026-03-31T09:00:00Z');
const entry = { customerId: '', name: '', area: '', waitsForMe: 0, waitsForCustomer: 0, yesAt: null };

test.each([
  [{}, []],
  [{ waitsForMe: 1 }, ['waitsForMe']],
  [{ waitsForCustomer: 2 }, ['waitsForCustomer']],
  [{ yesAt: new Date('2026-03-01T09:00:00Z') }, ['saidYes']],
  [{ yesAt: new Date('2026-03-01T08:59:59Z') }, []],
])('%j passes the filters %j', (facts, filters) => {
  const passed = (['waitsForMe', 'waitsForCustomer', 'saidYes'] as const).filter((show) =>
    passes({ ...entry, ...facts }, show, now),
  );
  expect(passed).toEqual(filters);
  expect(passes({ ...entry, ...facts }, 'all', now)).toBe(true);
});
