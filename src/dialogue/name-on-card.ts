import { sql } from 'kysely';
import { isProtected, nameless } from '../kernel/protection.ts';

/**
 * SQL: the name a customer chose on their card, for a query with their answer as `a`; null when they have taken their yes back. Nobody outside learns
 * the name of who is protected.
 */
export const nameOnCard = (place: { cityId: string; today: string }) =>
  sql<string | null>`case when a.answer = 'yes' then
    case when ${isProtected(place, sql.ref('a.customer_id'))} then ${nameless} else a.card->>'name' end end`;
