import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../kernel/clock.ts';
import { isWorkingDay } from '../../kernel/working-days.ts';
import { addMonths, lastWorkingDayBy } from './count-days.ts';
import { type Due, dueTalks, nextOf, type Process, type RhythmRule } from './due.ts';
import { rhythmUnits, talkKinds } from './tables.ts';

const rule = (more: Partial<RhythmRule>): RhythmRule => ({
  kind: 'followUp',
  anchor: 'interview',
  afterMonths: 0,
  every: 3,
  unit: 'months',
  times: null,
  againMonths: null,
  inPerson: false,
  ...more,
});
const first = (every: number) =>
  rule({ kind: 'firstInterview', anchor: 'begun', every, unit: 'workingDays', times: 1, inPerson: every === 10 });
const nordic = [
  first(5),
  rule({ every: 2, unit: 'weeks', times: 5 }),
  rule({ afterMonths: 3 }),
  rule({ kind: 'supplementary', anchor: 'begun', afterMonths: 6, every: 2, unit: 'weeks', times: 2, againMonths: 6 }),
];
const reform = [first(10), rule({})];

const aProcess = (more: Partial<Process>): Process => ({
  rules: reform,
  law: 'HE 108/2025',
  cityRules: [],
  begunOn: '2026-02-02',
  endedOn: null,
  talks: [],
  today: '2026-02-03',
  soonDays: 7,
  ...more,
});
const told = (dues: readonly Due[]) => dues.map(({ kind, dueOn, state }) => `${kind} ${dueOn} ${state}`);

describe('by the model of 2026', () => {
  test('the first interview is due ten working days on, follow-ups every three months from it', () => {
    expect(told(dueTalks(aProcess({})))).toEqual(['firstInterview 2026-02-16 due', 'followUp 2026-05-15 due']);
  });

  test('what has been held moves what is counted from it, and a late talk moves nothing', () => {
    const interview = { kind: 'firstInterview', heldOn: '2026-02-09' } as const;
    const late = { kind: 'followUp', heldOn: '2026-05-20' } as const;
    expect(told(dueTalks(aProcess({ talks: [interview], today: '2026-05-10' })))).toEqual([
      'firstInterview 2026-02-16 done',
      'followUp 2026-05-08 late',
      'followUp 2026-08-07 due',
      'followUp 2026-11-09 due',
    ]);
    expect(told(dueTalks(aProcess({ talks: [interview, late], today: '2026-05-20' })))).toContain(
      'followUp 2026-08-07 due',
    );
    expect(told(dueTalks(aProcess({ talks: [interview, late], today: '2026-05-20' })))[1]).toBe(
      'followUp 2026-05-08 done',
    );
  });

  test('an extra talk in the same time does not do for the next', () => {
    const talks = ['2026-04-01', '2026-04-08', '2026-04-15'].map((heldOn) => ({ kind: 'followUp' as const, heldOn }));
    const dues = dueTalks(aProcess({ talks: [{ kind: 'firstInterview', heldOn: '2026-02-09' }, ...talks] }));
    expect(dues.filter(({ state }) => state === 'done')).toHaveLength(2);
  });

  test('a week before its day it is soon, on its day still, and late the day after', () => {
    const on = (today: string) => dueTalks(aProcess({ today }))[0]?.state;
    expect(['2026-02-08', '2026-02-09', '2026-02-16', '2026-02-17'].map(on)).toEqual(['due', 'soon', 'soon', 'late']);
  });

  test('Easter and a weekend are no working days', () => {
    expect(dueTalks(aProcess({ begunOn: '2026-03-27', today: '2026-03-27' }))[0]).toMatchObject({
      dueOn: '2026-04-14',
      closedOn: null,
    });
  });

  test('nothing is late after the end', () => {
    const dues = dueTalks(aProcess({ endedOn: '2026-06-01', today: '2026-09-01' }));
    expect(dues.map(({ state }) => state)).toEqual(['passed', 'passed']);
  });
});

test('begun under the older model, it keeps that rhythm across 1 January 2026', () => {
  const talks = [{ kind: 'firstInterview', heldOn: '2025-12-18' } as const];
  const dues = dueTalks(aProcess({ rules: nordic, begunOn: '2025-12-15', talks, today: '2025-12-19' }));
  expect(told(dues)).toEqual([
    'firstInterview 2025-12-22 done',
    'followUp 2025-12-31 due',
    'followUp 2026-01-15 due',
    'followUp 2026-01-29 due',
    'followUp 2026-02-12 due',
    'followUp 2026-02-26 due',
    'followUp 2026-06-18 due',
  ]);
  expect(dues.every(({ kind, every, unit }) => kind === 'firstInterview' || every === (unit === 'weeks' ? 2 : 3))).toBe(
    true,
  );
});

test('every half year there is a month with two more talks', () => {
  const dues = dueTalks(aProcess({ rules: nordic, begunOn: '2025-09-01', today: '2026-02-20' }));
  expect(told(dues.filter(({ kind }) => kind === 'supplementary'))).toEqual([
    'supplementary 2026-03-13 due',
    'supplementary 2026-03-27 due',
  ]);
  const later = dueTalks(aProcess({ rules: nordic, begunOn: '2025-09-01', today: '2026-09-10' }));
  expect(later.filter(({ kind }) => kind === 'supplementary').map(({ dueOn }) => dueOn)).toEqual([
    ...['2026-03-13', '2026-03-27', '2026-09-15', '2026-09-29'],
  ]);
});

