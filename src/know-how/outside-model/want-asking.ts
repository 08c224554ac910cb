import { sql } from 'kysely';
import { hasConsent } from '../../kernel/consent.ts';
import type { Work } from '../../kernel/work.ts';

type Found = { customerId: string; storyId: string; suggestions: number };

const forget = (work: Work, storyId: string) =>
  work.tx.deleteFrom('outsideAsking').where('cityId', '=', work.cityId).where('storyId', '=', storyId).execute();

/**
 * After a story was told or changed, for callers who have authorised: where the operator has plugged an outside model in and the customer agrees,
 * it will be asked what it thinks of the suggestions. What was asked about an earlier text no longer stands.
 */
export const wantAsking = async (work: Work, { customerId, storyId, suggestions }: Found): Promise<void> => {
  const model = work.services.outsideModelName;
  const isWanted = model !== undefined && suggestions > 0 && (await hasConsent(work, customerId, 'outsideModel'));
  if (!isWanted) {
    await forget(work, storyId);
    return;
  }
  await sql`
    insert into outside_asking (city_id, story_id, customer_id, story_version, model, state, asked_at)
    select s.city_id, s.id, s.customer_id, s.version, ${model}, 'waiting', ${work.now}
    from story s where s.city_id = ${work.cityId} and s.id = ${storyId}
    on conflict (city_id, story_id) do update set story_version = excluded.story_version, model = excluded.model,
      state = 'waiting', fault = null, asked_at = excluded.asked_at, answered_at = null`.execute(work.tx);
  work.queue('outsideModel', { storyId });
};
