import { expect, test } from 'vitest';
import { languageOfHeader } from './languages.ts';

test.each([
  [undefined, 'fi'],
  ['', 'fi'],
  ['sv-FI,sv;q=0.9,en;q=0.8', 'sv'],
  ['en;q=0.2, sv;q=0.7', 'sv'],
  ['de-DE, en;q=0.5', 'en'],
  ['ru', 'fi'],
  [';;;q=x,,', 'fi'],
] as const)('takes %s as %s', (header, language) => {
  expect(languageOfHeader(header)).toBe(language);
});
