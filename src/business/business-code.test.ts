import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isBusinessCode, withCheckDigit } from './business-code.ts';

test.each(['0112038-9', '1927400-1', '1852302-9', '0245458-3'])('takes %s, an ID in use', (code) => {
  expect(isBusinessCode(code)).toBe(true);
});

test.each([
  ['a wrong check digit', '0112038-8'],
  ['no hyphen', '01120389'],
  ['too few digits', '112038-9'],
  ['a VAT number', 'FI01120389'],
  ['digits of another script', '٠١١٢٠٣٨-٩'],
  ['a line after it', '0112038-9\n'],
  ['nothing', ''],
])('refuses %s', (_name, code) => {
  expect(isBusinessCode(code)).toBe(false);
});

test('gives no ID where the remainder is 1', () => {
  expect(withCheckDigit('0000006')).toBeNull();
  expect(withCheckDigit('12')).toBeNull();
});

test('finds one wrong digit anywhere', () => {
  const sevenDigits = fc.integer({ min: 0, max: 9_999_999 }).map((number) => String(number).padStart(7, '0'));
  fc.assert(
    fc.property(sevenDigits, fc.nat(6), fc.integer({ min: 1, max: 9 }), (digits, at, step) => {
      const code = withCheckDigit(digits);
      if (code === null) return;
      const wrong = [...code].map((sign, index) => (index === at ? String((Number(sign) + step) % 10) : sign)).join('');
      expect(isBusinessCode(wrong)).toBe(false);
    }),
  );
});
