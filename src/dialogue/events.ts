import { sql } from 'kysely';
import type { EventHandlers, Handling } from '../kernel/notices.ts';
import { appointmentEvents } from './appointments/events.ts';
import type { Side } from './tables.ts';

type Written = { side: Side; threadId: string; challengeTitle: string; businessName: string; isOpen: boolean };

const findWritten = async ({ tx, cityId }: Handling, messageId: string): Promise<Written | undefined> => {
  const { rows } = await sql<Written>`
    select m.side, m.thread_id, c.title as challenge_title, b.name as business_name, coalesce(a.answer = 'yes', false) as is_open
    from message m
    join thread t on t.city_id = m.city_id and t.id = m.thread_id
    join challenge c on c.city_id = t.city_id and c.id = t.challenge_id
    join business b on b.city_id = t.city_id and b.id = t.business_id
    left join answer a on a.city_id = t.city_id and a.challenge_id = t.challenge_id and a.customer_id = t.customer_id
    where m.city_id = ${cityId} and m.id = ${messageId}`.execute(tx);
  return rows[0];
};

/** The people on a side of a thread today: the customer, or everyone who acts for the business. */
const findReaders = async ({ tx, cityId, now }: Handling, threadId: string, side: Side): Promise<string[]> => {
  const { rows } =
    side === 'customer'
      ? await sql<{ personId: string }>`
        select cu.person_id from thread t
        join customer cu on cu.city_id = t.city_id and cu.id = t.customer_id and cu.deleted_at is null
        where t.city_id = ${cityId} and t.id = ${threadId}`.execute(tx)
      : await sql<{ personId: string }>`
        select bc.person_id from thread t
        join business_contact bc on bc.city_id = t.city_id and bc.business_id = t.business_id
        where t.city_id = ${cityId} and t.id = ${threadId}
          and bc.from_on <= ${now}::date and (bc.to_on is null or bc.to_on > ${now}::date)`.execute(tx);
  return rows.map(({ personId }) => personId);
};

/** Tells the other side that there is something to read. What was written, and a customer's name, stay in Tuttu. */
const messageWritten = async (handling: Handling, { messageId = '' }: Record<string, string>): Promise<void> => {
  const written = await findWritten(handling, messageId);
  if (!written?.isOpen) return;
  const { side, threadId, challengeTitle, businessName } = written;
  const readers = await findReaders(handling, threadId, side === 'customer' ? 'business' : 'customer');
  for (const personId of readers)
    await handling.notify({
      personId,
      kind: side === 'customer' ? 'messageFromCustomer' : 'messageFromBusiness',
      values: { challenge: challengeTitle, business: businessName },
      path: `/threads/${threadId}`,
    });
};

export const dialogueEvents: EventHandlers = { ...appointmentEvents, messageWritten };
