import { sql } from 'kysely';
import { type Carrying, carry, type Going } from './carry.ts';
import { confirmedNumber, isSilent } from './ways.ts';

/** How many notices go in one transaction. */
const batch = 500;

/**
 * Sends what has waited for the end of quiet hours or for the day's digest, to where its reader is reached now. Two that run at once take different ones.
 * Returns how many were taken.
 */
export const sendDueNotices = async (outside: Carrying): Promise<number> => {
  const { tx, cityId, now } = outside;
  const { rows } = await sql<Going>`
    with due as (
      select id from notice
      where city_id = ${cityId} and carrier_id is null and sent_at is null and failed_at is null and channel in ('mail', 'sms') and due_at <= ${now}
      order by due_at limit ${batch} for update skip locked)
    select n.id, n.event_id, n.person_id, n.kind, n.about, n.channel, n.in_digest, n.language, n.subject, n.body, n.path, n.due_at, p.name,
      case when n.channel = 'sms' then ${confirmedNumber} when not ${isSilent} then p.email end as "to"
    from due
    join notice n on n.city_id = ${cityId} and n.id = due.id
    join city_person p on p.city_id = n.city_id and p.person_id = n.person_id
    order by n.made_at, n.id`.execute(tx);
  await carry(outside, rows);
  return rows.length;
};

/** Says of everything a mail or text message carried how that went. */
export const sayCarried = async (
  { tx, cityId, now }: Pick<Carrying, 'tx' | 'cityId' | 'now'>,
  { carrierId, isSent }: { carrierId: string; isSent: boolean },
): Promise<void> => {
  await tx
    .updateTable('notice')
    .set(isSent ? { sentAt: now } : { failedAt: now })
    .where('cityId', '=', cityId)
    .where('carrierId', '=', carrierId)
    .execute();
};
