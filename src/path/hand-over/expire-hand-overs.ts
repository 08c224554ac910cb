import { sql } from 'kysely';
import type { Tx } from '../../kernel/database.ts';
import type { Jobs } from '../../kernel/jobs.ts';

/** Closes what nobody answered by its day, and sends an event for each, so that all three are told once. Returns how many. */
export const expireHandOvers = async (
  tx: Tx,
  { cityId, now, today, jobs }: { cityId: string; now: Date; today: string; jobs: Jobs },
): Promise<number> => {
  const { rows } = await sql<{ id: string }>`
    update hand_over set expired_at = ${now}, version = version + 1
    where city_id = ${cityId} and due_on < ${today}::date
      and accepted_at is null and declined_at is null and taken_back_at is null and expired_at is null
    returning id`.execute(tx);
  for (const { id: handOverId } of rows)
    await jobs.send(tx, 'event', { cityId, topic: 'handOverExpired', data: { handOverId } });
  return rows.length;
};
