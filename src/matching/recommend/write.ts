import { sql } from 'kysely';
import type { Tx } from '../../kernel/database.ts';
import type { Good } from './judge.ts';

/** Writes recommendations, `isNews` for those people are told of; one that was there keeps since when, and whether it was told. */
export const writeRecommendations = async (
  tx: Tx,
  { cityId, version, now, isNews }: { cityId: string; version: string; now: Date; isNews: boolean },
  good: readonly Good[],
): Promise<void> => {
  if (good.length === 0) return;
  await sql`
    insert into recommendation (city_id, customer_id, challenge_id, score, vocabulary_version, first_at, made_at, is_news)
    select ${cityId}, g.customer_id, g.challenge_id, g.score, ${version}, ${now}, ${now}, ${isNews}
    from unnest(${good.map(({ customerId }) => customerId)}::uuid[], ${good.map(({ challengeId }) => challengeId)}::uuid[],
      ${good.map(({ score }) => score)}::real[]) as g (customer_id, challenge_id, score)
    on conflict (city_id, customer_id, challenge_id)
      do update set score = excluded.score, vocabulary_version = excluded.vocabulary_version, made_at = excluded.made_at,
        is_news = recommendation.is_news or excluded.is_news`.execute(tx);
};
