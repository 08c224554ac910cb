import { expect, test } from 'vitest';
import {
  type InvitationFacts,
  type InvitationMove,
  type InvitationState,
  invitationMoves,
  invitationStates,
  mayMove,
  stateOfInvitation,
} from './rules.ts';
import { type InvitationSide, invitationSides } from './tables.ts';

/** As it is told to people: who may do what to an invitation that stands so. Written from the specification, not from the rules. */
const told: Record<InvitationState, Partial<Record<InvitationSide, InvitationMove[]>>> = {
  proposed: { customer: ['agree', 'decline'], proposer: ['takeBack'] },
  lapsed: {},
  open: { customer: ['change', 'withdraw'], invited: ['leave', 'look'] },
  past: {},
  declined: {},
  takenBack: {},
  withdrawn: {},
  left: {},
};

test('every move by every side in every state is as it is told', () => {
  for (const state of invitationStates)
    for (const side of invitationSides)
      for (const move of invitationMoves) {
        const may = told[state][side]?.includes(move) ?? false;
        expect({ state, side, move, may: mayMove(move, { state, side }) }).toEqual({ state, side, move, may });
      }
});

const at = new Date('2026-03-01T10:00:00Z');
const base: InvitationFacts = { agreedAt: null, declinedAt: null, endedAt: null, endedBy: null, untilOn: '2026-03-10' };

test.each<[InvitationState, Partial<InvitationFacts>, string]>([
  ['proposed', {}, '2026-03-10'],
  ['lapsed', {}, '2026-03-11'],
  ['open', { agreedAt: at }, '2026-03-10'],
  ['past', { agreedAt: at }, '2026-03-11'],
  ['declined', { declinedAt: at }, '2026-03-11'],
  ['takenBack', { endedAt: at, endedBy: 'proposer' }, '2026-03-02'],
  ['withdrawn', { agreedAt: at, endedAt: at, endedBy: 'customer' }, '2026-03-02'],
  ['withdrawn', { agreedAt: at, endedAt: at, endedBy: 'customer' }, '2026-04-02'],
  ['left', { agreedAt: at, endedAt: at, endedBy: 'invited' }, '2026-03-02'],
])('an invitation is %s by what happened and the day', (state, facts, today) => {
  expect(stateOfInvitation({ ...base, ...facts }, today)).toBe(state);
});
