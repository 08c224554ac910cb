import { describe, expect, test } from 'vitest';
import { type Role, roles } from '../kernel/actor.ts';
import {
  canChange,
  canMove,
  challengeMoves,
  type MoveName,
  missingToPublish,
  moveNames,
  movesFrom,
  type Standing,
  standingOf,
  standings,
} from './rules.ts';

const today = '2026-03-10';

/** The rules once more, as somebody who knows no code would write them down. */
const contactMay: Record<Standing, readonly MoveName[]> = {
  draft: ['publish'],
  published: ['pause', 'close'],
  ended: ['close'],
  paused: ['goOn', 'close'],
  closed: [],
};

const everyPair = roles.flatMap((role) => standings.map((standing): [Role, Standing] => [role, standing]));

describe.each(everyPair)('%s with a challenge that is %s', (role, standing) => {
  const expected = role === 'businessContact' ? contactMay[standing] : [];

  test.each(moveNames)('%s', (move) => {
    expect(canMove(move, { standing, role })).toBe(expected.includes(move));
  });

  test('is offered just what is allowed', () => {
    expect(movesFrom({ standing, role })).toEqual(expected);
  });
});

test('only what customers will see must be ready', () => {
  for (const { to, mustBeReady } of Object.values(challengeMoves)) expect(mustBeReady).toBe(to === 'published');
});

test.each<[string, Standing]>([
  ['2026-03-09', 'ended'],
  ['2026-03-10', 'published'],
  ['2026-03-11', 'published'],
])('published until %s is %s', (untilOn, standing) => {
  expect(standingOf({ state: 'published', untilOn }, today)).toBe(standing);
});

test('a draft, a pause or a closing does not end by itself', () => {
  for (const state of ['draft', 'paused', 'closed'] as const)
    expect(standingOf({ state, untilOn: '2020-01-01' }, today)).toBe(state);
});

test('everything but a closed challenge can be changed', () => {
  expect(standings.filter((standing) => !canChange(standing))).toEqual(['closed']);
});

const ready = { title: 'Lauantain jono', problem: 'Jono ajaa asiakkaat pois.', needCount: 1, untilOn: today };

test.each([
  ['nothing', {}, []],
  ['its title', { title: '  ' }, ['title']],
  ['its problem', { problem: '' }, ['problem']],
  ['needs', { needCount: 0 }, ['needs']],
  ['a day ahead', { untilOn: '2026-03-09' }, ['untilOn']],
  [
    'everything',
    { title: '', problem: '', needCount: 0, untilOn: '2020-01-01' },
    ['problem', 'title', 'needs', 'untilOn'],
  ],
])('a challenge lacks %s', (_name, change, missing) => {
  expect(missingToPublish({ ...ready, ...change }, today)).toEqual(missing);
});
