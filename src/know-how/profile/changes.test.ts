import { expect, test } from 'vitest';
import { changesOf } from './changes.ts';
import type { Contents } from './tables.ts';

const licence: Contents['licence'] = {
  kind: 'card',
  code: '',
  name: 'Hygieniapassi',
  untilOn: null,
  isHidden: false,
  isRemoved: false,
};
const kept: Contents['knowHow'] = { skillId: 1, state: 'kept', level: null, levelWords: '', isHidden: false };

test('the first version is that it was added, or left out', () => {
  expect(changesOf(licence, null)).toEqual([{ what: 'added' }]);
  expect(changesOf({ ...kept, state: 'dropped' }, null)).toEqual([{ what: 'dropped' }]);
});

test.each([
  [{ isHidden: true }, [{ what: 'hidden' }]],
  [{ isRemoved: true }, [{ what: 'removed' }]],
  [{ name: 'Trukkikortti' }, [{ what: 'changed', field: 'name' }]],
  [{ name: 'Trukkikortti', code: 'trukkikortti' }, [{ what: 'changed', field: 'name' }]],
  [{ untilOn: '2030-01-01', isHidden: true }, [{ what: 'hidden' }, { what: 'changed', field: 'untilOn' }]],
  [{}, []],
])('%j is told as %j', (differs, changes) => {
  expect(changesOf({ ...licence, ...differs }, licence)).toEqual(changes);
});

test('and the other way round', () => {
  expect(changesOf(licence, { ...licence, isHidden: true, isRemoved: true })).toEqual([
    { what: 'broughtBack' },
    { what: 'shown' },
  ]);
});

test('of know-how the state and how well; of an experience its time as one', () => {
  expect(changesOf({ ...kept, level: 3 }, { ...kept, state: 'dropped' })).toEqual([
    { what: 'kept' },
    { what: 'changed', field: 'level' },
  ]);
  const experience: Contents['experience'] = {
    ...{ kind: 'work', title: 'Kassa', place: '', did: '', language: 'fi', isHidden: false, isRemoved: false },
    ...{ from: { on: '2019', about: false }, to: null, isOngoing: true },
  };
  const ended = { ...experience, to: { on: '2020', about: false }, isOngoing: false };
  expect(changesOf(ended, experience)).toEqual([{ what: 'changed', field: 'time' }]);
});
