import { sql } from 'kysely';
import type { EventHandlers, Handling } from '../notices.ts';

type Data = Record<string, string>;
type Told = { id: string; customer: string; officialId: string; adviserId: string | null };

const find = async ({ tx, cityId }: Handling, actedForId: string): Promise<Told | undefined> => {
  const { rows } = await sql<Told>`
    select a.id, c.person_id as customer, a.official_id,
      (select l.adviser_id from caseload l where l.city_id = a.city_id and l.customer_id = a.customer_id and l.kind = 'adviser' and l.to_on is null
        order by l.from_on desc limit 1) as adviser_id
    from acted_for a
    join customer c on c.city_id = a.city_id and c.id = a.customer_id and c.deleted_at is null
    where a.city_id = ${cityId} and a.id = ${actedForId}`.execute(tx);
  return rows[0];
};

/** What was done, and for whom, stays in Tuttu. */
const tellCustomer =
  (kind: 'actedForYou' | 'actedAnswered') =>
  async (handling: Handling, { actedForId = '' }: Data): Promise<void> => {
    const told = await find(handling, actedForId);
    if (told) await handling.notify({ personId: told.customer, kind, values: {}, path: `/acted-for/${told.id}` });
  };

/** Told to the customer's adviser of today, who answers it. */
const actedDisputed = async (handling: Handling, { actedForId = '' }: Data): Promise<void> => {
  const told = await find(handling, actedForId);
  const personId = told?.adviserId;
  if (!told || !personId) return;
  await handling.notify({ personId, kind: 'actedDisputed', values: {}, path: `/acted-for/${told.id}` });
};

export const actingEvents: EventHandlers = {
  actedFor: tellCustomer('actedForYou'),
  actedDisputed,
  actedAnswered: tellCustomer('actedAnswered'),
};
