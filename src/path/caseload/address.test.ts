import { expect, test } from 'vitest';
import { addressOf, type Look, lookIn } from './address.ts';
import { usualColumns } from './columns.ts';

const lookAt = (address: string) => lookIn(new URL(address, 'http://x').searchParams);

test('an address says how the caseload is looked at, and is read back the same', () => {
  const show = ['waitsForUs', 'overdue'] satisfies Look['show'];
  const look: Look = { show, name: 'Äijälä', sort: 'touched', order: 'desc', columns: ['area', 'yes'] };
  expect(lookAt(addressOf(look))).toMatchObject(look);
});

test('what is not there is left out, and the usual is not said', () => {
  const look = lookAt('/caseload?show=all&show=overdue&sort=shoeSize&order=up&column=x&after=1');
  expect(look).toEqual({
    ...{ show: ['overdue'], name: '', sort: 'name', order: undefined, columns: usualColumns },
    ...{ after: undefined, before: undefined },
  });
  expect(addressOf({ ...look, show: [] })).toBe('/caseload?sort=name');
});
