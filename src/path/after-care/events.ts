import { sql } from 'kysely';
import type { EventHandlers, Handling } from '../../kernel/notices.ts';

type Data = Record<string, string>;

/** Whom a question waits for still. */
const findAsked = async ({ tx, cityId }: Handling, afterCareId: string): Promise<string | undefined> => {
  const { rows } = await sql<{ personId: string }>`
    select c.person_id from after_care a
    join customer c on c.city_id = a.city_id and c.id = a.customer_id and c.deleted_at is null
    where a.city_id = ${cityId} and a.id = ${afterCareId} and a.answer is null`.execute(tx);
  return rows[0]?.personId;
};

const afterCareAsked = async (handling: Handling, { afterCareId = '' }: Data): Promise<void> => {
  const personId = await findAsked(handling, afterCareId);
  if (personId)
    await handling.notify({ personId, kind: 'afterCareAsked', values: {}, path: `/after-care/${afterCareId}` });
};

/** Advisers of a customer who said something an adviser has to hear of: that all is well without a word is read on the customer's page. */
const findReaders = async ({ tx, cityId }: Handling, afterCareId: string): Promise<string[]> => {
  const { rows } = await sql<{ personId: string }>`
    select l.adviser_id as person_id from after_care a
    join customer c on c.city_id = a.city_id and c.id = a.customer_id and c.deleted_at is null
    join caseload l on l.city_id = a.city_id and l.customer_id = a.customer_id and l.kind = 'adviser' and l.to_on is null
    where a.city_id = ${cityId} and a.id = ${afterCareId} and (a.answer in ('mixed', 'help') or a.words <> '')`.execute(
    tx,
  );
  return rows.map(({ personId }) => personId);
};

/** What was said, and by whom, stays in Tuttu. */
const afterCareAnswered = async (handling: Handling, { afterCareId = '', byId }: Data): Promise<void> => {
  const readers = await findReaders(handling, afterCareId);
  for (const personId of readers.filter((reader) => reader !== byId))
    await handling.notify({ personId, kind: 'afterCareAnswered', values: {}, path: `/after-care/${afterCareId}` });
};

export const afterCareEvents: EventHandlers = { afterCareAsked, afterCareAnswered };
