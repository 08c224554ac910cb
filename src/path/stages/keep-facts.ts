import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import type { Handling } from '../../kernel/notices.ts';

type Data = Record<string, string>;

/** A step that leads to a stage is done: a fact of the path, from the day it was. One with the social worker is their authority's to know of. */
export const stepLedOn = async ({ tx, cityId, now }: Handling, { stepId = '' }: Data): Promise<void> => {
  await sql`
    insert into path_fact (city_id, id, customer_id, kind, stage, from_on, source, source_id, at)
    select s.city_id, ${newId()}, s.customer_id, 'toward', s.stage, (v.at at time zone t.time_zone)::date, 'step', s.id, ${now}
    from step s
    join city t on t.id = s.city_id
    join step_version v on v.city_id = s.city_id and v.step_id = s.id and v.version = s.version
    where s.city_id = ${cityId} and s.id = ${stepId} and s.state = 'done' and s.stage is not null and s.with_role = 'adviser'
    on conflict (city_id, source, source_id) where source_id is not null do nothing`.execute(tx);
};

/** The answer to a challenge as it stands: a yes is a fact of the path from its day, and one taken back counts no more. */
export const answerOnPath = async ({ tx, cityId, now }: Handling, { answerId = '' }: Data): Promise<void> => {
  await sql`
    insert into path_fact (city_id, id, customer_id, kind, from_on, source, source_id, at)
    select a.city_id, ${newId()}, a.customer_id, 'yes', (a.answered_at at time zone t.time_zone)::date, 'answer', a.id, ${now}
    from answer a join city t on t.id = a.city_id
    where a.city_id = ${cityId} and a.id = ${answerId} and a.answer = 'yes'
    on conflict (city_id, source, source_id) where source_id is not null do update set from_on = excluded.from_on, taken_back_at = null`.execute(
    tx,
  );
  await sql`
    update path_fact f set taken_back_at = ${now} from answer a
    where f.city_id = ${cityId} and f.source = 'answer' and f.source_id = ${answerId} and f.taken_back_at is null
      and a.city_id = f.city_id and a.id = f.source_id and a.answer <> 'yes'`.execute(tx);
};
