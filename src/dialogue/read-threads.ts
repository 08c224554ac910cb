import { sql } from 'kysely';
import { z } from 'zod';
import { access } from '../kernel/access/access.ts';
import type { Relation } from '../kernel/access/policy.ts';
import type { ProfessionalKind } from '../kernel/actor.ts';
import { hidesWhole } from '../kernel/protection.ts';
import { line } from '../kernel/words.ts';
import type { Work } from '../kernel/work.ts';
import { queryOf } from './search-words.ts';
import type { ThreadStanding } from './standing.ts';
import type { Side } from './tables.ts';
import { sideOf } from './thread-access.ts';
import {
  countUnread,
  isShownTo,
  nameOfOther,
  ownThreads,
  type ThreadFacts,
  threadColumns,
  threadTables,
} from './thread-columns.ts';

export const threadsOnPage = 25;

export const readThreadsInput = z.object({
  page: z.coerce.number().int().min(1).max(1000).default(1),
  /** Words to look for in subjects and messages; none for all threads. */
  q: line(100, { least: 0 }).optional(),
});

export type ThreadLine = {
  id: string;
  /** Its subject, or the title of the challenge a business and a customer write about. */
  subject: string;
  challengeTitle: string | null;
  /** The other side: the business's or professional's name, or the customer's; empty when nobody is there or the yes has been taken back. */
  with: string;
  role: ProfessionalKind | null;
  standing: ThreadStanding;
  isClosed: boolean;
  latestAt: Date;
  /** The beginning of the latest message, or of the latest that was looked for; null before the first. */
  latest: { text: string; isOurs: boolean } | null;
  /** Messages of the other side the actor has not marked as read; none once the yes has been taken back. */
  unread: number;
  /** The actor has something half written there. */
  hasDraft: boolean;
};

type Row = ThreadFacts &
  Pick<ThreadLine, 'latestAt' | 'unread' | 'hasDraft'> & { text: string | null; side: Side | null };

const findThreads = async (
  work: Work,
  { side, page, query, subject }: { side: Side; page: number; query: string | null; subject: string },
): Promise<Row[]> => {
  const isFound = query === null ? sql`true` : sql`message_words(m.city_id, m.text) @@ ${query}::tsquery`;
  const isOne =
    query === null
      ? sql`true`
      : sql`(latest.text is not null or ${isShownTo(side)} and strpos(lower(t.subject), lower(${subject})) > 0)`;
  const { rows } = await sql<Row>`
    select ${threadColumns(work)}, t.latest_at, latest.text, latest.side,
      case when ${threadIsShut} then 0 else ${countUnread(work, side)} end as unread,
      exists (select from message_draft d where d.city_id = t.city_id and d.thread_id = t.id and d.writer_id = ${work.actor.personId}) as has_draft
    from ${threadTables}
    left join lateral (
      select left(m.text, 140) as text, m.side from message m
      where m.city_id = t.city_id and m.thread_id = t.id and ${isShownTo(side)} and ${isFound}
      order by m.at desc, m.id desc limit 1) latest on true
    where t.city_id = ${work.cityId} and ${ownThreads(work, side)} and ${isOne}
      and not ${hidesWhole(work, sql.ref('t.customer_id'))}
    order by t.latest_at desc, t.id desc
    limit ${threadsOnPage + 1} offset ${(page - 1) * threadsOnPage}`.execute(work.tx);
  return rows;
};

/** SQL: the yes it was opened by has been taken back. */
const threadIsShut = sql`t.role is null and a.answer is distinct from 'yes'`;

const relationOf: Record<Side, Relation> = { customer: 'own', business: 'business', professional: 'caseload' };

/**
 * The actor's threads, the latest first, a page at a time; with words, those in which they stand. What is shown of each customer to a business or
 * professional is in the use log; of one whose yes has been taken back a business is shown nothing but that.
 */
export const readThreads = async (
  work: Work,
  { page, q = '' }: z.infer<typeof readThreadsInput>,
): Promise<{ threads: ThreadLine[]; page: number; hasMore: boolean }> => {
  const side = sideOf(work.actor);
  const query = queryOf(work.cityId, q);
  const rows = await findThreads(work, { side, page, query, subject: q });
  const shown = rows.slice(0, threadsOnPage);
  const isOfSomebody = ({ standing }: Row) => side !== 'business' || standing !== 'withdrawn';
  for (const customerId of new Set(shown.filter(isOfSomebody).map((row) => row.customerId)))
    access.authorise(work, {
      section: 'messages',
      action: side === 'customer' ? 'read' : 'list',
      why: 'list of threads',
      relations: [relationOf[side]],
      customerId,
    });
  const threads = shown.map(({ text, side: by, ...row }) => ({
    id: row.id,
    subject: row.subject || (row.challengeTitle ?? ''),
    challengeTitle: row.challengeTitle,
    with: nameOfOther(row, side),
    role: row.role,
    standing: row.standing,
    isClosed: row.closedAt !== null,
    latestAt: row.latestAt,
    latest: text === null ? null : { text, isOurs: by === side },
    unread: row.unread,
    hasDraft: row.hasDraft,
  }));
  return { threads, page, hasMore: rows.length > threadsOnPage };
};
