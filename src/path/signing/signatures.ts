import { sql } from 'kysely';
import type { Work } from '../../kernel/work.ts';
import type { Signature } from './rules.ts';

/** The latest signature of each party, by customer. One query however many. */
export const latestSignatures = async (
  { tx, cityId }: Pick<Work, 'tx' | 'cityId'>,
  customerIds: readonly string[],
): Promise<(Signature & { customerId: string })[]> => {
  if (customerIds.length === 0) return [];
  const { rows } = await sql<Signature & { customerId: string }>`
    select distinct on (s.customer_id, s.party) s.customer_id, s.party, s.version, encode(s.sha256, 'hex') as sha256, s.parts, s.person_name, s.role,
      s.on_paper_by, s.signed_at, (s.signed_at at time zone c.time_zone)::date as signed_on
    from plan_signature s join city c on c.id = s.city_id
    where s.city_id = ${cityId} and s.customer_id = any(${customerIds}::uuid[])
    order by s.customer_id, s.party, s.signed_at desc, s.id desc`.execute(tx);
  return rows;
};
