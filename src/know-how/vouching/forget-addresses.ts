import { sql } from 'kysely';
import type { Tx } from '../../kernel/database.ts';
import { readTerm } from '../../kernel/terms.ts';

/** Forgets where letters went, some time after a request has run out unanswered (term `vouchAddressDays`). Returns how many it forgot. */
export const forgetVouchAddresses = async (
  tx: Tx,
  { cityId, now, today }: { cityId: string; now: Date; today: string },
): Promise<number> => {
  const { value: days } = await readTerm(tx, { cityId, name: 'vouchAddressDays', today });
  const { rows } = await sql<{ id: string }>`
    update vouch_request set letter_email = null, secret_hash = null
    where city_id = ${cityId} and letter_email is not null and answered_at is null
      and open_until < ${new Date(now.getTime() - days * 24 * 3_600_000)}
    returning id`.execute(tx);
  return rows.length;
};
