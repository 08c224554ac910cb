import { yearsOf } from '../../profile/part-day.ts';
import type { Profile } from '../../profile/read-profile.ts';
import type { LineStop } from './life-line.tsx';

/** Experiences placed on one line from the first year of all to this one. What is removed is not on it. */
export const placeOnLine = (
  { experiences, knowHow }: Pick<Profile, 'experiences' | 'knowHow'>,
  today: string,
): { stops: LineStop[]; first: number; last: number } => {
  const there = experiences.filter(({ isRemoved }) => !isRemoved);
  const years = new Map(there.map((one) => [one.id, yearsOf(one, today)]));
  const known = [...years.values()].filter((one) => one !== null);
  const first = Math.floor(Math.min(...known.map(({ begin }) => begin), Number(today.slice(0, 4))));
  const last = Math.max(...known.map(({ end }) => Math.ceil(end) - 1), Number(today.slice(0, 4)));
  const part = (year: number) => Math.round(((year - first) / (last + 1 - first)) * 1000) / 10;
  const levels = new Map(knowHow.map(({ id, level }) => [id, level]));
  const stops = there.map((one): LineStop => {
    const { id, kind, title, place, language, isHidden, from, to, isOngoing } = one;
    const time = years.get(id);
    const span = time ? { start: part(time.begin), length: Math.max(1.5, part(time.end) - part(time.begin)) } : null;
    const skills = one.skills.map(({ knowHowId, label, isHidden: isSkillHidden }) => ({
      ...{ knowHowId, label, isHidden: isSkillHidden },
      level: levels.get(knowHowId) ?? null,
    }));
    return { id, kind, title, place, language, isHidden, from, to, isOngoing, skills, span };
  });
  return { stops, first, last };
};
