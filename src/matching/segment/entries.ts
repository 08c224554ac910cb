import { sql } from 'kysely';
import { consents } from '../../kernel/consent.ts';
import type { Tx } from '../../kernel/database.ts';
import type { Hours } from '../../kernel/tables.ts';
import { type Level, toldLanguages } from '../../know-how/index.ts';
import { factsOfChallenge, factsOfPerson } from './facts.ts';
import { keyOfHeld, keyOfNeed } from './keys.ts';
import type { Entry } from './segment.ts';

/** Which entries to read: some ids, or the next `count` after an id, in ascending order. */
export type Which = { ids: readonly string[] } | { after: string; count: number };

const nobody = '00000000-0000-0000-0000-000000000000';
export const fromTheFirst = nobody;

const chosen = (column: ReturnType<typeof sql.ref>, which: Which) =>
  'ids' in which ? sql`${column} = any(${[...which.ids]}::uuid[])` : sql`${column} > ${which.after}`;
const most = (which: Which) => ('ids' in which ? null : which.count);

type Person = { id: string; hours: Hours | null; languages: string[]; skills: number[]; levels: (Level | null)[] };

/** Consenting customers of a city with what they keep and do not hide. Who has none, or does not consent, is not in the index. */
export const readPeople = async (tx: Tx, cityId: string, today: string, which: Which): Promise<Entry[]> => {
  const { rows } = await sql<Person>`
    select c.id, c.work_hours as hours, ${toldLanguages} as languages, k.skills, k.levels
    from customer c
    cross join lateral (
      select array_agg(skill_id) as skills, array_agg(level) as levels from know_how
      where city_id = ${cityId} and customer_id = c.id and state = 'kept' and hidden_at is null
    ) k
    where c.city_id = ${cityId} and ${chosen(sql.ref('c.id'), which)} and c.deleted_at is null
      and ${consents(cityId, sql.ref('c.id'), 'matching', today)}
      and k.skills is not null
    order by c.id limit ${most(which)}`.execute(tx);
  return rows.map(({ id, skills, levels, ...told }) => ({
    id,
    keys: skills.map((skillId, at) => keyOfHeld(skillId, levels[at] ?? null)),
    facts: factsOfPerson(told),
  }));
};

type Needy = {
  id: string;
  hours: Hours;
  languages: string[];
  total: number;
  publishedAt: Date;
  skills: number[];
  weights: number[];
  levels: (Level | null)[];
};

/** Open challenges of a city with their needs. */
export const readOpenChallenges = async (tx: Tx, cityId: string, today: string, which: Which): Promise<Entry[]> => {
  const { rows } = await sql<Needy>`
    select c.id, c.hours, c.languages, c.needs_weight as total, c.published_at, n.skills, n.weights, n.levels
    from challenge c
    cross join lateral (
      select array_agg(skill_id order by skill_id) as skills, array_agg(weight order by skill_id) as weights,
        array_agg(level order by skill_id) as levels
      from challenge_need where city_id = ${cityId} and challenge_id = c.id
    ) n
    where c.city_id = ${cityId} and ${chosen(sql.ref('c.id'), which)} and c.state = 'published' and c.deleted_at is null
      and c.until_on >= ${today}::date and c.needs_weight > 0 and n.skills is not null
    order by c.id limit ${most(which)}`.execute(tx);
  return rows.map(({ id, skills, weights, levels, total, publishedAt, ...asked }) => ({
    id,
    keys: skills.map((skillId, at) => keyOfNeed(skillId, levels[at] ?? null)),
    weights,
    total,
    order: publishedAt.getTime(),
    facts: factsOfChallenge(asked),
  }));
};
