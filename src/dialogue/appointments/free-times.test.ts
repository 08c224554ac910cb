import { expect, test } from 'vitest';
import { timeIn } from '../../kernel/local-time.ts';
import { type Asked, freeTimes, nearestTo, type Opening } from './free-times.ts';

const timeZone = 'Europe/Helsinki';

const monday: Opening = {
  id: 'one',
  weekday: 1,
  fromTime: '09:00',
  toTime: '11:00',
  slotMinutes: 30,
  ways: ['inPerson', 'phone'],
  address: 'Linnankatu 1',
  videoLink: '',
  fromOn: '2026-01-01',
  untilOn: null,
};

const at = (text: string) => new Date(text);
const free = (more: Partial<Asked>) =>
  freeTimes({
    openings: [monday],
    taken: [],
    absences: [],
    timeZone,
    earliest: at('2026-01-01T00:00:00Z'),
    fromDay: '2026-03-02',
    toDay: '2026-03-08',
    bufferMinutes: 0,
    ...more,
  });
const clocks = (more: Partial<Asked>) => free(more).map(({ startsAt }) => timeIn(timeZone, startsAt));
const instants = (more: Partial<Asked>) => free(more).map(({ startsAt }) => startsAt.toISOString().slice(0, 16));

test('a rule gives its times on its weekday only, and none that does not end in it', () => {
  expect(instants({})).toEqual(['2026-03-02T07:00', '2026-03-02T07:30', '2026-03-02T08:00', '2026-03-02T08:30']);
  expect(clocks({ openings: [{ ...monday, toTime: '10:45' }] })).toEqual(['09:00', '09:30', '10:00']);
  expect(clocks({ openings: [{ ...monday, weekday: 7 }] })).toHaveLength(4);
  expect(clocks({ openings: [{ ...monday, weekday: 7 }], toDay: '2026-03-07' })).toEqual([]);
});

test('between two people there is the pause the city says', () => {
  expect(clocks({ bufferMinutes: 10 })).toEqual(['09:00', '09:40', '10:20']);
});

test('a rule holds from its first day to its last', () => {
  expect(clocks({ openings: [{ ...monday, fromOn: '2026-03-03' }] })).toEqual([]);
  expect(clocks({ openings: [{ ...monday, untilOn: '2026-03-01' }] })).toEqual([]);
  expect(clocks({ openings: [{ ...monday, fromOn: '2026-03-02', untilOn: '2026-03-02' }] })).toHaveLength(4);
});

test('what is taken is not free, nor what is nearer to it than the pause', () => {
  const taken = [{ from: at('2026-03-02T07:30:00Z'), until: at('2026-03-02T08:00:00Z') }];
  expect(clocks({ taken })).toEqual(['09:00', '10:00', '10:30']);
  expect(clocks({ taken, bufferMinutes: 10 })).toEqual(['10:20']);
});

test('an absence hides what it meets, to the minute', () => {
  const absences = [{ from: at('2026-03-02T07:29:00Z'), until: at('2026-03-02T08:00:00Z') }];
  expect(clocks({ absences })).toEqual(['10:00', '10:30']);
  expect(clocks({ absences: [{ from: at('2026-03-02T07:30:00Z'), until: at('2026-03-02T08:00:00Z') }] })).toEqual([
    '09:00',
    '10:00',
    '10:30',
  ]);
});

test('nothing begins before the earliest notice', () => {
  expect(clocks({ earliest: at('2026-03-02T07:30:00Z') })).toEqual(['09:30', '10:00', '10:30']);
  expect(clocks({ earliest: at('2026-03-02T07:30:00.001Z') })).toEqual(['10:00', '10:30']);
});

test('holidays are closed; a Saturday somebody opens is not', () => {
  const week = { fromDay: '2026-04-06', toDay: '2026-04-11' };
  expect(clocks(week)).toEqual([]);
  expect(clocks({ ...week, openings: [{ ...monday, weekday: 6 }] })).toHaveLength(4);
});

test('two rules that meet give each time once', () => {
  expect(clocks({ openings: [monday, { ...monday, id: 'two', fromTime: '10:00', toTime: '12:00' }] })).toEqual([
    '09:00',
    '09:30',
    '10:00',
    '10:30',
    '11:00',
    '11:30',
  ]);
});

const sunday = { ...monday, weekday: 7, fromTime: '02:00', toTime: '05:00' };

test('29.3.2026: the hour that is not there gives no time, and the others stay an hour of the wall clock', () => {
  const day = { openings: [sunday], fromDay: '2026-03-29', toDay: '2026-03-29' };
  expect(instants(day)).toEqual(['2026-03-29T00:00', '2026-03-29T00:30', '2026-03-29T01:00', '2026-03-29T01:30']);
  expect(clocks(day)).toEqual(['02:00', '02:30', '04:00', '04:30']);
  const within = { ...day, openings: [{ ...sunday, fromTime: '03:00', toTime: '04:00' }] };
  expect(clocks(within)).toEqual([]);
});

test('25.10.2026: the hour that comes twice gives its times twice, none over another', () => {
  const day = { openings: [sunday], fromDay: '2026-10-25', toDay: '2026-10-25' };
  expect(clocks(day)).toEqual(['02:00', '02:30', '03:00', '03:30', '03:00', '03:30', '04:00', '04:30']);
  expect(instants(day)).toEqual([
    '2026-10-24T23:00',
    '2026-10-24T23:30',
    '2026-10-25T00:00',
    '2026-10-25T00:30',
    '2026-10-25T01:00',
    '2026-10-25T01:30',
    '2026-10-25T02:00',
    '2026-10-25T02:30',
  ]);
});

test('in the weeks around a change nine is nine', () => {
  const spring = { fromDay: '2026-03-23', toDay: '2026-03-30' };
  expect(clocks(spring)).toEqual(['09:00', '09:30', '10:00', '10:30', '09:00', '09:30', '10:00', '10:30']);
  expect(instants(spring)[0]).toBe('2026-03-23T07:00');
  expect(instants(spring)[4]).toBe('2026-03-30T06:00');
});

test('the nearest to a wished time, whether before or after it', () => {
  const wished = at('2026-03-02T08:10:00Z');
  const near = nearestTo(wished, free({ fromDay: '2026-03-02', toDay: '2026-03-09' }), 3);
  expect(near.map(({ startsAt }) => startsAt.toISOString().slice(0, 16))).toEqual([
    '2026-03-02T07:30',
    '2026-03-02T08:00',
    '2026-03-02T08:30',
  ]);
  expect(nearestTo(wished, [])).toEqual([]);
});
