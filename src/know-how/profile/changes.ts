import type { Contents, ItemKind } from './tables.ts';

/** The fields whose change is told by its name. */
export const fields = [
  'kind',
  'title',
  'place',
  'time',
  'did',
  'language',
  'level',
  'levelWords',
  'name',
  'untilOn',
  'what',
  'where',
  'notWanted',
  'hours',
  'languages',
  'area',
] as const;
export type Field = (typeof fields)[number];

/** What became of a part of the profile between two versions. */
export type Change =
  | { what: 'added' | 'removed' | 'broughtBack' | 'hidden' | 'shown' | 'dropped' | 'kept' }
  | { what: 'changed'; field: Field };

type Flat = Record<string, unknown>;

const fieldOf = (key: string): Field | null => {
  if (key === 'from' || key === 'to' || key === 'isOngoing') return 'time';
  if (key === 'code') return 'name';
  return fields.find((one) => one === key) ?? null;
};

const standingChanges = (now: Flat, before: Flat): Change[] => {
  const changes: Change[] = [];
  if (now.isRemoved !== before.isRemoved) changes.push({ what: now.isRemoved ? 'removed' : 'broughtBack' });
  if (now.isHidden !== before.isHidden) changes.push({ what: now.isHidden ? 'hidden' : 'shown' });
  if (now.state !== before.state) changes.push({ what: now.state === 'dropped' ? 'dropped' : 'kept' });
  return changes;
};

/** What differs from the version before, each field once; the first version is the adding, or leaving out, itself. */
export const changesOf = (content: Contents[ItemKind], before: Contents[ItemKind] | null): Change[] => {
  const now: Flat = content;
  if (before === null) return [{ what: now.state === 'dropped' ? 'dropped' : 'added' }];
  const then: Flat = before;
  const differing = Object.keys(now).filter((key) => JSON.stringify(now[key]) !== JSON.stringify(then[key]));
  const changed = new Set(differing.flatMap((key) => fieldOf(key) ?? []));
  return [
    ...standingChanges(now, then),
    ...fields.filter((field) => changed.has(field)).map((field): Change => ({ what: 'changed', field })),
  ];
};
