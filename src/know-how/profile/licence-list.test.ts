import { expect, test } from 'vitest';
import { knownLicence, knownLicences } from './licence-list.ts';

test('the list has the driving licence classes and the cards asked for most, in three languages', () => {
  const codes = knownLicences.map(({ code }) => code);
  expect(codes).toEqual(expect.arrayContaining(['B', 'CE', 'hygieniapassi', 'tulityokortti', 'trukkikortti', 'ea1']));
  expect(knownLicence('card', 'anniskelupassi')?.names).toEqual({
    fi: 'Anniskelupassi',
    sv: 'Serveringspass',
    en: 'Alcohol passport',
  });
  expect(knownLicence('card', 'B')).toBeUndefined();
  expect(knownLicence('card', '')).toBeUndefined();
});
