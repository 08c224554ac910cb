import type { PartDay } from './portable.ts';

/** How a part of the profile stands: seen by those the customer shows it to, hidden from everybody else, or out of the profile. */
export type Standing = 'shown' | 'hidden' | 'removed';

export const moves = ['hide', 'show', 'remove', 'bringBack', 'deleteForGood'] as const;
export type ProfileMove = (typeof moves)[number];

/** What its owner may do with a part of the profile, from which standings. What was hidden when it was removed comes back hidden. */
const from: Record<ProfileMove, readonly Standing[]> = {
  hide: ['shown'],
  show: ['hidden'],
  remove: ['shown', 'hidden'],
  bringBack: ['removed'],
  deleteForGood: ['removed'],
};

export const standingOf = ({ isHidden, isRemoved }: { isHidden: boolean; isRemoved: boolean }): Standing => {
  if (isRemoved) return 'removed';
  return isHidden ? 'hidden' : 'shown';
};

export const mayMove = (standing: Standing, move: ProfileMove): boolean => from[move].includes(standing);

/** Whether a time ends before it begins, as far as both are known: 2019 does not end before 2019-05. */
export const endsBeforeItBegins = (begin: PartDay | null, end: PartDay | null): boolean => {
  if (!begin || !end) return false;
  const known = Math.min(begin.on.length, end.on.length);
  return end.on.slice(0, known) < begin.on.slice(0, known);
};

type Time = { from: PartDay | null; to: PartDay | null; isOngoing: boolean };

/** For the latest first: what goes on, then by when it ended, then by when it began; what has no time last. */
export const byTime = (a: Time, b: Time): number => {
  const end = ({ from: begin, to, isOngoing }: Time) => (isOngoing ? '9999' : (to?.on ?? begin?.on ?? ''));
  return end(b).localeCompare(end(a)) || (b.from?.on ?? '').localeCompare(a.from?.on ?? '');
};
