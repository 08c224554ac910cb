import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { access } from '../kernel/access/access.ts';
import type { Work } from '../kernel/work.ts';
import { nameOnCard } from './name-on-card.ts';
import { type ThreadStanding, threadStanding } from './standing.ts';
import type { Side } from './tables.ts';
import { otherSide, sideOf } from './thread-access.ts';

export const threadsOnPage = 25;

export const readThreadsInput = z.object({ page: z.coerce.number().int().min(1).max(1000).default(1) });

export type ThreadLine = {
  id: string;
  challengeTitle: string;
  /** The other side: the business's name, or the name on the customer's card; empty when the yes has been taken back. */
  with: string;
  standing: ThreadStanding;
  latestAt: Date;
  /** The beginning of the latest message; null before the first. */
  latest: { text: string; isOurs: boolean } | null;
  /** Messages of the other side nobody on ours has marked as read; none once the yes has been taken back. */
  unread: number;
};

type Row = Omit<ThreadLine, 'latest'> & { customerId: string; text: string | null; side: Side | null };

const ownThreads = ({ actor }: Work, side: Side): RawBuilder<unknown> =>
  side === 'customer' ? sql`t.customer_id = ${actor.customerId}` : sql`t.business_id = ${actor.businessId}`;

/** SQL: what a business is no longer shown of a thread once the yes has been taken back. */
const isShown = (side: Side): RawBuilder<unknown> => (side === 'customer' ? sql`true` : sql`a.answer = 'yes'`);

const nameOfOther = (work: Work, side: Side): RawBuilder<unknown> =>
  side === 'customer' ? sql`b.name` : sql`coalesce(${nameOnCard(work)}, '')`;

const findThreads = async (work: Work, side: Side, page: number): Promise<Row[]> => {
  const { rows } = await sql<Row>`
    select t.id, t.customer_id, t.latest_at, c.title as challenge_title, ${nameOfOther(work, side)} as "with",
      ${threadStanding(work.today)} as standing, latest.text, latest.side,
      (select count(*) from message u where u.city_id = t.city_id and u.thread_id = t.id
        and u.side = ${otherSide(side)} and u.read_at is null and a.answer = 'yes') as unread
    from thread t
    join customer cu on cu.city_id = t.city_id and cu.id = t.customer_id and cu.deleted_at is null
    join challenge c on c.city_id = t.city_id and c.id = t.challenge_id
    join business b on b.city_id = t.city_id and b.id = t.business_id
    left join answer a on a.city_id = t.city_id and a.challenge_id = t.challenge_id and a.customer_id = t.customer_id
    left join lateral (
      select left(m.text, 140) as text, m.side from message m
      where m.city_id = t.city_id and m.thread_id = t.id and ${isShown(side)} order by m.at desc, m.id desc limit 1) latest on true
    where t.city_id = ${work.cityId} and ${ownThreads(work, side)}
    order by t.latest_at desc, t.id desc
    limit ${threadsOnPage + 1} offset ${(page - 1) * threadsOnPage}`.execute(work.tx);
  return rows;
};

/**
 * The actor's threads, the latest first, a page at a time. What a business is shown of each customer is in the use log; of one whose yes
 * has been taken back it is shown nothing but that.
 */
export const readThreads = async (
  work: Work,
  { page }: z.infer<typeof readThreadsInput>,
): Promise<{ threads: ThreadLine[]; page: number; hasMore: boolean }> => {
  const side = sideOf(work.actor);
  const rows = await findThreads(work, side, page);
  const shown = rows.slice(0, threadsOnPage);
  const isOfSomebody = ({ standing }: Row) => side === 'customer' || standing !== 'withdrawn';
  for (const { customerId } of shown.filter(isOfSomebody))
    access.authorise(work, {
      section: 'messages',
      action: side === 'customer' ? 'read' : 'list',
      why: 'list of threads',
      relations: [side === 'customer' ? 'own' : 'business'],
      customerId,
    });
  const threads = shown.map(({ id, challengeTitle, with: other, standing, latestAt, text, side: by, unread }) => ({
    id,
    challengeTitle,
    with: other,
    standing,
    latestAt,
    latest: text === null ? null : { text, isOurs: by === side },
    unread,
  }));
  return { threads, page, hasMore: rows.length > threadsOnPage };
};
