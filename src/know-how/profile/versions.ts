import { type RawBuilder, sql } from 'kysely';
import type { Work } from '../../kernel/work.ts';
import type { ItemKind } from './tables.ts';

const partDay = (on: string, about: string) =>
  sql`case when ${sql.ref(on)} is null then null else jsonb_build_object('on', ${sql.ref(on)}, 'about', ${sql.ref(about)}) end`;

const standing = sql`'isHidden', i.hidden_at is not null, 'isRemoved', i.removed_at is not null`;

/** Of each kind: its rows as `customer_id, item_id, version, content`, the content as `Contents` says. */
const rowsOf: Record<ItemKind, (cityId: string, ids: readonly string[]) => RawBuilder<unknown>> = {
  experience: (cityId, ids) => sql`
    select i.customer_id, i.id, i.version, jsonb_build_object('kind', i.kind, 'title', i.title, 'place', i.place,
      'from', ${partDay('i.from_on', 'i.from_about')}, 'to', ${partDay('i.to_on', 'i.to_about')}, 'isOngoing', i.is_ongoing,
      'did', coalesce(s.text, ''), 'language', i.language, ${standing})
    from experience i left join story s on s.city_id = i.city_id and s.id = i.story_id
    where i.city_id = ${cityId} and i.id = any(${[...ids]}::uuid[])`,
  knowHow: (cityId, ids) => sql`
    select i.customer_id, i.id, i.version, jsonb_build_object('skillId', i.skill_id, 'state', i.state, 'level', i.level,
      'levelWords', i.level_words, 'isHidden', i.hidden_at is not null)
    from know_how i where i.city_id = ${cityId} and i.id = any(${[...ids]}::uuid[]) and i.state <> 'suggested'`,
  language: (cityId, ids) => sql`
    select i.customer_id, i.id, i.version, jsonb_build_object('code', i.code, 'level', i.level, ${standing})
    from language_skill i where i.city_id = ${cityId} and i.id = any(${[...ids]}::uuid[])`,
  licence: (cityId, ids) => sql`
    select i.customer_id, i.id, i.version, jsonb_build_object('kind', i.kind, 'code', i.code, 'name', i.name,
      'untilOn', i.until_on, ${standing})
    from licence i where i.city_id = ${cityId} and i.id = any(${[...ids]}::uuid[])`,
  wishes: (cityId, ids) => sql`
    select i.customer_id, i.customer_id, i.version, jsonb_build_object('what', i.what, 'where', i.where_at, 'notWanted', i.not_wanted)
    from wishes i where i.city_id = ${cityId} and i.customer_id = any(${[...ids]}::uuid[])`,
  limits: (cityId, ids) => sql`
    select i.id, i.id, i.version, jsonb_build_object('hours', i.work_hours, 'languages', to_jsonb(i.spoken_languages), 'area', i.area)
    from customer i where i.city_id = ${cityId} and i.id = any(${[...ids]}::uuid[])`,
};

/**
 * Keeps some parts of a profile as they stand now, each as one version of its history: to be called after every change, in its transaction.
 * Ids of wishes and limits are the customer's. A version kept before stays as it was.
 */
export const keepVersions = async (work: Work, kind: ItemKind, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return;
  await sql`
    insert into profile_version (city_id, customer_id, kind, item_id, version, at, content)
    select ${work.cityId}, changed.customer_id, ${kind}, changed.id, changed.version, ${work.now}, changed.content
    from (${rowsOf[kind](work.cityId, ids)}) as changed (customer_id, id, version, content)
    on conflict do nothing`.execute(work.tx);
};
