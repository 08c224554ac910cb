import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../../kernel/database.ts';
import { hashOfSkills, logMatchesOnce, type VocabularyService } from '../../know-how/index.ts';
import type { Good } from './judge.ts';

type Where = { cityId: string; vocabulary: VocabularyService; now: Date; today: string };

/** What a recommendation was made of: the same as long as input, versions and parts are. */
const madeOf = ({ skillIds, parts }: Good, { version, vectorsVersion }: VocabularyService): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([hashOfSkills(skillIds).toString('hex'), version, vectorsVersion, parts]))
    .digest();

/** Those that are new, or made of something else than when they were logged last: a night that finds the same writes nothing to the log. */
const unlogged = async (tx: Tx, cityId: string, good: readonly (Good & { made: Buffer })[]) => {
  const { rows } = await sql<{ at: number }>`
    select (g.at - 1)::int as at
    from unnest(${good.map(({ customerId }) => customerId)}::uuid[], ${good.map(({ challengeId }) => challengeId)}::uuid[],
      ${good.map(({ made }) => made)}::bytea[]) with ordinality as g (customer_id, challenge_id, made, at)
    left join recommendation r on r.city_id = ${cityId} and r.customer_id = g.customer_id and r.challenge_id = g.challenge_id
    where r.made_of is distinct from g.made`.execute(tx);
  const fresh = new Set(rows.map(({ at }) => at));
  return good.filter((_, at) => fresh.has(at));
};

/**
 * Writes recommendations, `isNews` for those people are told of; one that was there keeps since when, and whether it was told. What is new in them is
 * logged, seen by nobody yet.
 */
export const writeRecommendations = async (
  tx: Tx,
  { cityId, vocabulary, now, today, isNews }: Where & { isNews: boolean },
  found: readonly Good[],
): Promise<void> => {
  if (found.length === 0) return;
  const good = found.map((one) => ({ ...one, made: madeOf(one, vocabulary) }));
  const fresh = await unlogged(tx, cityId, good);
  await logMatchesOnce({ tx, cityId, now, vocabulary }, { today, matches: fresh, seenBy: [] });
  await sql`
    insert into recommendation (city_id, customer_id, challenge_id, score, vocabulary_version, first_at, made_at, is_news, made_of)
    select ${cityId}, g.customer_id, g.challenge_id, g.score, ${vocabulary.version}, ${now}, ${now}, ${isNews}, g.made
    from unnest(${good.map(({ customerId }) => customerId)}::uuid[], ${good.map(({ challengeId }) => challengeId)}::uuid[],
      ${good.map(({ score }) => score)}::real[], ${good.map(({ made }) => made)}::bytea[]) as g (customer_id, challenge_id, score, made)
    on conflict (city_id, customer_id, challenge_id)
      do update set score = excluded.score, vocabulary_version = excluded.vocabulary_version, made_at = excluded.made_at,
        is_news = recommendation.is_news or excluded.is_news, made_of = excluded.made_of`.execute(tx);
};
