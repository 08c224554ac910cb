import { sql } from 'kysely';

/** SQL over a row `p` of city_person: a customer may ask for no e-mail; who also works here keeps getting what the work needs. */
export const isSilent = sql<boolean>`(exists (
  select from customer c where c.city_id = p.city_id and c.person_id = p.person_id and c.deleted_at is null and not c.wants_notices)
  and not exists (select from role_assignment r where r.city_id = p.city_id and r.person_id = p.person_id and r.role <> 'customer'))`;

/** SQL over `p`: the number that has been shown to be theirs; null without one. */
export const confirmedNumber = sql<string | null>`(
  select w.number from reach w where w.city_id = p.city_id and w.person_id = p.person_id and w.confirmed_at is not null)`;

export const reachTroubles = ['noWay', 'failing'] as const;
/** Why somebody is not reached: there is no way but letters; or what was sent last has not arrived. */
export type ReachTrouble = (typeof reachTroubles)[number];

/** SQL over `p`: why the person is not reached; null where they are. `failuresMost`: after how many failures in a row (term noticeFailuresMost). */
export const reachTroubleOf = (failuresMost: number) => sql<ReachTrouble | null>`case
  when (p.email is null or ${isSilent}) and ${confirmedNumber} is null then 'noWay'
  when (select count(*) filter (where latest.sent_at is null) = ${failuresMost} from (
    select n.sent_at from notice n
    where n.city_id = p.city_id and n.person_id = p.person_id and n.channel in ('mail', 'sms') and (n.sent_at is not null or n.failed_at is not null)
    order by n.made_at desc, n.id desc limit ${failuresMost}) latest) then 'failing' end`;
