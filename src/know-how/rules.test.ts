import { describe, expect, test } from 'vitest';
import { decide, decisions, findAgain, wordsAt } from './rules.ts';
import type { KnowHowState } from './tables.ts';

const states: KnowHowState[] = ['suggested', 'kept', 'dropped'];

describe('a decision', () => {
  const allowed: Record<string, KnowHowState> = {
    'suggested keep': 'kept',
    'suggested drop': 'dropped',
    'kept drop': 'dropped',
    'dropped bringBack': 'kept',
  };
  const cases = states.flatMap((state) =>
    decisions.map((decision) => ({ state, decision, to: allowed[`${state} ${decision}`] ?? null })),
  );
  test.each(cases)('$decision of what is $state leads to $to', ({ state, decision, to }) => {
    expect(decide(state, decision)).toBe(to);
  });
});

test('words are those at the places, in order', () => {
  const text = 'hoidin omaa äitiä';
  expect(
    wordsAt(text, [
      { start: 0, end: 6 },
      { start: 12, end: 17 },
    ]),
  ).toEqual(['hoidin', 'äitiä']);
});

describe('the same words in a changed text', () => {
  const found = (text: string, words: string[]) =>
    findAgain(text, words)?.map(({ start, end }) => text.slice(start, end)) ?? null;
  test.each([
    ['Nyt hoidin vielä omaa äitiä.', ['hoidin', 'äitiä'], ['hoidin', 'äitiä']],
    ['Äitiä hoidin', ['hoidin', 'äitiä'], null],
    ['hoidinkin äitiä', ['hoidin', 'äitiä'], null],
    ['hoidinkin, siis hoidin', ['hoidin'], ['hoidin']],
    ['mitä vain', [], null],
    ['mitä vain', [''], null],
  ])('%s: %j', (text, words, expected) => {
    expect(found(text, words)).toEqual(expected);
  });
});
