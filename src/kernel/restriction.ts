import { sql } from 'kysely';
import type { Section } from './access/policy.ts';
import type { Tx } from './database.ts';
import { Problem } from './problem.ts';
import type { Use } from './work.ts';

/** SQL: true while the customer of `customerId` has restricted what is done with their data (GDPR, article 18). */
export const restricts = (cityId: string, customerId: ReturnType<typeof sql.ref>) => sql<boolean>`exists (
  select from restriction quiet where quiet.city_id = ${cityId} and quiet.customer_id = ${customerId} and quiet.ended_at is null)`;

/** Which of these customers have restricted it now. */
export const restrictedAmong = async (tx: Tx, cityId: string, customerIds: readonly string[]): Promise<string[]> => {
  if (customerIds.length === 0) return [];
  const rows = await tx
    .selectFrom('restriction')
    .select('customerId')
    .where('cityId', '=', cityId)
    .where('customerId', 'in', customerIds)
    .where('endedAt', 'is', null)
    .execute();
  return rows.map(({ customerId }) => customerId);
};

const writing: readonly Use['action'][] = ['write', 'delete', 'answer', 'propose'];
/**
 * What is written to them rather than about them, and what serves them (article 18(2)), goes on: a message, an answer to what they asked, their safety,
 * somebody to look after them.
 */
const stillWritten: readonly Section[] = [
  'messages',
  'personAsks',
  'corrections',
  'protection',
  'assignment',
  'handOver',
];

/** Refuses what somebody else would write about a customer who has restricted it: 423, whatever the use case. Asked before the transaction ends. */
export const refuseRestricted = async (
  tx: Tx,
  actor: { cityId: string; customerId?: string | null },
  uses: readonly Use[],
): Promise<void> => {
  const about = uses.flatMap(({ customerId, action, section, isAllowed }) =>
    isAllowed &&
    customerId !== null &&
    customerId !== actor.customerId &&
    writing.includes(action) &&
    !stillWritten.includes(section)
      ? [customerId]
      : [],
  );
  if ((await restrictedAmong(tx, actor.cityId, [...new Set(about)])).length > 0) throw new Problem('restricted');
};
