import { expect, test } from 'vitest';
import { type City, cityFaults, contrast } from './cities.ts';

const turku: City = {
  id: 'turku',
  name: { fi: 'Turku', sv: 'Åbo', en: 'Turku' },
  actionColor: '#00605f',
  edgeColor: '#ffb000',
  languages: ['fi'],
  timeZone: 'Europe/Helsinki',
  feedback: { email: 'palaute@turku.example', phone: null, page: null },
};

test('measures contrast as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

test.each([
  ['an id with a space', { id: 'tur ku' }, 'id'],
  ['a missing Swedish name', { name: { fi: 'Turku', sv: ' ', en: 'Turku' } }, 'name'],
  ['an action colour too light for white text', { actionColor: '#ffb000' }, 'contrast'],
  ['a colour that is none', { edgeColor: 'blue' }, 'colour'],
  ['no language', { languages: [] }, 'languages'],
  ['an unknown time zone', { timeZone: 'Europe/Åbo' }, 'time zone'],
  ['no way to give feedback', { feedback: { email: null, phone: null, page: null } }, 'feedback'],
  ['a feedback address that is none', { feedback: { email: 'palaute', phone: null, page: null } }, 'e-mail'],
  ['a telephone number in words', { feedback: { email: null, phone: 'soita', page: null } }, 'telephone'],
  ['a feedback page that runs', { feedback: { email: null, phone: null, page: 'javascript:alert(1)' } }, 'page'],
])('refuses a city with %s', (_, change, word) => {
  expect(cityFaults({ ...turku, ...change }).join(' ')).toContain(word);
});
