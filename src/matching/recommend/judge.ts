import { sql } from 'kysely';
import type { Tx } from '../../kernel/database.ts';
import type { Hours } from '../../kernel/tables.ts';
import type { MatchPart, Related } from '../../know-how/index.ts';
import { loggedScore } from '../answerable/logged-score.ts';
import { limitsOf } from '../limits.ts';
import { actsFor } from '../own-business.ts';
import { isGood, type Need, reachOf, scoreOf } from '../rules.ts';
import type { Seeker } from './seekers.ts';

export type Pair = { customerId: string; challengeId: string };
/** `score` 0..1, with what each need gave to it; `skillIds`: by which skills the person was matched, one list for all of theirs. */
export type Good = Pair & { score: number; parts: MatchPart[]; skillIds: readonly number[] };

type Challenge = { challengeId: string; hours: Hours; languages: string[]; untilOn: string; needs: Need[] };

const readChallenges = async (tx: Tx, cityId: string, today: string, ids: readonly string[]): Promise<Challenge[]> => {
  const { rows } = await sql<Challenge>`
    select c.id as challenge_id, c.hours, c.languages, c.until_on,
      (select jsonb_agg(jsonb_build_object('skillId', n.skill_id, 'weight', n.weight, 'isMust', n.is_must, 'level', n.level))
        from challenge_need n where n.city_id = c.city_id and n.challenge_id = c.id) as needs
    from challenge c
    join business b on b.city_id = c.city_id and b.id = c.business_id and b.deleted_at is null
    where c.city_id = ${cityId} and c.id = any(${[...ids]}::uuid[]) and c.state = 'published' and c.deleted_at is null
      and c.until_on >= ${today}::date and c.needs_weight > 0`.execute(tx);
  return rows;
};

/** Of some pairs those that may be recommended at all: not answered, and not the customer's own business. */
const readAllowed = async (tx: Tx, cityId: string, today: string, pairs: readonly Pair[]): Promise<Pair[]> => {
  const { rows } = await sql<Pair>`
    select p.customer_id, p.challenge_id
    from unnest(${pairs.map(({ customerId }) => customerId)}::uuid[], ${pairs.map(({ challengeId }) => challengeId)}::uuid[])
      as p (customer_id, challenge_id)
    join challenge c on c.city_id = ${cityId} and c.id = p.challenge_id
    where not exists (select from answer a where a.city_id = ${cityId} and a.challenge_id = p.challenge_id and a.customer_id = p.customer_id)
      and not ${actsFor({ cityId, customerId: sql.ref('p.customer_id'), businessId: sql.ref('c.business_id'), today })}`.execute(
    tx,
  );
  return rows;
};

/**
 * Which pairs of people and challenges are good matches now, by the rules and with all rights asked again: two queries however many. The people have
 * been read in this transaction; whoever is not among them, for lack of consent or any other reason, has no good match.
 */
export const judgePairs = async (
  tx: Tx,
  { cityId, today, relations }: { cityId: string; today: string; relations: readonly Related[] },
  { seekers, pairs }: { seekers: readonly Seeker[]; pairs: readonly Pair[] },
): Promise<Good[]> => {
  if (pairs.length === 0) return [];
  const challengeIds = [...new Set(pairs.map(({ challengeId }) => challengeId))];
  const challenges = await readChallenges(tx, cityId, today, challengeIds);
  const byChallenge = new Map(challenges.map((one) => [one.challengeId, one]));
  const bySkill = Map.groupBy(relations, ({ skillId }) => skillId);
  const people = new Map(
    seekers.map((seeker) => {
      const near = seeker.held.flatMap(({ skillId }) => bySkill.get(skillId) ?? []);
      const skillIds = seeker.held.map(({ skillId }) => skillId);
      return [seeker.customerId, { ...seeker, skillIds, reach: reachOf(seeker.held, near) }];
    }),
  );
  return (await readAllowed(tx, cityId, today, pairs)).flatMap((pair): Good[] => {
    const [person, challenge] = [people.get(pair.customerId), byChallenge.get(pair.challengeId)];
    if (!person || !challenge) return [];
    const { needs } = challenge;
    const score = scoreOf(needs, person.reach);
    const isWanted = needs.every(({ skillId }) => !person.wished.notWanted.has(skillId));
    if (!isWanted || !isGood(score, limitsOf(challenge, person.told, today))) return [];
    return [{ ...pair, ...loggedScore(score), skillIds: person.skillIds }];
  });
};
