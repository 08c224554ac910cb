import { sql } from 'kysely';

/**
 * Where a thread stands: 'open'; 'withdrawn', when the customer has taken their yes back and nobody writes any more; or how the challenge
 * it is about stands, when customers no longer see that: both can still write. One with a professional is always 'open'. That a side has closed it is told apart.
 */
export const threadStandings = ['open', 'paused', 'ended', 'closed', 'withdrawn'] as const;
export type ThreadStanding = (typeof threadStandings)[number];

/** SQL: the standing on a day, for a query with the thread as `t`, its challenge as `c` and the customer's answer, if any, as `a`. */
export const threadStanding = (today: string) => sql<ThreadStanding>`case
  when t.role is not null then 'open'
  when a.answer is distinct from 'yes' then 'withdrawn'
  when c.deleted_at is not null or c.state in ('closed', 'draft') then 'closed'
  when c.state = 'paused' then 'paused'
  when c.until_on < ${today}::date then 'ended'
  else 'open' end`;
