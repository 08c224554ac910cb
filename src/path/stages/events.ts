import { sql } from 'kysely';
import type { EventHandlers, Handling } from '../../kernel/notices.ts';
import { answerOnPath } from './keep-facts.ts';

type Told = { personId: string; isCustomer: boolean };

/** Who hears what one side told of a customer's path: the other. */
const findOthers = async (
  { tx, cityId }: Handling,
  { customerId = '', by = '' }: Record<string, string>,
): Promise<Told[]> => {
  const { rows } = await sql<Told>`
    select c.person_id, true as is_customer from customer c
    where c.city_id = ${cityId} and c.id = ${customerId} and c.deleted_at is null and ${by} <> 'customer'
    union
    select l.adviser_id, false from caseload l
    join customer c on c.city_id = l.city_id and c.id = l.customer_id and c.deleted_at is null
    where l.city_id = ${cityId} and l.customer_id = ${customerId} and l.kind = 'adviser' and l.to_on is null and ${by} = 'customer'`.execute(
    tx,
  );
  return rows;
};

/** What was told, and of whom, stays in Tuttu. */
const stageTold = async (handling: Handling, data: Record<string, string>): Promise<void> => {
  for (const { personId, isCustomer } of await findOthers(handling, data))
    await handling.notify({
      personId,
      kind: isCustomer ? 'stageToCustomer' : 'stageToAdviser',
      values: {},
      path: `/stages/${data.pathFactId}`,
    });
};

export const stagesEvents: EventHandlers = { stageTold, yesWithdrawn: answerOnPath };
