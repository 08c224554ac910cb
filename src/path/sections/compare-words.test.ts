import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareWords } from './compare-words.ts';

test.each([
  ['', '', []],
  ['', 'Leipuriksi.', [['new', 'Leipuriksi.']]],
  ['Leipuriksi.', '', [['gone', 'Leipuriksi.']]],
  ['Sama teksti.', 'Sama teksti.', [['same', 'Sama teksti.']]],
  [
    'Haen kolmea paikkaa kuussa.',
    'Haen kahta paikkaa kuussa.',
    [
      ['same', 'Haen '],
      ['gone', 'kolmea'],
      ['new', 'kahta'],
      ['same', ' paikkaa kuussa.'],
    ],
  ],
  [
    'Aamut ovat vaikeita.',
    'Aamut ovat vaikeita. Illat sopivat.',
    [
      ['same', 'Aamut ovat vaikeita.'],
      ['new', ' Illat sopivat.'],
    ],
  ],
])('%j and %j', (earlier, later, expected) => {
  expect(compareWords(earlier, later).map(({ what, text }) => [what, text])).toEqual(expected);
});

test('whatever two texts say, both can be read out of the comparison', () => {
  const word = fc.constantFrom('a', 'b', 'c', ' ', '\n', '  ');
  const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(''));
  fc.assert(
    fc.property(text, text, (earlier, later) => {
      const runs = compareWords(earlier, later);
      const without = (what: string) =>
        runs
          .filter((run) => run.what !== what)
          .map((run) => run.text)
          .join('');
      expect([without('new'), without('gone')]).toEqual([earlier, later]);
    }),
    { numRuns: 500 },
  );
});

test('texts too long to compare word by word are shown one after the other', () => {
  const long = 'sana '.repeat(1600);
  expect(compareWords(long, 'lyhyt').map(({ what }) => what)).toEqual(['gone', 'new']);
});
