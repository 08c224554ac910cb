import { expect, test } from 'vitest';
import { doneToSay } from './done.tsx';

test('an address says what is done, in words we have', () => {
  expect(doneToSay('sent', false)).toBe('sent');
  for (const unknown of [null, undefined, '', 'toString', 'paid']) expect(doneToSay(unknown, false)).toBeNull();
});

test('nothing is said to be done beside what is to be mended', () => expect(doneToSay('sent', true)).toBeNull());
