import { describe, expect, test } from 'vitest';
import { professionalKinds, roles } from '../kernel/actor.ts';
import { changesBetween, movesFor, sideOf, stateAfter, stepMoves, waitsFor } from './rules.ts';
import { type StepState, sides, stepStates } from './tables.ts';

// The specification in words: state, who acts (seen from who proposed, or as the customer or a professional), move, what it comes to. Everything
// else is refused.
const allowed: Record<string, StepState> = {
  'idea customer propose': 'proposed',
  'idea customer edit': 'idea',
  'idea customer drop': 'dropped',
  'proposed other agree': 'agreed',
  'proposed other decline': 'declined',
  'proposed other change': 'proposed',
  'proposed proposer withdraw': 'withdrawn',
  'proposed proposer change': 'proposed',
  'agreed other start': 'doing',
  'agreed proposer start': 'doing',
  'agreed customer drop': 'dropped',
  'agreed professional end': 'ended',
  'doing other finish': 'done',
  'doing proposer finish': 'done',
  'doing other change': 'proposed',
  'doing proposer change': 'proposed',
  'doing customer drop': 'dropped',
  'doing professional end': 'ended',
  'dropped customer takeUp': 'idea',
  'ended customer takeUp': 'idea',
  'ended professional change': 'proposed',
  'declined customer drop': 'dropped',
  'agreed other finish': 'done',
  'agreed proposer finish': 'done',
  'agreed other change': 'proposed',
  'agreed proposer change': 'proposed',
  'declined other change': 'proposed',
  'declined proposer change': 'proposed',
};

const all = stepStates.flatMap((state) =>
  professionalKinds.flatMap((withRole) =>
    (['customer', withRole] as const).flatMap((proposedBy) =>
      sides.flatMap((side) => stepMoves.map((move) => ({ state, proposedBy, withRole, side, move }))),
    ),
  ),
);

/** A professional the step is not with does nothing with it, shown or not. */
const isSide = ({ side, withRole }: Pick<(typeof all)[number], 'side' | 'withRole'>) =>
  side === 'customer' || side === withRole;

const expected = ({ state, proposedBy, withRole, side, move }: (typeof all)[number]) =>
  !isSide({ side, withRole })
    ? null
    : (allowed[`${state} ${side === proposedBy ? 'proposer' : 'other'} ${move}`] ??
      allowed[`${state} ${side === 'customer' ? 'customer' : 'professional'} ${move}`] ??
      null);

describe('every move by every side in every state', () => {
  test.each(all)('$state, proposed by $proposedBy, with $withRole: $side wants to $move', (one) => {
    expect(stateAfter(one.move, one)).toBe(expected(one));
  });

  test('the table of this test is used up', () => {
    const used = new Set(all.filter((one) => expected(one) !== null).map((one) => expected(one)));
    expect(all.filter((one) => expected(one) !== null)).toHaveLength(
      Object.keys(allowed).length * 2 * professionalKinds.length,
    );
    expect([...used].sort()).toEqual([...stepStates].sort());
  });

  test('what is offered is what can be done', () => {
    for (const { state, proposedBy, withRole, side } of all) {
      const offered = movesFor({ state, proposedBy, withRole, side });
      expect(offered).toEqual(
        stepMoves.filter((move) => expected({ state, proposedBy, withRole, side, move }) !== null),
      );
    }
  });
});

test('the end is the end', () => {
  for (const state of ['done', 'withdrawn'] as const)
    for (const side of sides)
      expect(movesFor({ state, proposedBy: side, side, withRole: side === 'customer' ? 'adviser' : side })).toEqual([]);
});

test('only a proposal waits, for the side that did not make it', () => {
  for (const state of stepStates)
    for (const withRole of professionalKinds) {
      const isWaiting = state === 'proposed';
      expect(waitsFor({ state, proposedBy: 'customer', withRole })).toBe(isWaiting ? withRole : null);
      expect(waitsFor({ state, proposedBy: withRole, withRole })).toBe(isWaiting ? 'customer' : null);
    }
});

test.each(roles)('%s writes steps only as customer, adviser or social worker', (role) => {
  if (role === 'customer' || role === 'adviser' || role === 'socialWorker') expect(sideOf(role)).toBe(role);
  else expect(() => sideOf(role)).toThrow('notYourRole');
});

test('says which fields changed, and from what to what', () => {
  const before = { title: 'Soita', why: '', owner: 'customer' as const, ownerName: '', dueOn: null, place: '' };
  const full = { ...before, link: '', stage: null };
  expect(changesBetween(full, full)).toEqual([]);
  expect(changesBetween(full, { ...full, why: 'Koska', dueOn: '2026-03-08', stage: 'workshop' })).toEqual([
    { field: 'why', before: '', after: 'Koska' },
    { field: 'dueOn', before: '', after: '2026-03-08' },
    { field: 'stage', before: '', after: 'workshop' },
  ]);
});
