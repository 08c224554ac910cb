import { sql } from 'kysely';
import { dayIn } from '../../kernel/clock.ts';
import type { Tx } from '../../kernel/database.ts';
import { newId } from '../../kernel/ids.ts';
import type { Notice } from '../../kernel/notices.ts';
import { readTerm } from '../../kernel/terms.ts';
import { relationsOf, type VocabularyService } from '../../know-how/index.ts';
import { judgePairs, type Pair } from './judge.ts';
import { readSeekers } from './seekers.ts';

/** How many people are written to in one transaction. */
const batch = 100;
/** Between two messages to one person, in hours: what comes between waits and goes together. */
const restHours = 20;

type Waiting = Pair & { personId: string };

/** What has not been told to people who want to hear of it, have not heard too often this week, and not just now. */
const readWaiting = async (
  tx: Tx,
  { cityId, now, most }: { cityId: string; now: Date; most: number },
): Promise<Waiting[]> => {
  const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
  const { rows } = await sql<Waiting>`
    with person as (
      select r.customer_id from recommendation r
      join customer c on c.city_id = r.city_id and c.id = r.customer_id and c.deleted_at is null and c.wants_notices
      where r.city_id = ${cityId} and r.is_news and r.told_at is null
        and (select count(distinct t.told_at) filter (where t.told_at > ${hoursAgo(7 * 24)}) < ${most}
              and coalesce(max(t.told_at) <= ${hoursAgo(restHours)}, true)
            from recommendation t where t.city_id = r.city_id and t.customer_id = r.customer_id and t.told_at is not null)
      group by r.customer_id order by r.customer_id limit ${batch}
    )
    select r.customer_id, r.challenge_id, c.person_id
    from person p
    join recommendation r on r.city_id = ${cityId} and r.customer_id = p.customer_id and r.is_news and r.told_at is null
    join customer c on c.city_id = r.city_id and c.id = r.customer_id
    order by r.customer_id, r.challenge_id`.execute(tx);
  return rows;
};

const settle = async (
  tx: Tx,
  cityId: string,
  now: Date,
  { told, over }: { told: readonly Pair[]; over: readonly Pair[] },
) => {
  const rowsOf = (pairs: readonly Pair[]) =>
    sql`select * from unnest(${pairs.map(({ customerId }) => customerId)}::uuid[], ${pairs.map(({ challengeId }) => challengeId)}::uuid[])`;
  if (told.length > 0)
    await sql`update recommendation set told_at = ${now} where city_id = ${cityId} and (customer_id, challenge_id) in (${rowsOf(told)})`.execute(
      tx,
    );
  if (over.length > 0)
    await sql`delete from recommendation where city_id = ${cityId} and (customer_id, challenge_id) in (${rowsOf(over)})`.execute(
      tx,
    );
};

export type Telling = {
  tx: Tx;
  cityId: string;
  now: Date;
  vocabulary: VocabularyService;
  /** Writes a message; each with an event of its own, so that one person gets one. */
  notify(eventId: string, notice: Notice): Promise<void>;
};

/**
 * Tells people of new good matches: one message for all that wait, at most so many a week (term `matchNoticesAWeek`), each challenge once. Everything
 * is asked again first: consent, limits, the score, whether it is still open and not answered. Nothing in the message says which business or what
 * know-how. Returns how many people were looked at; again, until none are left.
 */
export const tellOfNew = async ({ tx, cityId, now, vocabulary, notify }: Telling): Promise<number> => {
  const today = dayIn('Europe/Helsinki', now);
  const { value: most } = await readTerm(tx, { cityId, name: 'matchNoticesAWeek', today });
  const waiting = await readWaiting(tx, { cityId, now, most });
  const ids = [...new Set(waiting.map(({ customerId }) => customerId))];
  if (ids.length === 0) return 0;
  const seekers = await readSeekers(tx, { cityId, today, vocabulary }, { ids });
  const skillIds = [...new Set(seekers.flatMap(({ held }) => held.map(({ skillId }) => skillId)))];
  const relations = await relationsOf(tx, skillIds);
  const good = await judgePairs(tx, { cityId, today, relations }, { seekers, pairs: waiting });
  const isGood = new Set(good.map(({ customerId, challengeId }) => `${customerId} ${challengeId}`));
  const told = waiting.filter(({ customerId, challengeId }) => isGood.has(`${customerId} ${challengeId}`));
  const over = waiting.filter((pair) => !told.includes(pair));
  for (const [personId, theirs] of Map.groupBy(told, (one) => one.personId)) {
    const path = theirs.length === 1 ? `/matches/${theirs[0]?.challengeId}` : '/matches';
    await notify(newId(), { personId, kind: 'newMatches', values: { count: theirs.length }, path });
  }
  await settle(tx, cityId, now, { told, over });
  return ids.length;
};
