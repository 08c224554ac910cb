import { sql } from 'kysely';
import { consents } from '../../kernel/consent.ts';
import type { Tx } from '../../kernel/database.ts';
import type { Language } from '../../kernel/languages.ts';
import type { Hours } from '../../kernel/tables.ts';
import { type Level, toldLanguages, type VocabularyService, type wishesOf } from '../../know-how/index.ts';
import type { Told } from '../limits.ts';
import type { Held } from '../rules.ts';
import { type Wished, wishedOf } from '../wishes.ts';

/** Somebody as matching knows them: what goes in is inputs.ts and no more. */
export type Seeker = { customerId: string; told: Told; held: Held[]; wished: Wished };

export type Which = { ids: readonly string[] } | { after: string; count: number };

type Row = {
  customerId: string;
  language: Language;
  hours: Hours | null;
  languages: string[];
  skills: number[];
  levels: (Level | null)[];
  what: Awaited<ReturnType<typeof wishesOf>>['what'] | null;
  notWanted: string | null;
};

/** People of a city who consent to matching, with what they keep and do not hide, in ascending order of their ids: one query however many. */
export const readSeekers = async (
  tx: Tx,
  { cityId, today, vocabulary }: { cityId: string; today: string; vocabulary: VocabularyService },
  which: Which,
): Promise<Seeker[]> => {
  const chosen = 'ids' in which ? sql`c.id = any(${[...which.ids]}::uuid[])` : sql`c.id > ${which.after}`;
  const { rows } = await sql<Row>`
    select c.id as customer_id, p.language, c.work_hours as hours, ${toldLanguages} as languages,
      coalesce(k.skills, '{}') as skills, coalesce(k.levels, '{}') as levels, w.what, w.not_wanted
    from customer c
    join city_person p on p.city_id = c.city_id and p.person_id = c.person_id
    left join wishes w on w.city_id = c.city_id and w.customer_id = c.id
    cross join lateral (
      select array_agg(skill_id) as skills, array_agg(level) as levels from know_how
      where city_id = ${cityId} and customer_id = c.id and state = 'kept' and hidden_at is null
    ) k
    where c.city_id = ${cityId} and ${chosen} and c.deleted_at is null
      and ${consents(cityId, sql.ref('c.id'), 'matching', today)}
    order by c.id limit ${'ids' in which ? null : which.count}`.execute(tx);
  const seekers: Seeker[] = [];
  for (const { customerId, language, hours, languages, skills, levels, what, notWanted } of rows)
    seekers.push({
      customerId,
      told: { hours, languages },
      held: skills.map((skillId, at) => ({ skillId, level: levels[at] ?? null, words: [] })),
      wished: await wishedOf(vocabulary, { what: what ?? [], notWanted: notWanted ?? '', language }),
    });
  return seekers;
};
