import { expect, test } from 'vitest';
import { linesOf } from './lines-of.ts';

test('a row is told by when it was and the words in it; a row of codes and numbers is for the file', () => {
  const row = { kind: 'work', title: 'Kokki', place: 'Turku', createdAt: '2026-03-02T07:00:00+00:00', version: 1 };
  expect(linesOf([row, { kind: 'work', level: 3 }])).toEqual([
    { key: '0', at: '2026-03-02T07:00:00+00:00', until: null, words: 'Kokki · Turku' },
  ]);
});

test('a place that is called at something is no instant', () => {
  expect(linesOf([{ whereAt: 'Lähellä kotia', notWanted: '' }])).toEqual([
    { key: '0', at: null, until: null, words: 'Lähellä kotia' },
  ]);
});

test('long words are cut, and five rows are enough', () => {
  const lines = linesOf(Array.from({ length: 9 }, () => ({ text: 'a'.repeat(500) })));
  expect(lines).toHaveLength(5);
  expect(lines[0]?.words).toHaveLength(200);
});

test('what lasts is told from its beginning to its end, in whichever order they stand', () => {
  const row = { endsAt: '2026-12-15T07:45:00+00:00', message: 'Tulen.', startsAt: '2026-12-15T07:00:00+00:00' };
  expect(linesOf([row])).toMatchObject([{ at: row.startsAt, until: row.endsAt }]);
});
