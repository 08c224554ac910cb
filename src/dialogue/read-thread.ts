import { sql } from 'kysely';
import { z } from 'zod';
import type { ProfessionalKind } from '../kernel/actor.ts';
import type { FileFacts } from '../kernel/files/read-files.ts';
import { isId } from '../kernel/ids.ts';
import type { Work } from '../kernel/work.ts';
import { findDraft, type MessageDraft } from './drafts.ts';
import { type ReplyPromised, replyPromised } from './promise/replies-due.ts';
import type { ThreadStanding } from './standing.ts';
import type { Side } from './tables.ts';
import { loadThread, sideOf } from './thread-access.ts';
import { countUnread, nameOfOther, type ThreadFacts } from './thread-columns.ts';

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
  /** Who wrote it by name, a customer a business writes with by the name on their card; empty when the yes has been taken back. */
  author: string;
  files: Omit<FileFacts, 'givenAt'>[];
  /** Its writer wants to see when it has been read. */
  wantsReceipt: boolean;
  /** Of one that wants a receipt: when the other side said so. Null for all others. */
  readAt: Date | null;
};

/** Once closed by somebody, and opened again or not. Names as of messages. */
export type ClosingView = {
  closedAt: Date;
  closedBy: string;
  closedSide: Side;
  reopenedAt: Date | null;
  reopenedBy: string;
  reopenedSide: Side | null;
};

export type ThreadView = {
  id: string;
  /** What it is about, in words: its subject, or the title of the challenge a business and a customer write about. */
  subject: string;
  challengeTitle: string | null;
  /** The step it is about, where it is about one. */
  step: { id: string; title: string } | null;
  /** Empty where nobody is there, or a yes has been taken back. */
  with: string;
  /** As what the other side, or one's own, looks after the customer; null where a business writes. */
  role: ProfessionalKind | null;
  mySide: Side;
  standing: ThreadStanding;
  /** A side has closed it: nobody writes until it is opened again. */
  isClosed: boolean;
  closings: ClosingView[];
  unread: number;
  /** The newest message there is: "read up to here". */
  newestId: string | null;
  /** Oldest first, the latest 50 or those before `before`. */
  messages: MessageView[];
  /** The id to ask the messages before, when there are older ones. */
  earlier: string | null;
  /** What the actor is writing. */
  draft: MessageDraft | null;
};

type Row = Omit<MessageView, 'isMine' | 'author' | 'files'> & {
  authorId: string;
  name: string;
  files: MessageView['files'] | null;
};

const findMessages = async ({ tx, cityId }: Work, threadId: string, before: string | null): Promise<Row[]> => {
  const older = isId(before)
    ? sql`and (m.at, m.id) < (select o.at, o.id from message o where o.city_id = m.city_id and o.thread_id = m.thread_id and o.id = ${before})`
    : sql``;
  const { rows } = await sql<Row>`
    select m.id, m.at, m.text, m.side, m.author_id, p.name, m.wants_receipt, case when m.wants_receipt then m.read_at end as read_at,
      (select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'size', f.size) order by f.given_at, f.id)
        from message_file h join stored_file f on f.city_id = h.city_id and f.id = h.file_id
        where h.city_id = m.city_id and h.message_id = m.id) as files
    from message m join city_person p on p.city_id = m.city_id and p.person_id = m.author_id
    where m.city_id = ${cityId} and m.thread_id = ${threadId} ${older}
    order by m.at desc, m.id desc limit ${messagesOnPage + 1}`.execute(tx);
  return rows;
};

const findState = async (work: Work, threadId: string, side: Side) => {
  const { rows } = await sql<{ unread: number; newestId: string | null }>`
    select ${countUnread(work, side)} as unread,
      (select id from message m where m.city_id = t.city_id and m.thread_id = t.id order by at desc, id desc limit 1) as newest_id
    from thread t where t.city_id = ${work.cityId} and t.id = ${threadId}`.execute(work.tx);
  return rows[0] ?? { unread: 0, newestId: null };
};

const findClosings = async ({ tx, cityId }: Work, threadId: string): Promise<ClosingView[]> => {
  const { rows } = await sql<ClosingView>`
    select k.closed_at, k.closed_side, cp.name as closed_by, k.reopened_at, k.reopened_side, coalesce(rp.name, '') as reopened_by
    from thread_closing k
    join city_person cp on cp.city_id = k.city_id and cp.person_id = k.closed_by
    left join city_person rp on rp.city_id = k.city_id and rp.person_id = k.reopened_by
    where k.city_id = ${cityId} and k.thread_id = ${threadId} order by k.closed_at desc limit 10`.execute(tx);
  return rows.reverse();
};

/** A customer is called as the other side knows them, whatever they are registered as. */
const nameOf = (side: Side | null, name: string, thread: ThreadFacts): string =>
  side === 'customer' ? (thread.customerName ?? '') : name;

/** One thread with its messages. Reading changes nothing: what is read is said by marking it or by answering. */
export const readThread = async (
  work: Work,
  { threadId, before }: z.infer<typeof readThreadInput>,
): Promise<ThreadView> => {
  const thread = await loadThread(work, threadId, { action: 'read', why: 'thread' });
  const mySide = sideOf(work.actor);
  const rows = await findMessages(work, thread.id, before);
  const state = await findState(work, thread.id, mySide);
  const closings = await findClosings(work, thread.id);
  const shown = rows.slice(0, messagesOnPage).reverse();
  return {
    id: thread.id,
    subject: thread.subject || (thread.challengeTitle ?? ''),
    challengeTitle: thread.challengeTitle,
    step: thread.stepId && thread.stepTitle ? { id: thread.stepId, title: thread.stepTitle } : null,
    with: nameOfOther(thread, mySide),
    role: thread.role,
    mySide,
    standing: thread.standing,
    isClosed: thread.closedAt !== null,
    closings: closings.map((one) => ({
      ...one,
      closedBy: nameOf(one.closedSide, one.closedBy, thread),
      reopenedBy: nameOf(one.reopenedSide, one.reopenedBy, thread),
    })),
    newestId: state.newestId,
    // Nothing waits where a yes has been taken back.
    unread: thread.standing === 'withdrawn' ? 0 : state.unread,
    messages: shown.map(({ authorId, name, files, ...row }) => ({
      ...row,
      isMine: authorId === work.actor.personId && row.side === mySide,
      author: nameOf(row.side, name, thread),
      files: files ?? [],
    })),
    earlier: rows.length > messagesOnPage ? (shown[0]?.id ?? null) : null,
    draft: await findDraft(work, thread.id),
  };
};

/** A thread as its page shows it: below the newest words, when an adviser has promised to answer what waits. */
export const readThreadOnPage = async (
  work: Work,
  input: z.infer<typeof readThreadInput>,
): Promise<{ thread: ThreadView; promised: ReplyPromised | null; isLatest: boolean }> => {
  const thread = await readThread(work, input);
  const isLatest = input.before === null;
  const isPromised = isLatest && thread.role === 'adviser';
  const promised = isPromised ? await replyPromised(work, { about: 'message', thingId: thread.id }) : null;
  return { thread, promised, isLatest };
};
