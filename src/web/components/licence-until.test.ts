import { expect, test } from 'vitest';
import { licenceUntilKey } from './licence-until.ts';

test('a card is valid to the end of its last day, and has run out after it', () => {
  expect(licenceUntilKey('2026-03-02', '2026-03-01')).toBe('profile.licence.until');
  expect(licenceUntilKey('2026-03-02', '2026-03-02')).toBe('profile.licence.until');
  expect(licenceUntilKey('2026-03-02', '2026-03-03')).toBe('profile.licence.past');
});
