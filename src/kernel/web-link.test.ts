import { expect, test } from 'vitest';
import { webLink } from './web-link.ts';

test.each([
  ['', ''],
  [' https://leipomo.example/kurssi?a=1 ', 'https://leipomo.example/kurssi?a=1'],
  ['HTTP://leipomo.example', 'http://leipomo.example/'],
  ['leipomo.example/kurssi', 'https://leipomo.example/kurssi'],
])('%j is kept as %j', (text, kept) => {
  expect(webLink.parse(text)).toBe(kept);
});

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt://leipomo.example/%0aalert(1)',
  'data:text/html,x',
  'ftp://leipomo.example',
  '//leipomo.example',
  '/plan',
  'https://',
  'https://maija:sala@leipomo.example',
  'https://leipomo.example/a b',
  'leipomo',
  `https://leipomo.example/${'x'.repeat(500)}`,
])('%j is not taken', (text) => {
  expect(webLink.safeParse(text).success).toBe(false);
});
