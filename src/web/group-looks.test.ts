import { expect, test } from 'vitest';
import { groupLines, groupLooks } from './group-looks.ts';

const aLook = (at: string, look: Partial<Parameters<typeof groupLooks>[0][number]> = {}) => ({
  id: at,
  at: new Date(at),
  personName: 'Maija Virtanen',
  role: 'adviser',
  section: 'plan',
  action: 'read',
  why: 'plan',
  isMe: false,
  ...look,
});

test('looks stand by day in the city, then by who in which role, then by what; times of one thing together', () => {
  const days = groupLooks(
    [
      aLook('2026-03-02T10:00:00Z'),
      aLook('2026-03-02T07:12:00Z'),
      aLook('2026-03-02T07:11:00Z', { role: 'manager' }),
      aLook('2026-03-01T22:30:00Z', { personName: 'Liisa', isMe: true, action: 'write' }),
      aLook('2026-03-01T21:30:00Z'),
    ],
    'Europe/Helsinki',
  );
  expect(days.map(({ day, lookers }) => [day, lookers.map(({ name, role }) => `${name} ${role}`)])).toEqual([
    ['2026-03-02', ['Maija Virtanen adviser', 'Maija Virtanen manager', 'Liisa adviser']],
    ['2026-03-01', ['Maija Virtanen adviser']],
  ]);
  expect(days[0]?.lookers[0]?.seen).toEqual([
    {
      section: 'plan',
      action: 'read',
      why: 'plan',
      count: 2,
      first: '2026-03-02T07:12:00.000Z',
      last: '2026-03-02T10:00:00.000Z',
    },
  ]);
});

test('looks with one reason stand together, each reason by itself; what was done by a button is said by what it did', () => {
  const [day] = groupLooks(
    [
      aLook('2026-03-02T10:00:00Z', { why: 'step' }),
      aLook('2026-03-02T09:30:00Z', { why: 'step' }),
      aLook('2026-03-02T09:00:00Z', { why: 'history of a step' }),
      aLook('2026-03-02T08:00:00Z', { section: 'messages', action: 'write', why: 'marked messages as read' }),
      aLook('2026-03-02T07:00:00Z', { section: 'messages', action: 'write', why: 'message' }),
    ],
    'Europe/Helsinki',
  );
  expect(day?.lookers[0]?.seen.map(({ why, count }) => [why, count])).toEqual([
    ['step', 2],
    ['history of a step', 1],
    ['marked messages as read', 1],
    ['message', 1],
  ]);
});

test("equal lines of the city's log share a row for a day, where the newest stood", () => {
  const aLine = (at: string, more = {}) => ({
    ...aLook(at),
    customerId: 'c1',
    isAllowed: true,
    requestId: 'r',
    ...more,
  });
  const lines = groupLines(
    [
      aLine('2026-03-02T10:00:00Z'),
      aLine('2026-03-02T09:30:00Z', { section: 'answers' }),
      aLine('2026-03-02T09:00:00Z'),
      aLine('2026-03-02T08:30:00Z', { action: 'list' }),
      aLine('2026-03-02T08:30:00Z', { action: 'list', customerId: 'c2' }),
      aLine('2026-03-02T08:00:00Z', { isAllowed: false }),
      aLine('2026-03-01T09:00:00Z'),
    ],
    'Europe/Helsinki',
  );
  expect(lines.map(({ section, isAllowed, count, first }) => [section, isAllowed, count, first])).toEqual([
    ['plan', true, 2, '2026-03-02T09:00:00.000Z'],
    ['answers', true, 1, '2026-03-02T09:30:00.000Z'],
    ['plan', true, 2, '2026-03-02T08:30:00.000Z'],
    ['plan', false, 1, '2026-03-02T08:00:00.000Z'],
    ['plan', true, 1, '2026-03-01T09:00:00.000Z'],
  ]);
  expect(lines.map(({ customerIds }) => customerIds.join())).toEqual(['c1', 'c1', 'c1,c2', 'c1', 'c1']);
});
