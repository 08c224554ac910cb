import { sql } from 'kysely';
import { access } from '../../kernel/access/access.ts';
import type { Actor, Operator } from '../../kernel/actor.ts';
import { addDays } from '../../kernel/clock.ts';
import { isId } from '../../kernel/ids.ts';
import { hidesWhole, nameless } from '../../kernel/protection.ts';
import type { WorkAs } from '../../kernel/work.ts';

export type BreachAsked = {
  /** The person's id, whose account it is. */
  accountId: string;
  /** First and last day, YYYY-MM-DD in the city's time, both included. */
  fromOn: string;
  untilOn: string;
};

/** What an account did with one person's data in the period. */
export type BreachPerson = {
  customerId: string;
  /** As the register has it now; empty for who has been erased. */
  name: string;
  /** How many times it was looked at, in lists or alone, and searched for. */
  looked: number;
  /** How many times it was exported or printed. */
  exported: number;
  /** How many times it was changed. */
  changed: number;
  firstAt: Date;
  lastAt: Date;
  /** Which parts, in the words of the policy. */
  sections: string[];
};

export type BreachReport = BreachAsked & {
  /** Names the account has used in the log. */
  names: string[];
  people: BreachPerson[];
  /** What was tried and refused, and so not seen. */
  refused: number;
};

type BreachWork = Pick<WorkAs<Actor | Operator>, 'tx' | 'actor' | 'cityId' | 'today' | 'note'>;

/** SQL: the log's rows of the account in the period. */
const inPeriod = (cityId: string, { accountId, fromOn, untilOn }: BreachAsked) => {
  const midnight = (day: string) =>
    sql`(${day}::timestamp at time zone (select time_zone from city where id = ${cityId}))`;
  return sql`l.city_id = ${cityId} and l.person_id = ${accountId} and l.at >= ${midnight(fromOn)} and l.at < ${midnight(addDays(untilOn, 1))}`;
};

const findPeople = async ({ tx, cityId, today, actor }: BreachWork, asked: BreachAsked): Promise<BreachPerson[]> => {
  const hides = actor.role === 'operator' ? sql`false` : hidesWhole({ cityId, today, actor }, sql.ref('u.customer_id'));
  const { rows } = await sql<BreachPerson>`
    select u.customer_id, case when ${hides} then ${nameless} else coalesce(p.name, '') end as name,
      u.looked, u.exported, u.changed, u.first_at, u.last_at, u.sections
    from (
      select l.customer_id,
        count(*) filter (where l.action in ('read', 'list', 'search')) as looked,
        count(*) filter (where l.action = 'export') as exported,
        count(*) filter (where l.action in ('write', 'delete', 'answer', 'propose')) as changed,
        min(l.at) as first_at, max(l.at) as last_at, array_agg(distinct l.section order by l.section) as sections
      from use_log l
      where ${inPeriod(cityId, asked)} and l.is_allowed and l.customer_id is not null
      group by l.customer_id) u
    left join customer c on c.city_id = ${cityId} and c.id = u.customer_id
    left join city_person p on p.city_id = c.city_id and p.person_id = c.person_id
    where c.person_id is distinct from ${asked.accountId}
    order by u.exported desc, u.looked desc, u.first_at, u.customer_id`.execute(tx);
  return rows;
};

const findRest = async ({ tx, cityId }: BreachWork, asked: BreachAsked) => {
  const { rows } = await sql<{ names: string[] | null; refused: number }>`
    select array_agg(distinct l.person_name) as names, count(*) filter (where not l.is_allowed) as refused
    from use_log l where ${inPeriod(cityId, asked)}`.execute(tx);
  return { names: rows[0]?.names ?? [], refused: rows[0]?.refused ?? 0 };
};

const read = async (work: BreachWork, asked: BreachAsked): Promise<BreachReport> => {
  if (!isId(asked.accountId)) return { ...asked, names: [], people: [], refused: 0 };
  return { ...asked, ...(await findRest(work, asked)), people: await findPeople(work, asked) };
};

/**
 * Whose data an account has looked at, exported or changed in a period, exactly as the use log has it: one's own data left out. The report is itself in the
 * log of each person it names.
 */
export const readBreach = async (work: BreachWork, asked: BreachAsked): Promise<BreachReport> => {
  const use = { section: 'breach', action: 'read', why: 'what an account has looked at', relations: ['city'] } as const;
  access.authorise(work, { ...use, customerId: null });
  const report = await read(work, asked);
  for (const { customerId } of report.people) access.authorise(work, { ...use, customerId });
  return report;
};

/** The same, to take along. */
export const exportBreach = async (work: BreachWork, asked: BreachAsked): Promise<BreachReport> => {
  const use = {
    section: 'breach',
    action: 'export',
    why: 'what an account has looked at',
    relations: ['city'],
  } as const;
  access.authorise(work, { ...use, customerId: null });
  const report = await read(work, asked);
  for (const { customerId } of report.people) access.authorise(work, { ...use, customerId });
  return report;
};

export type Account = { accountId: string; name: string; roles: string[] };

/** Accounts of the city by part of a name, for choosing whose it was: those who hold or held a role other than customer, ten at most. */
export const findAccounts = async (work: BreachWork, { name }: { name: string }): Promise<Account[]> => {
  const use = { section: 'breach', action: 'read', why: 'looked for an account', relations: ['city'] } as const;
  access.authorise(work, { ...use, customerId: null });
  const pattern = `%${name.replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<Account>`
    select p.person_id as account_id, p.name, array_agg(distinct r.role order by r.role) as roles
    from city_person p join role_assignment r on r.city_id = p.city_id and r.person_id = p.person_id and r.role <> 'customer'
    where p.city_id = ${work.cityId} and p.name ilike ${pattern}
    group by p.person_id, p.name order by p.name, p.person_id limit 10`.execute(work.tx);
  return rows;
};
