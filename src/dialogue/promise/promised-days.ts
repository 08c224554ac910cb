import { sql } from 'kysely';
import { readTerm } from '../../kernel/terms.ts';
import type { Work } from '../../kernel/work.ts';

export type Promised = {
  /** Working days the city has promised on the day. */
  cityDays: number;
  /** The adviser's own promise; null where they have none. */
  ownDays: number | null;
  /** What holds: the shorter. */
  days: number;
};

/** In how many working days an adviser answers today. */
export const promisedDays = async (
  { tx, cityId, today }: Pick<Work, 'tx' | 'cityId' | 'today'>,
  adviserId: string,
): Promise<Promised> => {
  const { value: cityDays } = await readTerm(tx, { cityId, name: 'replyPromiseDays', today });
  const { rows } = await sql<{ days: number | null }>`
    select days from reply_promise where city_id = ${cityId} and person_id = ${adviserId} and from_on <= ${today}::date
    order by from_on desc limit 1`.execute(tx);
  const ownDays = rows[0]?.days ?? null;
  return { cityDays, ownDays, days: Math.min(cityDays, ownDays ?? cityDays) };
};
