import type { Work } from '../../kernel/work.ts';
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
