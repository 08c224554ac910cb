import { sql } from 'kysely';

/** SQL: the name a customer chose on their card, for a query with their answer as `a`; null when they have taken their yes back. */
export const nameOnCard = sql<string | null>`case when a.answer = 'yes' then a.card->>'name' end`;
