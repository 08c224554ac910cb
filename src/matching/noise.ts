import { addDays } from '../kernel/clock.ts';
import type { Secrets } from '../kernel/secrets.ts';
import type { Need } from './rules.ts';

/** So many people are added to a count or taken from it before it is told, so that a band that changes proves nothing about anybody. */
export const mostNoise = 2;

/** A whole number from -mostNoise to mostNoise: always the same for the same question with the same count. */
export type Noise = (question: string, count: number) => number;

/** For tests of what is counted. */
export const noNoise: Noise = () => 0;

const mondayOf = (day: string): string => addDays(day, -((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7));

/**
 * Drawn with the operator's secret for each city and week. One step goes by the question, so that two questions compared prove nothing; the other by the
 * count, so that many questions about the same people do not average it out. Who asks, and in which hours, changes neither.
 */
export const noiseOf = (
  secrets: Pick<Secrets, 'drawn'>,
  { cityId, today }: { cityId: string; today: string },
): Noise => {
  const week = mondayOf(today);
  const step = (of: string | number) => (secrets.drawn(JSON.stringify([cityId, week, of])) % 3) - 1;
  return (question, count) => step(question) + step(count);
};

/** Needs as the noise knows them, in any order. One alone is the same however much it weighs: it is counted the same way. */
export const questionOf = (needs: readonly Need[]): string => {
  const [only, ...others] = needs;
  if (only && others.length === 0) return JSON.stringify([[only.skillId, only.level]]);
  const wanted = needs.map(({ skillId, weight, isMust, level }) => JSON.stringify([skillId, weight, isMust, level]));
  return JSON.stringify(wanted.sort());
};
