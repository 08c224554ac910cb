import { adviserOf } from '../../kernel/advisers.ts';
import type { Work } from '../../kernel/work.ts';
import type { Sent } from './owes-reply.ts';
import type { RepliedAbout } from './tables.ts';

/** By when things are to be answered, YYYY-MM-DD by the thing's id; what nobody promised is left out. The caller has found the things as the actor's to see. */
export const repliesDue = async (
  { tx, cityId }: Work,
  about: RepliedAbout,
  thingIds: readonly string[],
): Promise<Map<string, string>> => {
  if (thingIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('replyDue')
    .select(['thingId', 'dueOn'])
    .where('cityId', '=', cityId)
    .where('about', '=', about)
    .where('thingId', 'in', [...thingIds])
    .where('repliedOn', 'is', null)
    .where('letGoOn', 'is', null)
    .execute();
  return new Map(rows.map(({ thingId, dueOn }) => [thingId, dueOn]));
};

/** Who answers one thing by which day, YYYY-MM-DD. */
export type ReplyPromised = { name: string; on: string; isLate: boolean };

/** The promise for one thing that the caller has authorised; null where nothing is owed, or nobody advises its customer. */
export const replyPromised = async (work: Work, { about, thingId }: Sent): Promise<ReplyPromised | null> => {
  const owed = await work.tx
    .selectFrom('replyDue')
    .select(['customerId', 'dueOn'])
    .where('cityId', '=', work.cityId)
    .where('about', '=', about)
    .where('thingId', '=', thingId)
    .where('repliedOn', 'is', null)
    .where('letGoOn', 'is', null)
    .executeTakeFirst();
  const adviser = owed && (await adviserOf(work, owed.customerId));
  return owed && adviser ? { name: adviser.name, on: owed.dueOn, isLate: owed.dueOn < work.today } : null;
};
