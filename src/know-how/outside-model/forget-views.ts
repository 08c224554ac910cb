import { sql } from 'kysely';
import { dayIn } from '../../kernel/clock.ts';
import { hasConsent } from '../../kernel/consent.ts';
import type { Tx } from '../../kernel/database.ts';
import type { EventHandlers } from '../../kernel/notices.ts';
import { outsideShare } from './rules.ts';

type Whose = { tx: Tx; cityId: string; customerId: string };

/** Takes the model's part out of the log: the recogniser's parts are again the whole of the score. */
const forgetInLog = async ({ tx, cityId, customerId }: Whose): Promise<void> => {
  const own = sql.lit(1 - outsideShare);
  await sql`
    update suggestion_log l set score = ((l.score - (l.parts->>'outsideModel')::numeric) / ${own})::real,
      parts = (select coalesce(jsonb_object_agg(part.key, part.value::numeric / ${own}), '{}')
        from jsonb_each_text(l.parts) as part where part.key <> 'outsideModel')
    where l.city_id = ${cityId} and l.customer_id = ${customerId} and l.kind = 'skill' and l.parts ? 'outsideModel'`.execute(
    tx,
  );
};

const forgetViews = async (whose: Whose): Promise<void> => {
  const { tx, cityId, customerId } = whose;
  await tx
    .updateTable('knowHow')
    .set({ outsideScore: null })
    .where('cityId', '=', cityId)
    .where('customerId', '=', customerId)
    .where('outsideScore', 'is not', null)
    .execute();
  await tx.deleteFrom('outsideAsking').where('cityId', '=', cityId).where('customerId', '=', customerId).execute();
  await forgetInLog(whose);
};

/** Who no longer agrees to have an outside model asked keeps nothing of what it said. Readers ask for the consent too, so that it is out of sight at once. */
export const outsideModelEvents: EventHandlers = {
  consentChanged: async ({ tx, cityId, now }, { customerId = '' }) => {
    if (await hasConsent({ tx, cityId, today: dayIn('UTC', now) }, customerId, 'outsideModel')) return;
    await forgetViews({ tx, cityId, customerId });
  },
};

/** A consent may have ended so long ago that nobody looked at it meanwhile. */
const daysBack = 31;

/** The same for consents whose last day (YYYY-MM-DD, as `today`) is over. Returns how many customers it was done for. */
export const forgetOutsideViews = async (
  tx: Tx,
  { cityId, today }: { cityId: string; today: string },
): Promise<number> => {
  const { rows } = await sql<{ customerId: string }>`
    select distinct customer_id from consent
    where city_id = ${cityId} and what = 'outsideModel' and withdrawn_at is null
      and until_on < ${today}::date and until_on >= ${today}::date - ${daysBack}::int`.execute(tx);
  let forgotten = 0;
  for (const { customerId } of rows) {
    // Given anew meanwhile: what is said now is said with their consent.
    if (await hasConsent({ tx, cityId, today }, customerId, 'outsideModel')) continue;
    await forgetViews({ tx, cityId, customerId });
    forgotten += 1;
  }
  return forgotten;
};
