import { expect, test } from 'vitest';
import { firstShown } from './first-shown.ts';
import type { Proposal } from './see-brought.ts';

const skill = (uri: string, isRead = true): Pick<Proposal, 'kind' | 'what' | 'places'> => ({
  kind: 'knowHow',
  what: { uri, label: uri, level: null, levelWords: '', words: [], isHidden: false },
  places: [{ at: 0, spans: isRead ? [{ start: 0, end: 1 }] : [] }],
});
const experience = (skills: string[]): Pick<Proposal, 'kind' | 'what' | 'places'> => ({
  kind: 'experience',
  what: {
    ...{ kind: 'work', title: 'a', place: '', from: null, to: null, isOngoing: false, did: '', language: 'fi' },
    ...{ skills, isHidden: false },
  },
  places: [],
});
const named = (names: readonly string[], isRead?: boolean) => names.map((name) => skill(name, isRead));

test('six skills of each experience and of the rest come first, the others are behind "more"', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((letter) => Array.from({ length: 8 }, (_, at) => `${letter}${at}`));
  const { first, more } = firstShown([
    ...named([...(a ?? []), ...(b ?? []), ...(c ?? [])]),
    experience(a ?? []),
    experience(b ?? []),
  ]);
  expect(more.map(({ what }) => 'uri' in what && what.uri)).toEqual(['a6', 'a7', 'b6', 'b7', 'c6', 'c7']);
  expect(first).toHaveLength(20);
});

test('a skill of two experiences comes first as long as one of them has room', () => {
  const full = Array.from({ length: 6 }, (_, at) => `a${at}`);
  const { first, more } = firstShown([
    ...named([...full, 'both', 'a7']),
    experience([...full, 'both', 'a7']),
    experience(['both']),
  ]);
  expect(first).toHaveLength(9);
  expect(more.map(({ what }) => 'uri' in what && what.uri)).toEqual(['a7']);
});

test('what a document itself says somebody can is never behind', () => {
  const all = named(
    Array.from({ length: 20 }, (_, at) => `told${at}`),
    false,
  );
  expect(firstShown(all)).toEqual({ first: all, more: [] });
});
