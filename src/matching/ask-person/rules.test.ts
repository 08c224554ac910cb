import { describe, expect, test } from 'vitest';
import { askAfter, askMoves, askSides, askStates, isOverdue, stateOfAsk } from './rules.ts';

const at = new Date('2026-03-02T07:00:00Z');

test('an ask is what its times say', () => {
  expect(stateOfAsk({ answeredAt: null, withdrawnAt: null })).toBe('asked');
  expect(stateOfAsk({ answeredAt: at, withdrawnAt: null })).toBe('answered');
  expect(stateOfAsk({ answeredAt: null, withdrawnAt: at })).toBe('withdrawn');
});

test("only the person answers or hands over, only the customer withdraws, all only while it waits; an answer is its customer's to have read", () => {
  const possible = askMoves.flatMap((move) =>
    askSides.flatMap((side) =>
      askStates.flatMap((state) => {
        const after = askAfter(move, { state, side });
        return after ? [`${side} ${move}: ${state} -> ${after}`] : [];
      }),
    ),
  );
  expect(possible).toEqual([
    'person answer: asked -> answered',
    'person handOver: asked -> asked',
    'customer withdraw: asked -> withdrawn',
    'customer read: answered -> answered',
  ]);
});

describe('it is late', () => {
  test.each([
    ['asked', '2026-03-09', '2026-03-09', false],
    ['asked', '2026-03-09', '2026-03-10', true],
    ['answered', '2026-03-09', '2026-03-10', false],
    ['withdrawn', '2026-03-09', '2026-03-10', false],
  ] as const)('%s, due %s, on %s: %s', (state, dueOn, today, late) =>
    expect(isOverdue({ state, dueOn }, today)).toBe(late),
  );
});
