import { sql } from 'kysely';
import type { Tx } from '../../kernel/database.ts';

/** SQL over a customer `c`: the languages they have told that they speak, with their limits or in their profile at any level; hidden ones not. */
export const toldLanguages = sql<string[]>`languages_told(c.city_id, c.id, c.spoken_languages)`;

/** The same of one customer, for callers who have authorised. */
export const languagesToldBy = async (tx: Tx, cityId: string, customerId: string): Promise<string[]> => {
  const { rows } = await sql<{ languages: string[] }>`
    select ${toldLanguages} as languages from customer c where c.city_id = ${cityId} and c.id = ${customerId}`.execute(
    tx,
  );
  return rows[0]?.languages ?? [];
};
