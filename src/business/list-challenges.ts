import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Work } from '../kernel/work.ts';
import { ownBusiness } from './own-business.ts';
import { type Standing, standingOf } from './rules.ts';
import type { ChallengeState } from './tables.ts';

export const onPage = 25;
export const pageInput = z.object({ page: z.coerce.number().int().min(1).max(1000).default(1) });

export type ChallengeLine = {
  id: string;
  title: string;
  /** How the problem begins: what an untitled draft is known by. */
  beginning: string;
  standing: Standing;
  place: string;
  untilOn: string;
  version: number;
  needCount: number;
  /** People who said yes. */
  yesCount: number;
  /** Their messages nobody of the business has read yet. */
  unreadCount: number;
};

type Row = Omit<ChallengeLine, 'standing'> & { state: ChallengeState };

const order: RawBuilder<unknown> = sql`
  array_position(array['published', 'draft', 'paused', 'closed'], c.state), c.until_on, c.id`;

/** A page of one business's challenges: what customers see first, then drafts, pauses and what is closed. */
export const findChallenges = async (
  { tx, cityId, today }: Work,
  { businessId, page, withDrafts }: { businessId: string; page: number; withDrafts: boolean },
): Promise<{ challenges: ChallengeLine[]; page: number; hasMore: boolean }> => {
  const { rows } = await sql<Row>`
    select c.id, c.title, left(c.problem, 80) as beginning, c.state, c.place, c.until_on, c.version,
      (select count(*) from challenge_need n where n.city_id = c.city_id and n.challenge_id = c.id) as need_count,
      (select count(*) from answer a where a.city_id = c.city_id and a.challenge_id = c.id and a.answer = 'yes') as yes_count,
      (select count(*) from thread t
        join answer a on a.city_id = t.city_id and a.challenge_id = t.challenge_id and a.customer_id = t.customer_id and a.answer = 'yes'
        join message m on m.city_id = t.city_id and m.thread_id = t.id and m.side = 'customer' and m.read_at is null
        where t.city_id = c.city_id and t.challenge_id = c.id and t.business_id is not null) as unread_count
    from challenge c
    where c.city_id = ${cityId} and c.business_id = ${businessId} and c.deleted_at is null
      and (${withDrafts} or c.state <> 'draft')
    order by ${order}
    limit ${onPage + 1} offset ${(page - 1) * onPage}`.execute(tx);
  const challenges = rows
    .slice(0, onPage)
    .map(({ state, ...row }) => ({ ...row, standing: standingOf({ state, ...row }, today) }));
  return { challenges, page, hasMore: rows.length > onPage };
};

/** My business's challenges, 25 a page, with what waits on each. */
export const listChallenges = (work: Work, { page }: z.output<typeof pageInput>) => {
  const businessId = ownBusiness(work, { section: 'challenge', action: 'list', why: 'list of challenges' });
  return findChallenges(work, { businessId, page, withDrafts: true });
};
