import { expect, test } from 'vitest';
import { bandOf } from './bands.ts';
import { type Asked, limitsFit, limitsOf, type Told } from './limits.ts';

const asked = (wish: Partial<Asked>): Asked => ({ hours: 'any', languages: [], untilOn: '2026-03-10', ...wish });
const told = (wish: Partial<Told>): Told => ({ hours: 'any', languages: [], ...wish });
const today = '2026-03-10';

test.each<[string, Partial<Asked>, Partial<Told>, boolean]>([
  ['any hours fit all', { hours: 'any' }, { hours: 'evenings' }, true],
  ['who can come any time fits all hours', { hours: 'weekends' }, { hours: 'any' }, true],
  ['the same hours fit', { hours: 'days' }, { hours: 'days' }, true],
  ['who has not told their hours is asked, not left out', { hours: 'days' }, { hours: null }, true],
  ['other hours do not', { hours: 'days' }, { hours: 'evenings' }, false],
  ['a needed language is spoken', { languages: ['sv'] }, { languages: ['fi', 'sv'] }, true],
  ['every needed language must be', { languages: ['sv', 'en'] }, { languages: ['sv'] }, false],
  ['who has not told their languages is asked, not left out', { languages: ['sv'] }, {}, true],
  ['the last day still counts', { untilOn: today }, {}, true],
  ['the day after does not', { untilOn: '2026-03-09' }, {}, false],
])('%s', (_, challenge, customer, fits) => {
  expect(limitsFit(limitsOf(asked(challenge), told(customer), today))).toBe(fits);
});

test('tells apart hours that fit from hours not told', () => {
  const isTold = (hours: Told['hours']) => limitsOf(asked({ hours: 'days' }), told({ hours }), today)[0];
  expect(isTold(null)).toMatchObject({ fits: true, isTold: false });
  expect(isTold('any')).toMatchObject({ fits: true, isTold: true });
});

test('names the languages that are missing', () => {
  const limits = limitsOf(asked({ languages: ['sv', 'en'] }), told({ languages: ['sv'] }), today);
  expect(limits[1]).toMatchObject({ missing: ['en'], isTold: true });
});

test.each([
  [0, 'fewerThan5'],
  [4, 'fewerThan5'],
  [5, '5-9'],
  [9, '5-9'],
  [10, '10-19'],
  [19, '10-19'],
  [20, '20-49'],
  [50, '50-99'],
  [99, '50-99'],
  [100, '100+'],
  [31_415, '100+'],
])('%i people are told as %s', (count, band) => {
  expect(bandOf(count)).toBe(band);
});
