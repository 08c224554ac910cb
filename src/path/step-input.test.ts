import { expect, test } from 'vitest';
import { faultsOfNew } from './step-input.ts';

const step = { owner: 'customer', ownerName: '', dueOn: '2026-12-24' };
const told = (more: Partial<typeof step>) =>
  faultsOfNew({ ...step, ...more }, '2026-12-01').map(({ field, message }) => `${field} ${message}`);

test('all that is wrong with a new step beside its fields is told at once', () => {
  expect(told({})).toEqual([]);
  expect(told({ owner: 'named', ownerName: ' ', dueOn: '2026-11-30' })).toEqual([
    'ownerName form.required',
    'dueOn form.dayAhead',
  ]);
  // What is no day is its own field's fault.
  expect(told({ dueOn: '30.2.2027' })).toEqual([]);
});