describe('a city', () => {
  const source = 'Päätös 1/2026';
  const shorter = { kind: 'firstInterview', fromOn: '2026-02-01', every: 3, unit: 'workingDays', source } as const;

  test('shortens the time to the first interview from a day on, and cannot make it longer', () => {
    const one = (more: Partial<Process>) => dueTalks(aProcess(more))[0];
    expect(one({ cityRules: [shorter] })).toMatchObject({ dueOn: '2026-02-05', isOfCity: true, law: source });
    expect(one({ cityRules: [{ ...shorter, fromOn: '2026-02-03' }] })).toMatchObject({ dueOn: '2026-02-16' });
    expect(one({ cityRules: [{ ...shorter, every: 30 }] })).toMatchObject({ dueOn: '2026-02-16', isOfCity: false });
    const ended = { ...shorter, every: null, fromOn: '2026-02-02' };
    expect(one({ cityRules: [shorter, ended] })).toMatchObject({ dueOn: '2026-02-16', isOfCity: false });
  });

  test('adds a rhythm of its own, until its next decision', () => {
    const review = { kind: 'review', every: 1, unit: 'months', source, fromOn: '2026-04-01' } as const;
    const rare = { ...review, every: 4, fromOn: '2026-06-01' };
    const talks = [{ kind: 'firstInterview', heldOn: '2026-02-09' } as const];
    const ended = dueTalks(aProcess({ cityRules: [review, { ...rare, every: null }], talks }));
    expect(told(ended.filter(({ kind }) => kind === 'review'))).toEqual([
      'review 2026-04-09 due',
      'review 2026-05-08 due',
    ]);
    const dues = dueTalks(aProcess({ cityRules: [review, rare], talks }));
    expect(told(dues.filter(({ kind }) => kind === 'review'))).toEqual([
      'review 2026-04-09 due',
      'review 2026-05-08 due',
      'review 2026-06-09 due',
    ]);
  });
});

const days = fc.integer({ min: 0, max: 2500 }).map((count) => addDays('2022-05-02', count));
const processes = fc
  .record({
    rules: fc.constantFrom(nordic, reform),
    begunOn: days,
    length: fc.option(fc.integer({ min: 0, max: 900 }), { nil: null }),
    held: fc.array(fc.record({ kind: fc.constantFrom(...talkKinds), after: fc.integer({ min: -30, max: 900 }) }), {
      maxLength: 30,
    }),
    cityRules: fc.array(
      fc.record({
        kind: fc.constantFrom('firstInterview' as const, 'supplementary' as const, 'review' as const),
        fromOn: days,
        every: fc.integer({ min: 5, max: 12 }),
        unit: fc.constantFrom(...rhythmUnits),
        source: fc.constant('Päätös'),
      }),
      { maxLength: 3 },
    ),
    later: fc.integer({ min: 0, max: 900 }),
  })
  .map(({ length, held, later, ...one }): Process => {
    const at = (count: number) => addDays(one.begunOn, count);
    const talks = held.map(({ kind, after }) => ({ kind, heldOn: at(after) }));
    return { ...one, law: 'Laki', endedOn: length === null ? null : at(length), talks, today: at(later), soonDays: 7 };
  });

describe('whatever a process is like', () => {
  const holds = (say: (dues: Due[], process: Process) => void) =>
    fc.assert(
      fc.property(processes, (process) => say(dueTalks(process), process)),
      { numRuns: 100 },
    );

  test('days go forward, and no last day is one on which offices are closed', () =>
    holds((dues) => {
      expect(dues.map(({ dueOn }) => dueOn)).toEqual(dues.map(({ dueOn }) => dueOn).sort());
      expect(dues.filter(({ dueOn }) => !isWorkingDay(dueOn))).toEqual([]);
    }));

  test('of each kind at most one is late, and none after the end', () =>
    holds((dues, { endedOn, today }) => {
      for (const kind of talkKinds)
        expect(dues.filter((due) => due.kind === kind && due.state === 'late').length).toBeLessThanOrEqual(1);
      if (endedOn !== null) expect(dues.filter(({ state, dueOn }) => state === 'late' || dueOn > endedOn)).toEqual([]);
      for (const { state, dueOn } of dues)
        if (state === 'late' || state === 'passed') expect(dueOn < today || state === 'passed').toBe(true);
    }));

  test('each talk does for one at most, and only one held since the beginning', () =>
    holds((dues, { talks, begunOn }) => {
      for (const kind of talkKinds) {
        const held = talks.filter((talk) => talk.kind === kind && talk.heldOn >= begunOn);
        expect(dues.filter((due) => due.kind === kind && due.state === 'done').length).toBeLessThanOrEqual(held.length);
      }
    }));

  test('what comes next leaves out what is over, and tells of each kind one that is far at most', () =>
    holds((dues) => {
      const next = nextOf(dues);
      expect(next.filter(({ state }) => state === 'done' || state === 'passed')).toEqual([]);
      for (const kind of talkKinds)
        expect(next.filter((due) => due.kind === kind && due.state === 'due').length).toBeLessThanOrEqual(1);
    }));

  test('the law of a process does not depend on the day one looks', () =>
    holds((_, process) => {
      const earlier = dueTalks({ ...process, talks: [], today: process.begunOn });
      const later = dueTalks({ ...process, talks: [], today: addDays(process.begunOn, 100) });
      const key = ({ kind, dueOn }: Due) => `${kind} ${dueOn}`;
      expect(later.map(key)).toEqual(expect.arrayContaining(earlier.map(key)));
    }));
});

test('months end where they end, and closed offices count the day before', () => {
  expect(addMonths('2025-11-30', 3)).toBe('2026-02-28');
  expect(addMonths('2026-01-31', 13)).toBe('2027-02-28');
  expect(addMonths('2026-02-28', 3)).toBe('2026-05-28');
  expect(lastWorkingDayBy('2026-12-27')).toBe('2026-12-23');
});
