import { expect, test } from 'vitest';
import { mayAnswer, shownName, topicsOf } from './answer-rules.ts';
import { type Answer, answers } from './tables.ts';

const befores: (Answer | null)[] = [null, ...answers];
const all = befores.flatMap((before) =>
  answers.flatMap((next) =>
    [true, false].flatMap((isOpen) => [true, false].map((isConsented) => ({ before, next, isOpen, isConsented }))),
  ),
);

test.each(all)('before $before, next $next, open $isOpen, consented $isConsented', (situation) => {
  const takesBackYes = situation.before === 'yes' && situation.next !== 'yes';
  expect(mayAnswer(situation)).toBe(takesBackYes || (situation.isOpen && situation.isConsented));
});

test.each([
  [null, 'yes', ['answeredYes']],
  ['no', 'yes', ['answeredYes']],
  ['yes', 'yes', []],
  ['yes', 'no', ['yesWithdrawn', 'answeredNo']],
  ['yes', 'notNow', ['yesWithdrawn', 'answeredNotNow']],
  [null, 'no', ['answeredNo']],
  ['no', 'notNow', ['answeredNotNow']],
] satisfies [Answer | null, Answer, string[]][])('from %s to %s tells %j', (before, next, topics) => {
  expect(topicsOf(before, next)).toEqual(topics);
});

test.each([
  ['Liisa Maria Laine', 'fullName', 'Liisa Maria Laine'],
  ['Liisa Maria Laine', 'firstName', 'Liisa'],
  ['Madonna', 'firstName', 'Madonna'],
] as const)('shows %s as %s', (name, nameShown, shown) => {
  expect(shownName(name, nameShown)).toBe(shown);
});
