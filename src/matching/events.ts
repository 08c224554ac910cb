import { sql } from 'kysely';
import type { EventHandlers, Handling } from '../kernel/notices.ts';
import { askPersonEvents } from './ask-person/events.ts';
import type { Answer } from './tables.ts';

type Answered = {
  answer: Answer;
  title: string;
  businessName: string;
  customerPersonId: string;
  wantsNotices: boolean;
  contactIds: string[];
};

/** The answer as it stands now, with everyone who may hear of it: the customer, and who acts for the business today. */
const findAnswered = async ({ tx, cityId, now }: Handling, answerId: string): Promise<Answered | undefined> => {
  const { rows } = await sql<Answered>`
    select a.answer, c.title, b.name as business_name, cu.person_id as customer_person_id, cu.wants_notices,
      array(select bc.person_id from business_contact bc
        where bc.city_id = c.city_id and bc.business_id = c.business_id
          and bc.from_on <= ${now}::date and (bc.to_on is null or bc.to_on > ${now}::date)) as contact_ids
    from answer a
    join challenge c on c.city_id = a.city_id and c.id = a.challenge_id
    join business b on b.city_id = c.city_id and b.id = c.business_id
    join customer cu on cu.city_id = a.city_id and cu.id = a.customer_id and cu.deleted_at is null
    where a.city_id = ${cityId} and a.id = ${answerId}`.execute(tx);
  return rows[0];
};

/** Both sides hear of a yes that still stands. Who said it stays in Tuttu. */
const answeredYes = async (
  handling: Handling,
  { answerId = '', challengeId = '' }: Record<string, string>,
): Promise<void> => {
  const answered = await findAnswered(handling, answerId);
  if (answered?.answer !== 'yes') return;
  const { title, businessName, customerPersonId, wantsNotices, contactIds } = answered;
  const values = { challenge: title, business: businessName };
  for (const personId of contactIds)
    await handling.notify({ personId, kind: 'yesToBusiness', values, path: `/challenges/${challengeId}` });
  if (wantsNotices)
    await handling.notify({
      personId: customerPersonId,
      kind: 'yesToCustomer',
      values,
      path: `/matches/${challengeId}`,
    });
};

/** The business hears that somebody has changed their mind, so that nobody waits for them. */
const yesWithdrawn = async (
  handling: Handling,
  { answerId = '', challengeId = '' }: Record<string, string>,
): Promise<void> => {
  const answered = await findAnswered(handling, answerId);
  if (!answered || answered.answer === 'yes') return;
  const { title, businessName, contactIds } = answered;
  const values = { challenge: title, business: businessName };
  for (const personId of contactIds)
    await handling.notify({ personId, kind: 'yesWithdrawn', values, path: `/challenges/${challengeId}` });
};

export const matchingEvents: EventHandlers = { ...askPersonEvents, answeredYes, yesWithdrawn };
