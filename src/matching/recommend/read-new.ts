import { sql } from 'kysely';
import { z } from 'zod';
import { access } from '../../kernel/access/access.ts';
import type { Tx } from '../../kernel/database.ts';
import type { Work } from '../../kernel/work.ts';

/** What was recommended to a customer since they last said they had looked. */
export type Recommended = {
  challengeId: string;
  /** When it was first recommended: what is new is told by it. */
  firstAt: Date;
  /** When it was last computed. */
  madeAt: Date;
};

const mostNew = 20;

/**
 * What the job has recommended to a customer since they last looked, best first, at most 20: ids and times only. It is as old as it is: the caller
 * scores it anew by the rules, with consent, limits, and what is open asked of the database, before anybody sees it.
 */
export const readRecommended = async (
  tx: Tx,
  { cityId, customerId }: { cityId: string; customerId: string },
): Promise<Recommended[]> => {
  const { rows } = await sql<Recommended>`
    select r.challenge_id, r.first_at, r.made_at
    from recommendation r
    left join matching_look l on l.city_id = r.city_id and l.customer_id = r.customer_id
    where r.city_id = ${cityId} and r.customer_id = ${customerId} and r.first_at > coalesce(l.up_to, '-infinity')
    order by r.score desc, r.first_at desc, r.challenge_id limit ${mostNew}`.execute(tx);
  return rows;
};

/** `upTo`: the latest of what was shown as new, so that what came after the page was opened stays new. */
export const lookInput = z.object({ upTo: z.coerce.date() });

/** Says that I have looked at what is new, up to a time. An earlier one than said before, or one to come, changes nothing. */
export const sayLooked = async (work: Work, { upTo }: z.infer<typeof lookInput>): Promise<void> => {
  const me = await access.self(work, { section: 'matches', action: 'write', why: 'looked at what is new' });
  const { tx, cityId, now } = work;
  if (upTo > now) return;
  await sql`
    insert into matching_look (city_id, customer_id, up_to) values (${cityId}, ${me.id}, ${upTo})
    on conflict (city_id, customer_id) do update set up_to = greatest(matching_look.up_to, excluded.up_to)`.execute(tx);
};
