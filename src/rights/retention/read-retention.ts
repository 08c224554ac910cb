import { sql } from 'kysely';
import { access } from '../../kernel/access/access.ts';
import type { DataClass } from '../../kernel/data-map.ts';
import type { Tx } from '../../kernel/database.ts';
import type { TermName } from '../../kernel/terms.ts';
import type { Work } from '../../kernel/work.ts';
import { type RetentionPlace, type RetentionRule, rulesInForce } from './rules-in-force.ts';

/** What would go today by one rule: how much and how old, never what stands in it. */
export type RetentionLine = {
  table: string;
  /** What an export calls the table. */
  as: string;
  class: DataClass;
  why: RetentionRule['why'];
  term: TermName;
  days: number;
  source: string;
  isOurs: boolean;
  count: number;
  /** The instants of up to three of the rows, the oldest first; none where a rule counts from somebody's going. */
  examples: Date[];
};

const countOf = ({ table, from, isOver }: RetentionRule) => {
  const at = from === null ? sql`null::timestamptz` : sql`${sql.ref(`t.${from}`)}::timestamptz`;
  return sql`(select jsonb_build_object('count', count(*), 'examples', (array_agg(at order by at) filter (where at is not null))[1:3])
    from (select ${at} as at from ${sql.table(table)} as t where ${isOver}) over_rows)`;
};

/** A dry run: what each rule would take away today, in one statement. */
export const dryRun = async (tx: Tx, place: RetentionPlace): Promise<RetentionLine[]> => {
  const rules = await rulesInForce(tx, place);
  const { rows } = await sql<{ counts: { count: number; examples: string[] | null }[] }>`
    select to_jsonb(array[${sql.join(rules.map(countOf))}]) as counts`.execute(tx);
  const counts = rows[0]?.counts ?? [];
  return rules.map(({ table, map, why, term, days, source, isOurs }, at) => ({
    ...{ table, as: map.as, class: map.class, why, term, days, source, isOurs },
    count: counts[at]?.count ?? 0,
    examples: (counts[at]?.examples ?? []).map((one) => new Date(one)),
  }));
};

export type RetentionRunLine = { tableName: string; at: Date; gone: number; days: number | null; source: string };

/** For the administrator: the rules, what would go today, and the hundred latest of what has gone. */
export const readRetention = async (work: Work): Promise<{ lines: RetentionLine[]; runs: RetentionRunLine[] }> => {
  access.authorise(work, {
    ...{ section: 'retention', action: 'read', why: 'how long what is kept' },
    ...{ relations: ['city'], customerId: null },
  });
  const runs = await work.tx
    .selectFrom('retentionRun')
    .select(['tableName', 'at', 'gone', 'days', 'source'])
    .where('cityId', '=', work.cityId)
    .orderBy('at', 'desc')
    .limit(100)
    .execute();
  return { lines: await dryRun(work.tx, work), runs };
};
