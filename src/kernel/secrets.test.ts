import { expect, test } from 'vitest';
import { createSecrets } from './secrets.ts';

const secrets = createSecrets('a secret of at least thirty-two characters');

test('gives back what it sealed, and seals the same text differently each time', () => {
  const one = secrets.encrypt('131052-308T');
  expect(secrets.decrypt(one)).toBe('131052-308T');
  expect(secrets.encrypt('131052-308T').equals(one)).toBe(false);
  expect(one.toString('latin1')).not.toContain('131052');
});

test('refuses a sealed text that was altered', () => {
  const sealed = secrets.encrypt('131052-308T');
  sealed.writeUInt8(sealed.readUInt8(30) ^ 1, 30);
  expect(() => secrets.decrypt(sealed)).toThrow();
});

test('looks up the same text by the same hash, under another secret by another', () => {
  expect(secrets.lookup('x').equals(secrets.lookup('x'))).toBe(true);
  expect(secrets.lookup('x').equals(createSecrets('another secret of thirty-two characters').lookup('x'))).toBe(false);
});
