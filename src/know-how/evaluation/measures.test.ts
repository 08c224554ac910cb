import { expect, test } from 'vitest';
import { figuresOf, type Given, parityOf, rPrecision } from './measures.ts';

const given = (id: string, shown: string[], more: Partial<Given['text']> & { ranked?: string[] } = {}): Given => {
  const { ranked = shown, ...text } = more;
  return { text: { id, text: '', lang: 'fi', accept: ['a', 'b'], core: [], reject: [], ...text }, shown, ranked };
};

test.each([
  [['a', 'x', 'b'], ['a', 'b'], 1, 1],
  [['a', 'x', 'b'], ['a', 'b'], 2, 0.5],
  [['a', 'x', 'b'], ['a', 'b'], 5, 1],
  [['x', 'a', 'a'], ['a', 'b', 'c', 'd'], 3, 1 / 3],
  [[], ['a'], 5, 0],
])('R-precision of %j where %j are right, at %d: %d', (found, accept, k, value) => {
  expect(rPrecision(found, accept, k)).toBeCloseTo(value, 9);
});

test('ranking figures come from the plain ranking, the others from what is shown', () => {
  const figures = figuresOf([
    given('1', ['x', 'y', 'z', 'v', 'w', 'a'], { ranked: ['a', 'b'], core: ['a'] }),
    given('2', ['a', 'x'], { ranked: ['x', 'y'], core: ['a', 'b'], reject: ['x'] }),
    given('3', [], { accept: [], reject: ['*'] }),
    given('4', ['x'], { accept: [], reject: ['*'] }),
  ]);
  expect(figures).toEqual({
    texts: 4,
    rp1: 50,
    rp5: 50,
    rp10: 50,
    right5: 50,
    core10: 50,
    noReject5: 33.3,
    emptyWhenEmpty: 50,
  });
});

test('a rejected skill past the first five does no harm', () => {
  const shown = ['a', 'b', 'c', 'd', 'e', 'x'];
  expect(figuresOf([given('1', shown, { reject: ['x'] })]).noReject5).toBe(100);
});

test('what no text of the set says anything about is left open', () => {
  const { core10, noReject5, emptyWhenEmpty } = figuresOf([given('1', ['a'])]);
  expect({ core10, noReject5, emptyWhenEmpty }).toEqual({ core10: null, noReject5: null, emptyWhenEmpty: null });
});

test('the same story in languages is known by its id, with or without a language mark', () => {
  const all = [
    given('care-fi', ['a', 'b']),
    given('care-sv', ['a', 'c', 'd', 'b'], { lang: 'sv' }),
    given('en_care', ['x'], { lang: 'en' }),
    given('fair', ['a']),
    given('fair', ['a'], { lang: 'en' }),
    given('alone-fi', ['a']),
  ];
  expect(parityOf(all, 'shown')).toBe(37.5);
  expect(parityOf([given('alone-fi', ['a'])], 'shown')).toBeNull();
});
