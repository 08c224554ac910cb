import { sql } from 'kysely';
import type { Tx } from '../../kernel/database.ts';
import type { Hours } from '../../kernel/tables.ts';
import { type Level, relationsOf } from '../../know-how/index.ts';
import { levelFit } from '../levels.ts';
import { limitsFit, limitsOf, type Told } from '../limits.ts';
import { goodFrom, mustFrom } from '../rules.ts';
import { waysTo } from '../segment/groups.ts';

type Challenge = {
  id: string;
  businessId: string;
  hours: Hours;
  languages: string[];
  untilOn: string;
  needsWeight: number;
  skills: number[];
  weights: number[];
  levels: (Level | null)[];
  musts: boolean[];
};

/** A need as several challenges may have it: a skill at a level, and where it is wanted. */
type Want = { level: Level | null; by: { challenge: number; weight: number; isMust: boolean }[] };
/** A want that a skill meets wholly or partly. */
type Way = { want: number; factor: number };

/** A city's open challenges, laid out so that one person's skills find all of theirs in one pass. */
export type OpenChallenges = {
  challenges: readonly Challenge[];
  wants: readonly Want[];
  waysOf: ReadonlyMap<number, readonly Way[]>;
  /** What is asked of hours and languages, once for all challenges that ask the same; all are open today. */
  limits: readonly Pick<Challenge, 'hours' | 'languages' | 'untilOn'>[];
  limitOf: readonly number[];
  today: string;
};

const readOpen = async (tx: Tx, cityId: string, today: string): Promise<Challenge[]> => {
  const { rows } = await sql<Challenge>`
    select c.id, c.business_id, c.hours, c.languages, c.until_on, c.needs_weight, n.skills, n.weights, n.levels, n.musts
    from challenge c join business b on b.city_id = c.city_id and b.id = c.business_id and b.deleted_at is null
    cross join lateral (
      select array_agg(skill_id) as skills, array_agg(weight) as weights, array_agg(level) as levels, array_agg(is_must) as musts
      from challenge_need where city_id = ${cityId} and challenge_id = c.id
    ) n
    where c.city_id = ${cityId} and c.state = 'published' and c.deleted_at is null and c.until_on >= ${today}::date
      and c.needs_weight > 0 and n.skills is not null`.execute(tx);
  return rows;
};

const wantsOf = (challenges: readonly Challenge[]): Map<string, Want & { skillId: number }> => {
  const wants = new Map<string, Want & { skillId: number }>();
  for (const [challenge, { skills, weights, levels, musts }] of challenges.entries())
    for (const [at, skillId] of skills.entries()) {
      const level = levels[at] ?? null;
      const key = `${skillId} ${level}`;
      const want = wants.get(key) ?? { skillId, level, by: [] };
      want.by.push({ challenge, weight: weights[at] ?? 0, isMust: musts[at] ?? false });
      wants.set(key, want);
    }
  return wants;
};

/** The open challenges of a city. As much memory as they have needs. */
export const readOpenChallenges = async (tx: Tx, cityId: string, today: string): Promise<OpenChallenges> => {
  const challenges = await readOpen(tx, cityId, today);
  const wants = [...wantsOf(challenges).values()];
  const skillIds = [...new Set(wants.map(({ skillId }) => skillId))];
  const needs = skillIds.map((skillId) => ({ skillId, weight: 1, isMust: false, level: null }));
  const ways = waysTo(needs, await relationsOf(tx, skillIds));
  const wantsOfSkill = Map.groupBy(wants.keys(), (at) => wants[at]?.skillId);
  const waysOf = new Map<number, Way[]>();
  for (const { need, skillId, factor } of ways) {
    const own = waysOf.get(skillId) ?? [];
    for (const want of wantsOfSkill.get(skillIds[need]) ?? []) own.push({ want, factor });
    waysOf.set(skillId, own);
  }
  const keys = challenges.map(({ hours, languages }) => `${hours} ${[...languages].sort().join()}`);
  const first = new Map<string, Challenge>();
  for (const [at, challenge] of challenges.entries()) first.set(keys[at] ?? '', first.get(keys[at] ?? '') ?? challenge);
  const distinct = new Map([...first.keys()].map((key, at) => [key, at]));
  return {
    challenges,
    wants,
    waysOf,
    limits: [...first.values()],
    limitOf: keys.map((key) => distinct.get(key) ?? -1),
    today,
  };
};

export type Seeker = Told & {
  skills: readonly number[];
  levels: readonly (Level | null)[];
  /** Whose people they are themselves: nobody is matched with their own. */
  ownBusinesses: readonly string[];
};

/** How many open challenges match somebody at all, and how many well. */
export type Fare = { shown: number; good: number };

/** What the best of somebody's skills brings to each want, in hundredths; only those that bring anything. */
const worthsOf = ({ wants, waysOf }: OpenChallenges, { skills, levels }: Seeker): Map<number, number> => {
  const worths = new Map<number, number>();
  for (const [at, skill] of skills.entries())
    for (const { want, factor } of waysOf.get(skill) ?? []) {
      const worth = factor * levelFit(wants[want]?.level ?? null, levels[at] ?? null);
      if (worth > (worths.get(want) ?? 0)) worths.set(want, worth);
    }
  return worths;
};

/**
 * Counts somebody's matches by the score, musts and limits of `rules.ts` and `limits.ts`; a test holds it to the matches customers are shown. A
 * challenge answered with a no counts: it was shown. One person after the other: the sums' memory is shared.
 */
export const fareCounter = (open: OpenChallenges): ((seeker: Seeker) => Fare) => {
  const { challenges, wants, limits, limitOf, today } = open;
  const hundredths = new Uint32Array(challenges.length);
  const mustsMet = new Uint16Array(challenges.length);
  const mustCounts = challenges.map(({ musts }) => musts.filter(Boolean).length);
  /** Adds up what the person's skills bring to each challenge; returns those they reach. */
  const addUp = (seeker: Seeker): number[] => {
    const reached: number[] = [];
    for (const [want, worth] of worthsOf(open, seeker))
      for (const { challenge, weight, isMust } of wants[want]?.by ?? []) {
        const sum = hundredths[challenge] ?? 0;
        if (sum === 0) reached.push(challenge);
        hundredths[challenge] = sum + weight * worth;
        if (isMust && worth >= mustFrom) mustsMet[challenge] = (mustsMet[challenge] ?? 0) + 1;
      }
    return reached;
  };
  return (seeker) => {
    const fits = limits.map((asked) => limitsFit(limitsOf(asked, seeker, today)));
    const fare: Fare = { shown: 0, good: 0 };
    for (const at of addUp(seeker)) {
      const [sum, musts] = [hundredths[at] ?? 0, mustsMet[at] ?? 0];
      hundredths[at] = 0;
      mustsMet[at] = 0;
      const challenge = challenges[at];
      if (!challenge || !fits[limitOf[at] ?? -1] || seeker.ownBusinesses.includes(challenge.businessId)) continue;
      fare.shown += 1;
      if (sum >= goodFrom * challenge.needsWeight && musts === mustCounts[at]) fare.good += 1;
    }
    return fare;
  };
};
