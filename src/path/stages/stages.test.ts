import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths } from '../../kernel/clock.ts';
import { stages } from '../tables.ts';
import { type Course, comingOf, type Spell, type Stay, spellsOf, stageOn } from './stages.ts';
import { toldStages } from './tables.ts';

const aCourse = (stays: Stay[], more: Partial<Course> = {}): Course => ({
  stays,
  begunOn: '2026-01-05',
  today: '2026-12-01',
  afterCareMonths: 1,
  ...more,
});
const stay = (stage: Stay['stage'], fromOn: string, toOn: string | null = null): Stay => ({ stage, fromOn, toOn });
const told = (spells: readonly Spell[]) => spells.map(({ stage, fromOn, toOn }) => `${stage} ${fromOn} ${toOn ?? '-'}`);

test('nothing has happened yet: starting', () => {
  expect(told(spellsOf(aCourse([])))).toEqual(['starting 2026-01-05 -']);
});

test('from the workshop by the co-operative to open work, and its after-care a month later', () => {
  const stays = [
    stay('workshop', '2026-02-02', '2026-04-30'),
    stay('cooperative', '2026-05-01', '2026-08-31'),
    stay('open', '2026-09-15'),
  ];
  expect(told(spellsOf(aCourse(stays)))).toEqual([
    'starting 2026-01-05 2026-02-01',
    'workshop 2026-02-02 2026-04-30',
    'cooperative 2026-05-01 2026-08-31',
    'starting 2026-09-01 2026-09-14',
    'open 2026-09-15 2026-10-14',
    'afterCare 2026-10-15 -',
  ]);
});

test('who moves back is where they are now, and where they were stays', () => {
  const stays = [stay('open', '2026-02-02', '2026-02-27'), stay('workshop', '2026-03-02')];
  expect(told(spellsOf(aCourse(stays)))).toEqual([
    'starting 2026-01-05 2026-02-01',
    'open 2026-02-02 2026-02-27',
    'starting 2026-02-28 2026-03-01',
    'workshop 2026-03-02 -',
  ]);
});

test('of two at once what began last counts, and the other again when it ends', () => {
  const stays = [stay('workshop', '2026-02-02'), stay('cooperative', '2026-03-02', '2026-03-31')];
  expect(told(spellsOf(aCourse(stays)))).toEqual([
    'starting 2026-01-05 2026-02-01',
    'workshop 2026-02-02 2026-03-01',
    'cooperative 2026-03-02 2026-03-31',
    'workshop 2026-04-01 -',
  ]);
});

test('what was before they became a customer is the beginning of the path', () => {
  expect(told(spellsOf(aCourse([stay('subsidised', '2025-06-02', '2025-12-31')])))).toEqual([
    'subsidised 2025-06-02 2025-12-31',
    'starting 2026-01-01 -',
  ]);
});

describe('what could come', () => {
  const today = '2026-12-01';
  const spells = spellsOf(aCourse([stay('cooperative', '2026-05-01')]));
  const coming = (more: Partial<Parameters<typeof comingOf>[1]> = {}) =>
    comingOf(spells, { stays: [], leads: [], today, ...more });

  test('are the stages further along', () => {
    expect(coming().map(({ stage }) => stage)).toEqual(['subsidised', 'open', 'afterCare']);
  });

  test('and one further back that something leads to, until it is reached', () => {
    const leads = [
      { stage: 'workshop', on: '2026-06-01' },
      { stage: 'open', on: '2026-07-01' },
    ] as const;
    expect(coming({ leads })).toMatchObject([
      { stage: 'workshop', leads: [{ on: '2026-06-01' }] },
      { stage: 'subsidised', leads: [] },
      { stage: 'open', leads: [{ on: '2026-07-01' }] },
      { stage: 'afterCare' },
    ]);
    const back = spellsOf(aCourse([stay('workshop', '2026-06-15', '2026-06-30')]));
    expect(comingOf(back, { stays: [], leads, today })[0]).toMatchObject({ stage: 'workshop', leads: [] });
  });

  test('with the day where it is agreed', () => {
    const stays = [stay('subsidised', '2027-01-04'), stay('subsidised', '2026-12-07')];
    expect(coming({ stays })[0]).toEqual({ stage: 'subsidised', beginsOn: '2026-12-07', leads: [] });
  });
});

