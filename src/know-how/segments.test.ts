import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutIntoSegments } from './segments.ts';

const text = 'Järjestin kyläjuhlat ja hoidin äitiä';

test('cuts a text where words of a mark begin and end', () => {
  expect(
    cutIntoSegments(text, [
      { id: 'a', because: [{ start: 0, end: 20 }] },
      { id: 'b', because: [{ start: 24, end: 30 }] },
    ]),
  ).toEqual([
    { text: 'Järjestin kyläjuhlat', ids: ['a'] },
    { text: ' ja ', ids: [] },
    { text: 'hoidin', ids: ['b'] },
    { text: ' äitiä', ids: [] },
  ]);
});

test('says of each part all marks that lie over it', () => {
  const marks = [
    { id: 'a', because: [{ start: 0, end: 9 }] },
    { id: 'b', because: [{ start: 0, end: 20 }] },
  ];
  expect(cutIntoSegments(text, marks).map(({ ids }) => ids)).toEqual([['a', 'b'], ['b'], []]);
});

test('an empty text has no segments, a text without marks has one', () => {
  expect(cutIntoSegments('', [{ id: 'a', because: [{ start: 0, end: 1 }] }])).toEqual([]);
  expect(cutIntoSegments(text, [])).toEqual([{ text, ids: [] }]);
});

test('the segments put together are the text, and a sign is marked exactly when a mark lies over it', () => {
  const span = fc.record({ start: fc.integer({ min: -5, max: 60 }), end: fc.integer({ min: -5, max: 60 }) });
  const marks = fc.array(fc.record({ id: fc.constantFrom('a', 'b', 'c'), because: fc.array(span, { maxLength: 4 }) }), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(fc.string({ maxLength: 50, unit: 'grapheme' }), marks, (any, given) => {
      const segments = cutIntoSegments(any, given);
      expect(segments.map((segment) => segment.text).join('')).toBe(any);
      const marked = segments.flatMap((segment) => segment.text.split('').map(() => segment.ids.join('')));
      for (const [at, ids] of marked.entries())
        for (const { id, because } of given.filter((mark) =>
          mark.because.some(({ start, end }) => start <= at && at < end),
        )) {
          expect(ids).toContain(id);
          expect(because.length).toBeGreaterThan(0);
        }
    }),
  );
});
