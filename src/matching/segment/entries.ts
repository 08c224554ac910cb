import { sql } from 'kysely';
import { consents } from '../../kernel/consent.ts';
import type { Tx } from '../../kernel/database.ts';
import type { Hours } from '../../kernel/tables.ts';
import { factsOfChallenge, factsOfPerson } from './facts.ts';
import type { Entry } from './segment.ts';

/** Which entries to read: some ids, or the next `count` after an id, in ascending order. */
export type Which = { ids: readonly string[] } | { after: string; count: number };

const nobody = '00000000-0000-0000-0000-000000000000';
export const fromTheFirst = nobody;

const chosen = (column: ReturnType<typeof sql.ref>, which: Which) =>
  'ids' in which ? sql`${column} = any(${[...which.ids]}::uuid[])` : sql`${column} > ${which.after}`;
const most = (which: Which) => ('ids' in which ? null : which.count);

type Person = { id: string; hours: Hours | null; languages: string[]; skills: number[] };

/** Consenting customers of a city with their kept skills that they do not hide. Who has none, or does not consent, is not in the index. */
export const readPeople = async (tx: Tx, cityId: string, today: string, which: Which): Promise<Entry[]> => {
  const { rows } = await sql<Person>`
    select c.id, c.work_hours as hours, c.spoken_languages as languages, k.skills
    from customer c
    cross join lateral (
      select array_agg(skill_id) as skills from know_how
      where city_id = ${cityId} and customer_id = c.id and state = 'kept' and hidden_at is null
    ) k
    where c.city_id = ${cityId} and ${chosen(sql.ref('c.id'), which)} and c.deleted_at is null
      and ${consents(cityId, sql.ref('c.id'), 'matching', today)}
      and k.skills is not null
    order by c.id limit ${most(which)}`.execute(tx);
  return rows.map(({ id, skills, ...told }) => ({ id, keys: skills, facts: factsOfPerson(told) }));
};

type Needy = {
  id: string;
  hours: Hours;
  languages: string[];
  total: number;
  publishedAt: Date;
  skills: number[];
  weights: number[];
};

/** Open challenges of a city with their needs. */
export const readOpenChallenges = async (tx: Tx, cityId: string, today: string, which: Which): Promise<Entry[]> => {
  const { rows } = await sql<Needy>`
    select c.id, c.hours, c.languages, c.needs_weight as total, c.published_at, n.skills, n.weights
    from challenge c
    cross join lateral (
      select array_agg(skill_id order by skill_id) as skills, array_agg(weight order by skill_id) as weights
      from challenge_need where city_id = ${cityId} and challenge_id = c.id
    ) n
    where c.city_id = ${cityId} and ${chosen(sql.ref('c.id'), which)} and c.state = 'published' and c.deleted_at is null
      and c.until_on >= ${today}::date and c.needs_weight > 0 and n.skills is not null
    order by c.id limit ${most(which)}`.execute(tx);
  return rows.map(({ id, skills, weights, total, publishedAt, ...asked }) => ({
    id,
    keys: skills,
    weights,
    total,
    order: publishedAt.getTime(),
    facts: factsOfChallenge(asked),
  }));
};
