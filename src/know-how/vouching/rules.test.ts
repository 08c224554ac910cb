import { describe, expect, test } from 'vitest';
import {
  customerDecisions,
  evidenceAfter,
  isStanding,
  mayMove,
  type RequestState,
  requestMoves,
  requestStates,
  stateOfRequest,
  type VouchingMove,
  vouchAnswers,
  vouchingAfter,
  vouchSides,
} from './rules.ts';
import { evidenceStates, type VouchingState, vouchingStates } from './tables.ts';

const now = new Date('2026-03-02T07:00:00Z');
const before = new Date('2026-03-01T07:00:00Z');
const later = new Date('2026-03-20T07:00:00Z');
const none = { askedAt: null, answeredAt: null, endedAt: null, openUntil: null };

test.each([
  ['draft', none],
  ['asked', { ...none, askedAt: before, openUntil: later }],
  ['runOut', { ...none, askedAt: before, openUntil: now }],
  ['answered', { ...none, askedAt: before, openUntil: before, answeredAt: before }],
  ['ended', { ...none, askedAt: before, openUntil: later, endedAt: before }],
] as const)('a request is %s by its times', (state, times) => {
  expect(stateOfRequest(times, now)).toBe(state);
});

// The specification's own words, apart from the tables in rules.ts.
const moveOnRequest: Record<string, string> = {
  'customer draft': 'change send end',
  'customer asked': 'sendAgain end',
  'customer runOut': 'sendAgain end',
  'voucher asked': 'answer',
};
const moveOnVouching: Record<string, Record<string, VouchingState>> = {
  'voucher asked': { seen: 'offered', cannotSay: 'cannotSay', declined: 'declined' },
  'voucher offered': { withdraw: 'withdrawn' },
  'voucher accepted': { withdraw: 'withdrawn' },
  'voucher left': { withdraw: 'withdrawn' },
  'voucher removed': { withdraw: 'withdrawn' },
  'customer offered': { accept: 'accepted', leave: 'left' },
  'customer accepted': { remove: 'removed' },
  'customer left': { accept: 'accepted' },
  'customer removed': { accept: 'accepted' },
};
const moveOnEvidence: Record<string, Record<string, string>> = {
  offered: { accept: 'accepted', leave: 'left' },
  accepted: { accept: 'accepted', remove: 'removed' },
  left: { accept: 'accepted' },
  removed: { accept: 'accepted' },
};

describe.each(vouchSides)('the %s', (side) => {
  test.each(requestStates)(
    'can do with a request that is %s what is theirs, and nothing else',
    (state: RequestState) => {
      const can = requestMoves.filter((move) => mayMove(move, { state, side }));
      expect(can.join(' ')).toBe(moveOnRequest[`${side} ${state}`] ?? '');
    },
  );

  test.each(vouchingStates)('brings a vouching that is %s only where it may go', (state) => {
    const moves: VouchingMove[] = [...vouchAnswers, ...customerDecisions, 'withdraw'];
    const led = moves.flatMap((move) => {
      const to = vouchingAfter(move, { state, side });
      return to === null ? [] : [[move, to] as const];
    });
    expect(Object.fromEntries(led)).toEqual(moveOnVouching[`${side} ${state}`] ?? {});
  });
});

test.each(evidenceStates)('evidence that is %s goes where its customer may bring it', (state) => {
  const led = customerDecisions.flatMap((decision) => {
    const to = evidenceAfter(decision, state);
    return to === null ? [] : [[decision, to] as const];
  });
  expect(Object.fromEntries(led)).toEqual(moveOnEvidence[state]);
});

test('what was said and not taken back stands, whatever the customer did with it', () => {
  expect(vouchingStates.filter(isStanding)).toEqual(['offered', 'accepted', 'left', 'removed']);
});
