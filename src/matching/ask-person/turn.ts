import { sql } from 'kysely';
import type { Role } from '../../kernel/actor.ts';
import { hasNoAdviser, holdsAdviserRole, isAdvisedBy } from '../../kernel/advisers.ts';
import type { Work } from '../../kernel/work.ts';

/** The last handing over of an ask, while whom it was handed to is an adviser. */
export type HandedOver = { toId: string; toName: string; why: string; byName: string; byRole: Role; handedAt: Date };

/** The same as columns of a row: all null where nothing was handed over. */
export type HandedColumns = { [Key in keyof HandedOver]: HandedOver[Key] | null };

/** SQL, after the asks `a`: their last handing over as `h`, null where there was none, or whom it was handed to is no adviser any more. */
export const lastHandOver = (today: string) => sql`left join lateral (
    select to_id, to_name, why, by_id, by_name, by_role, at as handed_at from person_ask_hand_over
    where city_id = a.city_id and ask_id = a.id order by version desc limit 1) h
  on exists (select from role_assignment r where r.city_id = a.city_id and r.person_id = h.to_id and ${holdsAdviserRole(today)})`;

/** Of a row with the columns of `h`. */
export const handedIn = ({ toId, toName, why, byName, byRole, handedAt }: HandedColumns): HandedOver | null =>
  toId === null || toName === null || why === null || byName === null || byRole === null || handedAt === null
    ? null
    : { toId, toName, why, byName, byRole, handedAt };

/** SQL over asks `a`, customers `c` and `h`: this adviser has it, handed over to them or, where it was not, with the customer they look after. */
export const isHeldBy = (work: Work) =>
  sql<boolean>`(case when h.to_id is null then ${isAdvisedBy(work)} else h.to_id = ${work.actor.personId} end)`;

/** SQL over the same: no adviser has it, so those who give advisers do. */
export const isHeldByNone = (today: string) => sql<boolean>`(h.to_id is null and ${hasNoAdviser(today)})`;

/** SQL over the same: it is this professional's today. */
export const isForMe = (work: Work) => (work.actor.role === 'adviser' ? isHeldBy(work) : isHeldByNone(work.today));
