import { sql } from 'kysely';
import type { GuestWork } from '../../kernel/work.ts';

/** A new letter to one address at most once in this time. */
const pauseHours = 12;

/**
 * Sends new links to an address they went to before, for what its holder can still answer or take back, in one city. Says nothing of whether
 * there was any: the answer is the same for an address nobody knows.
 */
export const sendLostLinks = async (work: GuestWork, { email }: { email: string }): Promise<void> => {
  const before = new Date(work.now.getTime() - pauseHours * 3_600_000);
  const found = await work.tx
    .updateTable('vouchRequest as r')
    .set({ letterAt: work.now })
    .where('r.cityId', '=', work.cityId)
    .where('r.letterEmail', '=', email.toLowerCase())
    .where('r.endedAt', 'is', null)
    .where('r.askedAt', 'is not', null)
    .where((when) => when.or([when('r.letterAt', 'is', null), when('r.letterAt', '<', before)]))
    .where(
      sql<boolean>`(r.answered_at is not null or r.open_until > ${work.now})
        and exists (select from customer c where c.city_id = r.city_id and c.id = r.customer_id and c.deleted_at is null)`,
    )
    .returning('r.id')
    .execute();
  for (const { id } of found) work.emit('vouchLinkLost', { requestId: id });
};
