import { expect, test } from 'vitest';
import { demoIdentityCode, isIdentityCode, toldByIdentityCode } from './identity-code.ts';

// Codes published by the Digital and Population Data Services Agency as test codes, and broken ones.
const cases: [string, boolean][] = [
  ['131052-308T', true],
  ['010594Y9032', true],
  ['020594X903P', true],
  ['010100A9847', false],
  ['131052-308U', false],
  ['320152-308T', false],
  ['290223A9039', false],
  ['131052308T', false],
  ['', false],
  ['131052-000V', false],
];

test.each(cases)('knows whether %s is an identity code: %s', (code, expected) => {
  expect(isIdentityCode(code)).toBe(expected);
});

test('makes codes for made-up people that are valid, differ, and belong to nobody', () => {
  const codes = Array.from({ length: 1000 }, (_, index) => demoIdentityCode(1950 + (index % 60), index));
  expect(codes.filter((code) => !isIdentityCode(code))).toEqual([]);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes.every((code) => code.slice(7, 8) === '9')).toBe(true);
});

test.each([
  ['131052-308T', { birthYear: 1952, gender: 'female' }],
  ['010594Y9032', { birthYear: 1994, gender: 'male' }],
  [demoIdentityCode(2003, 5), { birthYear: 2003, gender: 'female' }],
  [demoIdentityCode(2003, 5, true), { birthYear: 2003, gender: 'male' }],
])('%s tells the year of birth and the sex', (code, told) => {
  expect(toldByIdentityCode(code)).toEqual(told);
});
