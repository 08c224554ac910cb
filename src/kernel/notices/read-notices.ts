import { sql } from 'kysely';
import { z } from 'zod';
import { access } from '../access/access.ts';
import { readTerms } from '../terms.ts';
import type { Work } from '../work.ts';
import { type NoticeChannel, type NoticeState, noticeState } from './rules.ts';
import { type ReachTrouble, reachTroubleOf } from './ways.ts';

export const noticesOnPage = 25;

export const noticesInput = z.object({
  /** The id of the last one read, for older ones. */
  before: z.uuid().optional(),
});

/** What somebody was told, without its text: of what kind, which way, and where it is now. */
export type NoticeLine = {
  id: string;
  kind: string;
  about: string;
  channel: NoticeChannel;
  state: NoticeState;
  madeAt: Date;
  /** When it is to go, where it waits. */
  dueAt: Date;
  /** When it went, was posted, or did not arrive; null while it waits. */
  atLast: Date | null;
};
export type OwnNotice = NoticeLine & { subject: string; path: string };

type Row = Omit<OwnNotice, 'state' | 'atLast'> & { inDigest: boolean; sentAt: Date | null; failedAt: Date | null };

const find = async ({ tx, cityId }: Work, personId: string, before: string | undefined): Promise<Row[]> => {
  const { rows } = await sql<Row>`
    select n.id, n.kind, n.about, n.channel, n.in_digest, n.subject, n.path, n.made_at, n.due_at, n.sent_at, n.failed_at
    from notice n
    where n.city_id = ${cityId} and n.person_id = ${personId}
      and (${before ?? null}::uuid is null or (n.made_at, n.id) < (select b.made_at, b.id from notice b where b.city_id = ${cityId} and b.id = ${before ?? null}::uuid))
    order by n.made_at desc, n.id desc limit ${noticesOnPage + 1}`.execute(tx);
  return rows;
};

const toLine = (row: Row): NoticeLine => {
  const { id, kind, about, channel, madeAt, dueAt, sentAt, failedAt } = row;
  return { id, kind, about, channel, state: noticeState(row), madeAt, dueAt, atLast: sentAt ?? failedAt };
};

const paged = <T>(all: readonly T[]): { notices: T[]; hasMore: boolean } => ({
  notices: all.slice(0, noticesOnPage),
  hasMore: all.length > noticesOnPage,
});

/** What the actor has been told, newest first, 25 at a time: by which way, and whether it arrived. */
export const readOwnNotices = async (work: Work, { before }: z.output<typeof noticesInput>) => {
  const { personId, customerId } = work.actor;
  const asked = { section: 'notices', action: 'read', why: 'what I was sent' } as const;
  access.authorise(work, { ...asked, relations: ['own'], customerId });
  const rows = await find(work, personId, before);
  return paged(rows.map((row): OwnNotice => ({ ...toLine(row), subject: row.subject, path: row.path })));
};

export type CustomerNotices = {
  customer: { id: string; name: string };
  trouble: ReachTrouble | null;
  notices: NoticeLine[];
  hasMore: boolean;
};

/** Why a person is not reached; null where they are. */
export const troubleOf = async ({ tx, cityId, today }: Work, personId: string): Promise<ReachTrouble | null> => {
  const { noticeFailuresMost } = await readTerms(tx, { cityId, names: ['noticeFailuresMost'], today });
  const { rows } = await sql<{ trouble: ReachTrouble | null }>`
    select ${reachTroubleOf(noticeFailuresMost)} as trouble from city_person p
    where p.city_id = ${cityId} and p.person_id = ${personId}`.execute(tx);
  return rows[0]?.trouble ?? null;
};

/** The same by the customer's id, for a use case that has just been let to them. */
export const troubleOfCustomer = async (work: Work, customerId: string): Promise<ReachTrouble | null> => {
  const customer = await work.tx
    .selectFrom('customer')
    .select('personId')
    .where('cityId', '=', work.cityId)
    .where('id', '=', customerId)
    .executeTakeFirst();
  return customer ? troubleOf(work, customer.personId) : null;
};

/** What a customer was told, for who looks after them: what kind and whether it arrived; not what it said. Throws notFound for another's. */
export const readCustomerNotices = async (
  work: Work,
  { customerId, before }: z.output<typeof noticesInput> & { customerId: string },
): Promise<CustomerNotices> => {
  const asked = { section: 'notices', action: 'read', why: 'whether messages arrive' } as const;
  const { id, personId, name } = await access.customer(work, customerId, asked);
  const lines = (await find(work, personId, before)).map(toLine);
  return { customer: { id, name }, trouble: await troubleOf(work, personId), ...paged(lines) };
};
