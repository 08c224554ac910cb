import { expect, test } from 'vitest';
import type { ExperienceView } from '../../profile/read-profile.ts';
import { placeOnLine } from './lines.ts';

const experience = (id: string, more: Partial<ExperienceView>): ExperienceView => ({
  ...{ id, kind: 'work', title: id, place: '', from: null, to: null, isOngoing: false, did: '', language: 'fi' },
  ...{ storyId: null, isHidden: false, isRemoved: false, version: 1, skills: [], ...more },
});
const day = (on: string) => ({ on, about: false });

test('experiences lie on one line from the first year to this one; what has no time has no place, what is removed is not there', () => {
  const experiences = [
    experience('now', { from: day('2022'), isOngoing: true }),
    experience('first', { from: day('2007'), to: day('2011') }),
    experience('untold', {}),
    experience('gone', { from: day('1950'), isRemoved: true }),
  ];
  const { stops, first, last } = placeOnLine({ experiences, knowHow: [] }, '2026-12-31');
  expect([first, last]).toEqual([2007, 2026]);
  expect(stops.map(({ id, span }) => [id, span])).toEqual([
    ['now', { start: 75, length: 25 }],
    ['first', { start: 0, length: 25 }],
    ['untold', null],
  ]);
});

test('an empty profile has a line of this year alone', () => {
  expect(placeOnLine({ experiences: [], knowHow: [] }, '2026-03-02')).toEqual({ stops: [], first: 2026, last: 2026 });
});
