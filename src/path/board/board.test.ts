import { describe, expect, test } from 'vitest';
import { professionalKinds } from '../../kernel/actor.ts';
import { movesFor, stateAfter } from '../rules.ts';
import type { StepView } from '../steps.ts';
import { sides, stepStates } from '../tables.ts';
import { columnOf, waysFor } from './columns.ts';
import { filtered, type StepFilters } from './filters.ts';

const situations = stepStates.flatMap((state) =>
  professionalKinds.flatMap((withRole) =>
    (['customer', withRole] as const).flatMap((proposedBy) =>
      sides.map((side) => ({ state, withRole, proposedBy, side })),
    ),
  ),
);

describe('every way from every column, by every side', () => {
  test.each(situations)('$state, proposed by $proposedBy, with $withRole: $side', (one) => {
    const ways = waysFor({ id: 'x', state: one.state, moves: movesFor(one) });
    for (const { to, move, askedAt } of ways) {
      const state = stateAfter(move, one);
      expect(state && columnOf(state)).toBe(to);
      expect(to).not.toBe(columnOf(one.state));
      // Nothing that needs a word or a day is done at once.
      if (['propose', 'change', 'decline', 'drop', 'end'].includes(move)) expect(askedAt).not.toBeNull();
    }
    expect(new Set(ways.map(({ to }) => to)).size).toBe(ways.length);
  });

  test('an agreed step can be begun, done, changed and left', () => {
    const moves = movesFor({ state: 'agreed', withRole: 'adviser', proposedBy: 'adviser', side: 'customer' });
    expect(waysFor({ id: 'x', state: 'agreed', moves })).toEqual([
      { to: 'proposed', move: 'change', askedAt: '/steps/x/change' },
      { to: 'doing', move: 'start', askedAt: null },
      { to: 'done', move: 'finish', askedAt: null },
      { to: 'left', move: 'drop', askedAt: '/steps/x' },
    ]);
  });
});

const step = (id: string, more: Partial<StepView>): StepView => ({
  ...{ id, customerId: 'c', title: id, why: '', owner: 'customer', ownerName: '', dueOn: '2026-03-20', place: '' },
  ...{ link: '', stage: null, state: 'agreed', proposedBy: 'adviser', withRole: 'adviser', isShown: false },
  ...{ wasProposed: true, word: '', evidence: '', evidenceLink: '', onlyMine: false, challenge: null, version: 1 },
  ...{ createdAt: new Date(0), changedAt: new Date(0), moves: [], waitsFor: null, ...more },
});

const steps = [
  step('late', { dueOn: '2026-03-01' }),
  step('done', { dueOn: '2026-03-01', state: 'done' }),
  step('soon', { dueOn: '2026-03-09', owner: 'adviser' }),
  step('idea', { dueOn: null, state: 'idea', stage: 'workshop' }),
  step('asked', { state: 'proposed', waitsFor: 'customer' }),
  step('asking', { state: 'proposed', waitsFor: 'adviser' }),
  step('ended', { state: 'ended' }),
];

const cases: [StepFilters, string[]][] = [
  [{}, ['late', 'done', 'soon', 'idea', 'asked', 'asking', 'ended']],
  [{ turn: 'mine' }, ['asked']],
  [{ turn: 'theirs' }, ['asking']],
  [{ owner: 'adviser' }, ['soon']],
  [{ state: 'left' }, ['ended']],
  [{ due: 'late' }, ['late']],
  [{ due: 'soon' }, ['soon']],
  [{ due: 'later', state: 'proposed' }, ['asked', 'asking']],
  [{ due: 'none' }, ['idea']],
  [{ stage: 'workshop' }, ['idea']],
  [{ stage: 'workshop', due: 'late' }, []],
];

test.each(cases)('%j finds %j', (filters, expected) => {
  const found = filtered(steps, filters, { side: 'customer', today: '2026-03-02', soonDays: 7 });
  expect(found.map(({ id }) => id)).toEqual(expected);
});
