import { type RawBuilder, sql } from 'kysely';
import { isPersonal, type PersonalTable, type Whose } from '../../kernel/data-map.ts';
import type { Tx } from '../../kernel/database.ts';
import { type TermName, termsInForce } from '../../kernel/terms.ts';
import { dataMap } from '../data-map.ts';
import { isOfCity, personalTables, staysOn } from '../owned.ts';

export type RetentionPlace = { cityId: string; now: Date; today: string };

/** One way rows of a table come to the end of their time. */
export type RetentionRule = {
  table: string;
  map: PersonalTable;
  /** 'age': so many days from an instant in the row; 'gone': so many days after its customer has gone. */
  why: 'age' | 'gone';
  /** The column the days are counted from; null for 'gone'. */
  from: string | null;
  term: TermName;
  days: number;
  source: string;
  /** The product may take its rows away; what it cannot, the operator's command does. */
  isOurs: boolean;
  /** SQL: true for a row of the table, as `t`, whose time is over. */
  isOver: RawBuilder<boolean>;
};

/** Insert only for everybody but the owner of the tables. */
const ownersOnly = ['use_log'];

/** SQL: the row's customer has gone before an instant. A person who still acts here in another role has not. */
const hasGone = (whose: Whose, alias: string, cityId: string, before: Date): RawBuilder<boolean> => {
  const at = (name: string) => sql.ref(`${alias}.${name}`);
  const left = sql`c.city_id = ${cityId} and c.deleted_at < ${before}`;
  if ('customer' in whose) return sql`exists (select from customer c where ${left} and c.id = ${at(whose.customer)})`;
  if ('person' in whose)
    return sql`exists (select from customer c where ${left} and c.person_id = ${at(whose.person)} and not exists (
      select from role_assignment r where r.city_id = c.city_id and r.person_id = c.person_id and r.to_on is null))`;
  const map = dataMap[whose.through];
  if (!map || !isPersonal(map)) throw new Error(`The data map holds no person's table "${whose.through}"`);
  const above = `${alias}_of`;
  return sql`exists (select from ${sql.table(whose.through)} as ${sql.ref(above)}
    where ${sql.ref(`${above}.city_id`)} = ${cityId} and ${sql.ref(`${above}.${whose.key ?? 'id'}`)} = ${at(whose.by)}
      and ${hasGone(map.whose, above, cityId, before)})`;
};

const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * 24 * 3_600_000);

/** How long what a customer left behind stays at most, where the map names no time of its own. */
const whenGone: TermName = 'keepPlanDays';

/** Every rule that holds in a city today, made of the data map and the city's terms. */
export const rulesInForce = async (tx: Tx, { cityId, now, today }: RetentionPlace): Promise<RetentionRule[]> => {
  const terms = await termsInForce(tx, { cityId, today });
  return personalTables()
    .filter(([, map]) => isOfCity(map))
    .flatMap(([table, map]): RetentionRule[] => {
      const isOurs = !ownersOnly.includes(table);
      const inCity = sql`${sql.ref('t.city_id')} = ${cityId}`;
      const rules: RetentionRule[] = [];
      if (typeof map.keep === 'object') {
        const { term, from } = map.keep;
        const { value: days, source } = terms[term];
        const isOver = sql<boolean>`(${inCity} and ${sql.ref(`t.${from}`)} < ${daysBefore(now, days)})`;
        rules.push({ table, map, why: 'age', from, term, days, source, isOurs, isOver });
      }
      // Emptied rows tell of nobody any more, and others hang on them.
      if (typeof map.erase === 'object' && 'set' in map.erase) return rules;
      const term = typeof map.erase === 'object' ? map.erase.after : whenGone;
      const { value: days, source } = terms[term];
      const isOver = sql<boolean>`(${inCity} and ${hasGone(map.whose, 't', cityId, daysBefore(now, days))}
        and not ${staysOn(map, today, 't')})`;
      rules.push({ table, map, why: 'gone', from: null, term, days, source, isOurs, isOver });
      return rules;
    });
};
