import { sql } from 'kysely';
import type { Tx } from '../../kernel/database.ts';

/** Table names so that a row is deleted before the row it points at: by the foreign keys there are. */
export const childrenFirst = async (tx: Tx, tables: readonly string[]): Promise<string[]> => {
  const { rows } = await sql<{ child: string; parent: string }>`
    select k.conrelid::regclass::text as child, k.confrelid::regclass::text as parent from pg_constraint k
    where k.contype = 'f' and k.connamespace = 'public'::regnamespace and k.conrelid <> k.confrelid`.execute(tx);
  const left = new Set(tables);
  const order: string[] = [];
  while (left.size > 0) {
    const free = [...left].filter((table) => !rows.some(({ child, parent }) => parent === table && left.has(child)));
    if (free.length === 0) throw new Error(`Tables point at each other: ${[...left].join(', ')}`);
    for (const table of free) {
      order.push(table);
      left.delete(table);
    }
  }
  return order;
};
