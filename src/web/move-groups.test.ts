import { describe, expect, test } from 'vitest';
import type { Move } from '../kernel/move.ts';
import { grouped, groupOf, movesOnPage, pageOfMoves } from './move-groups.ts';

/** A Wednesday. */
const today = '2026-03-04';

const aMove = (more: Partial<Move> = {}): Move => ({
  ...{ kind: 'stepToAnswer', values: {}, path: '/steps/1', since: new Date('2026-03-01T09:00:00Z'), untilOn: null },
  who: { kind: 'person', name: 'Outi' },
  ...more,
});

const nine = { startsAt: new Date('2026-03-05T07:00:00Z'), endsAt: new Date('2026-03-05T07:45:00Z') };

describe('a move stands', () => {
  test.each([
    ['where its day has passed', { untilOn: '2026-03-03' }, 'today'],
    ['where its day is today', { untilOn: '2026-03-04' }, 'today'],
    ['where somebody waits and no day is set', {}, 'today'],
    ['where it is said to be late', { untilOn: '2026-05-01', isLate: true }, 'today'],
    ['to the week’s Sunday', { untilOn: '2026-03-08' }, 'thisWeek'],
    ['from next Monday on', { untilOn: '2026-03-09' }, 'later'],
    ['where nobody waits', { who: { kind: 'tuttu' } }, 'later'],
    ['where it is one’s own', { who: { kind: 'self' } }, 'later'],
    ['where it is something to know of', { isNews: true }, 'later'],
    ['before all else where it is an agreed time', { isNews: true, untilOn: '2026-03-04', coming: nine }, 'coming'],
    ['where another’s turn it is, also when late', { isWaiting: true, untilOn: '2026-03-01' }, 'waiting'],
  ] as const)('%s', (_, more, group) => {
    expect(groupOf(aMove(more), today)).toBe(group);
  });

  test('on a Sunday the week ends that day', () => {
    expect(groupOf(aMove({ untilOn: '2026-03-08' }), '2026-03-08')).toBe('today');
    expect(groupOf(aMove({ untilOn: '2026-03-09' }), '2026-03-08')).toBe('later');
  });
});

test('the groups follow each other, in each what is overdue first, then by the day, then the longest waiting', () => {
  const at = (path: string, more: Partial<Move>) => aMove({ path, ...more });
  const list = grouped(
    [
      at('waits', { isWaiting: true }),
      at('news', { isNews: true }),
      at('friday', { untilOn: '2026-03-06' }),
      at('thursday', { untilOn: '2026-03-05' }),
      at('older', { since: new Date('2026-02-01T09:00:00Z') }),
      at('newer', {}),
      at('overdue', { untilOn: '2026-03-02', since: new Date('2026-03-02T09:00:00Z') }),
    ],
    today,
  );
  expect(list.map(({ path }) => path)).toEqual(['overdue', 'older', 'newer', 'thursday', 'friday', 'news', 'waits']);
  expect(list.filter(({ isOverdue }) => isOverdue).map(({ path }) => path)).toEqual(['overdue']);
});

test('what is coming is first, the nearest first, and its day has its nearer name', () => {
  const at = (path: string, untilOn: string, hour: string) =>
    aMove({ path, untilOn, coming: { ...nine, startsAt: new Date(`${untilOn}T${hour}:00:00Z`) } });
  const told = [at('saturday', '2026-03-07', '07'), at('ten', '2026-03-05', '08'), at('nine', '2026-03-05', '07')];
  const list = grouped([aMove({ path: 'move' }), ...told, at('now', today, '12')], today);
  expect(list.map(({ path, near }) => [path, near])).toEqual([
    ['now', 'today'],
    ['nine', 'tomorrow'],
    ['ten', 'tomorrow'],
    ['saturday', undefined],
    ['move', undefined],
  ]);
});

test('a long list comes in pages, with counts of the whole', () => {
  const all = grouped(
    Array.from({ length: 60 }, (_, at) => aMove({ path: `/${at}`, ...(at < 10 && { isWaiting: true }) })),
    today,
  );
  const second = pageOfMoves(all, 2);
  expect(second.moves).toHaveLength(movesOnPage);
  expect(second).toMatchObject({ page: 2, total: 60, counts: { today: 50, waiting: 10, later: 0, thisWeek: 0 } });
  expect(pageOfMoves(all, 9).page).toBe(3);
  expect(pageOfMoves([], 1)).toMatchObject({ moves: [], page: 1, total: 0 });
});
