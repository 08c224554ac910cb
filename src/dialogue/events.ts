import { sql } from 'kysely';
import type { ProfessionalKind } from '../kernel/actor.ts';
import type { EventHandlers, Handling, Notice } from '../kernel/notices.ts';
import { appointmentEvents } from './appointments/events.ts';
import { documentEvents } from './documents/events.ts';
import type { Side } from './tables.ts';

type Written = {
  side: Side;
  threadId: string;
  role: ProfessionalKind | null;
  challengeTitle: string | null;
  businessName: string | null;
  authorName: string;
  isOpen: boolean;
};

const findWritten = async ({ tx, cityId }: Handling, messageId: string): Promise<Written | undefined> => {
  const { rows } = await sql<Written>`
    select m.side, m.thread_id, t.role, c.title as challenge_title, b.name as business_name, p.name as author_name,
      t.role is not null or coalesce(a.answer = 'yes', false) as is_open
    from message m
    join thread t on t.city_id = m.city_id and t.id = m.thread_id
    join city_person p on p.city_id = m.city_id and p.person_id = m.author_id
    left join challenge c on c.city_id = t.city_id and c.id = t.challenge_id
    left join business b on b.city_id = t.city_id and b.id = t.business_id
    left join answer a on a.city_id = t.city_id and a.challenge_id = t.challenge_id and a.customer_id = t.customer_id
    where m.city_id = ${cityId} and m.id = ${messageId}`.execute(tx);
  return rows[0];
};

const customerOf = (cityId: string, threadId: string) => sql<{ personId: string }>`
  select cu.person_id from thread t
  join customer cu on cu.city_id = t.city_id and cu.id = t.customer_id and cu.deleted_at is null
  where t.city_id = ${cityId} and t.id = ${threadId}`;

/** Everyone who acts for the business, or looks after the customer in the thread's role or stands in, today. */
const othersOf = ({ cityId, now }: Handling, threadId: string) => sql<{ personId: string }>`
  select bc.person_id from thread t
  join business_contact bc on bc.city_id = t.city_id and bc.business_id = t.business_id
  where t.city_id = ${cityId} and t.id = ${threadId}
    and bc.from_on <= ${now}::date and (bc.to_on is null or bc.to_on > ${now}::date)
  union
  select l.adviser_id from thread t
  join caseload l on l.city_id = t.city_id and l.customer_id = t.customer_id and l.kind = t.role and l.to_on is null
  where t.city_id = ${cityId} and t.id = ${threadId}
  union
  select l.stand_in_id from thread t
  join caseload l on l.city_id = t.city_id and l.customer_id = t.customer_id and l.kind = t.role and l.to_on is null
  where t.city_id = ${cityId} and t.id = ${threadId} and ${now}::date between l.stand_in_from and l.stand_in_until`;

/** The people on a side of a thread today. */
const findReaders = async (handling: Handling, threadId: string, isCustomer: boolean): Promise<string[]> => {
  const query = isCustomer ? customerOf(handling.cityId, threadId) : othersOf(handling, threadId);
  const { rows } = await query.execute(handling.tx);
  return rows.map(({ personId }) => personId);
};

const noticeOf = ({
  side,
  role,
  challengeTitle,
  businessName,
  authorName,
}: Written): Pick<Notice, 'kind' | 'values'> => {
  if (side === 'professional') return { kind: 'messageFromProfessional', values: { with: authorName } };
  if (role !== null) return { kind: 'messageFromYourCustomer', values: {} };
  return {
    kind: side === 'customer' ? 'messageFromCustomer' : 'messageFromBusiness',
    values: { challenge: challengeTitle ?? '', business: businessName ?? '' },
  };
};

/** Tells the other side that there is something to read. What was written, and a customer's name, stay in Tuttu. */
const messageWritten = async (handling: Handling, { messageId = '' }: Record<string, string>): Promise<void> => {
  const written = await findWritten(handling, messageId);
  if (!written?.isOpen) return;
  const { side, threadId } = written;
  for (const personId of await findReaders(handling, threadId, side !== 'customer'))
    await handling.notify({ personId, ...noticeOf(written), path: `/threads/${threadId}` });
};

export const dialogueEvents: EventHandlers = { ...appointmentEvents, ...documentEvents, messageWritten };
