import { sql } from 'kysely';
import { z } from 'zod';
import { isId } from '../kernel/ids.ts';
import type { Work } from '../kernel/work.ts';
import type { ThreadStanding } from './standing.ts';
import type { Side } from './tables.ts';
import { loadThread, otherSide, sideOf, type ThreadRecord } from './thread-access.ts';

const messagesOnPage = 50;

export const readThreadInput = z.object({
  threadId: z.string(),
  /** Shows the messages before this one. */
  before: z.string().nullable().default(null),
});

export type MessageView = {
  id: string;
  at: Date;
  text: string;
  side: Side;
  isMine: boolean;
  /** The business's writer by name, the customer by the name on their card; empty when the yes has been taken back. */
  author: string;
};

export type ThreadView = {
  id: string;
  challengeTitle: string;
  with: string;
  mySide: Side;
  standing: ThreadStanding;
  unread: number;
  /** The newest message there is: "read up to here". */
  newestId: string | null;
  /** Oldest first, the latest 50 or those before `before`. */
  messages: MessageView[];
  /** The id to ask the messages before, when there are older ones. */
  earlier: string | null;
};

type Row = Omit<MessageView, 'isMine' | 'author'> & { authorId: string; name: string };

const findMessages = async ({ tx, cityId }: Work, threadId: string, before: string | null): Promise<Row[]> => {
  const older = isId(before)
    ? sql`and (m.at, m.id) < (select o.at, o.id from message o where o.city_id = m.city_id and o.thread_id = m.thread_id and o.id = ${before})`
    : sql``;
  const { rows } = await sql<Row>`
    select m.id, m.at, m.text, m.side, m.author_id, p.name
    from message m join city_person p on p.city_id = m.city_id and p.person_id = m.author_id
    where m.city_id = ${cityId} and m.thread_id = ${threadId} ${older}
    order by m.at desc, m.id desc limit ${messagesOnPage + 1}`.execute(tx);
  return rows;
};

const findState = async ({ tx, cityId }: Work, threadId: string, side: Side) => {
  const { rows } = await sql<{ unread: number; newestId: string | null }>`
    select
      (select count(*) from message where city_id = ${cityId} and thread_id = ${threadId} and side = ${otherSide(side)}
        and read_at is null) as unread,
      (select id from message where city_id = ${cityId} and thread_id = ${threadId} order by at desc, id desc limit 1) as newest_id`.execute(
    tx,
  );
  return rows[0] ?? { unread: 0, newestId: null };
};

const nameOf = (row: Row, thread: ThreadRecord): string =>
  row.side === 'customer' ? (thread.customerName ?? '') : row.name;

/** One thread with its messages. Reading changes nothing: what is read is said by marking it or by answering. */
export const readThread = async (
  work: Work,
  { threadId, before }: z.infer<typeof readThreadInput>,
): Promise<ThreadView> => {
  const thread = await loadThread(work, threadId, { action: 'read', why: 'thread' });
  const mySide = sideOf(work.actor);
  const rows = await findMessages(work, thread.id, before);
  const state = await findState(work, thread.id, mySide);
  const shown = rows.slice(0, messagesOnPage).reverse();
  return {
    id: thread.id,
    challengeTitle: thread.challengeTitle,
    with: mySide === 'customer' ? thread.businessName : (thread.customerName ?? ''),
    mySide,
    standing: thread.standing,
    newestId: state.newestId,
    // Nothing waits in a closed thread.
    unread: thread.standing === 'withdrawn' ? 0 : state.unread,
    messages: shown.map((row) => ({
      id: row.id,
      at: row.at,
      text: row.text,
      side: row.side,
      isMine: row.authorId === work.actor.personId && row.side === mySide,
      author: nameOf(row, thread),
    })),
    earlier: rows.length > messagesOnPage ? (shown[0]?.id ?? null) : null,
  };
};
