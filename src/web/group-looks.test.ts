import { expect, test } from 'vitest';
import { groupLooks } from './group-looks.ts';

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
    { section: 'plan', action: 'read', why: 'plan', times: ['9.12', '12.00'] },
  ]);
});