const days = fc.integer({ min: 0, max: 700 }).map((count) => addDays('2025-06-01', count));
const stays = fc.array(
  fc
    .record({
      stage: fc.constantFrom(...toldStages),
      fromOn: days,
      length: fc.option(fc.integer({ min: 0, max: 300 }), { nil: null }),
    })
    .map(({ stage, fromOn, length }) => stay(stage, fromOn, length === null ? null : addDays(fromOn, length))),
  { maxLength: 8 },
);
const courses = fc
  .record({
    stays,
    begunOn: days,
    later: fc.integer({ min: 0, max: 500 }),
    afterCareMonths: fc.integer({ min: 1, max: 6 }),
  })
  .map(({ later, ...one }): Course => ({ ...one, today: addDays(one.begunOn, later) }));

describe('whatever happened', () => {
  const holds = (say: (spells: Spell[], course: Course) => void) =>
    fc.assert(
      fc.property(courses, (course) => say(spellsOf(course), course)),
      { numRuns: 200 },
    );

  test('the path has no gap and no overlap, changes at each turn, and goes on today', () =>
    holds((spells, { today, begunOn }) => {
      expect(spells[0]?.fromOn.localeCompare(begunOn)).toBeLessThanOrEqual(0);
      expect(spells.at(-1)?.toOn).toBeNull();
      expect(spells.every(({ fromOn }) => fromOn <= today)).toBe(true);
      for (const [at, spell] of spells.entries()) {
        const next = spells[at + 1];
        if (!next) continue;
        expect(next.stage).not.toBe(spell.stage);
        expect(addDays(spell.toOn ?? '', 1)).toBe(next.fromOn);
        expect(spell.toOn && spell.toOn >= spell.fromOn).toBe(true);
      }
    }));

  test('each day of a stretch is in its stage', () =>
    holds((spells, course) => {
      for (const { stage, fromOn, toOn } of spells)
        for (let day = fromOn; day <= (toOn ?? course.today); day = addDays(day, 7))
          expect(stageOn(day, course)).toBe(stage);
    }));

  test('it does not matter in which order it was told', () =>
    holds((spells, course) => {
      expect(spellsOf({ ...course, stays: [...course.stays].reverse() })).toEqual(spells);
    }));

  test('the history does not depend on the day one looks', () =>
    holds((spells, course) => {
      const until = (all: readonly Spell[]) =>
        all.filter(({ fromOn }) => fromOn <= course.today).map(({ stage, fromOn }) => `${stage} ${fromOn}`);
      const later = spellsOf({ ...course, today: addDays(course.today, 90) });
      // What begins only later may lie before the day they became a customer: no path has less than its past.
      expect(until(later)).toEqual(until(spells));
    }));

  test('after-care is open work that has gone on so many months, and nothing else', () =>
    holds((spells, { stays, afterCareMonths }) => {
      const since = (day: string) =>
        stays.filter(
          ({ stage, fromOn, toOn }) =>
            stage === 'open' && addMonths(fromOn, afterCareMonths) <= day && (toOn === null || toOn >= day),
        );
      for (const { stage, fromOn } of spells) if (stage === 'afterCare') expect(since(fromOn)).not.toEqual([]);
    }));

  test('what could come is in the order of the path, and never where they are', () =>
    holds((spells, course) => {
      const coming = comingOf(spells, { stays: course.stays, leads: [], today: course.today });
      const places = coming.map(({ stage }) => stages.indexOf(stage));
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(coming.map(({ stage }) => stage)).not.toContain(spells.at(-1)?.stage);
      expect(coming.map(({ stage }) => stage)).not.toContain('starting');
    }));
});
