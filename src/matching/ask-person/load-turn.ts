import { sql } from 'kysely';
import { access } from '../../kernel/access/access.ts';
import type { Action, Relation } from '../../kernel/access/policy.ts';
import { adviserOf, holdsAdviserRole } from '../../kernel/advisers.ts';
import { isId } from '../../kernel/ids.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { type AskState, askAfter, isOverdue, stateOfAsk } from './rules.ts';
import { isForMe, lastHandOver } from './turn.ts';

/** Whose turn an ask is. Neither its customer's name nor anything of what they asked. */
export type Turn = {
  askId: string;
  customerId: string;
  /** Who has it today; null for whoever gives advisers. */
  holder: { id: string; name: string } | null;
  state: AskState;
  /** It is the actor's own to answer. */
  isMine: boolean;
  /** The actor was the last to hand it over: they see with whom it is, and no more. */
  wasMine: boolean;
  isOverdue: boolean;
  askedAt: Date;
  /** YYYY-MM-DD. */
  dueOn: string;
  version: number;
};

type Row = {
  customerId: string;
  toId: string | null;
  toName: string | null;
  isMine: boolean;
  wasMine: boolean;
  askedAt: Date;
  dueOn: string;
  answeredAt: Date | null;
  withdrawnAt: Date | null;
  version: number;
};

const find = async (work: Work, askId: string): Promise<Row | undefined> => {
  const { tx, cityId, today } = work;
  const { rows } = await sql<Row>`
    select a.customer_id, h.to_id, h.to_name, ${isForMe(work)} as is_mine,
      coalesce(h.by_id = ${work.actor.personId}, false) as was_mine, a.asked_at, a.due_on, a.answered_at, a.withdrawn_at, a.version
    from person_ask a
    join customer c on c.city_id = a.city_id and c.id = a.customer_id and c.deleted_at is null
    ${lastHandOver(today)}
    where a.city_id = ${cityId} and a.id = ${askId}`.execute(tx);
  return rows[0];
};

/** An adviser's are those they have, or handed over themselves; those who give advisers see to theirs and to every late one. */
const relationsOf = ({ actor }: Work, { isMine, wasMine, isOverdue: isLate, state }: Turn): Relation[] => {
  if (state === 'withdrawn') return [];
  if (actor.role === 'adviser') return isMine || wasMine ? ['asked'] : [];
  return isMine || isLate ? ['city'] : [];
};

/** Loads and authorises whose turn an ask is, its row locked for what writes. Throws notFound for one that is not the actor's to hand over. */
export const loadTurn = async (
  work: Work,
  askId: string,
  { action, why }: { action: Action; why: string },
): Promise<Turn> => {
  if (isId(askId) && action !== 'read')
    await sql`select from person_ask where city_id = ${work.cityId} and id = ${askId} for update`.execute(work.tx);
  const row = isId(askId) ? await find(work, askId) : undefined;
  if (!row) {
    work.note({ section: 'askTurns', action, why, customerId: null, isAllowed: false });
    throw notFound();
  }
  const { customerId, toId, toName, isMine, wasMine, askedAt, dueOn, version } = row;
  const state = stateOfAsk(row);
  const adviser =
    toId !== null && toName !== null ? { personId: toId, name: toName } : await adviserOf(work, customerId);
  const holder = adviser ? { id: adviser.personId, name: adviser.name } : null;
  const late = isOverdue({ state, dueOn }, work.today);
  const turn: Turn = { askId, customerId, holder, state, isMine, wasMine, isOverdue: late, askedAt, dueOn, version };
  access.authorise(work, { section: 'askTurns', action, why, relations: relationsOf(work, turn), customerId });
  return turn;
};

export type OtherAdviser = {
  id: string;
  name: string;
  /** Asks that wait for them today. */
  waiting: number;
};

/**
 * Whom an ask can be handed to, those for whom the fewest wait first: the city's advisers of today, but who has it, who hands it over as an adviser,
 * and its own customer.
 */
export const findOthers = async (
  { tx, cityId, today, actor }: Work,
  { customerId, holder }: Turn,
): Promise<OtherAdviser[]> => {
  const having = [holder?.id, actor.role === 'adviser' ? actor.personId : undefined].filter((id) => id !== undefined);
  const { rows } = await sql<OtherAdviser>`
    with waits as (
      select coalesce(h.to_id, l.adviser_id) as holder_id, count(distinct a.id)::int as waiting
      from person_ask a ${lastHandOver(today)}
      left join caseload l on h.to_id is null and l.city_id = a.city_id and l.customer_id = a.customer_id
        and l.kind = 'adviser' and l.to_on is null
      where a.city_id = ${cityId} and a.answered_at is null and a.withdrawn_at is null
      group by 1)
    select p.person_id as id, p.name, coalesce(w.waiting, 0) as waiting
    from city_person p left join waits w on w.holder_id = p.person_id
    where p.city_id = ${cityId} and not p.person_id = any(${having}::uuid[])
      and exists (select from role_assignment r where r.city_id = p.city_id and r.person_id = p.person_id and ${holdsAdviserRole(today)})
      and not exists (select from customer c where c.city_id = p.city_id and c.id = ${customerId} and c.person_id = p.person_id)
    order by waiting, p.name, p.person_id`.execute(tx);
  return rows;
};

/** Whether the actor can hand it over now: while it waits, and as an adviser only what they have. */
export const canHandOver = ({ actor }: Work, { state, isMine }: Turn): boolean =>
  askAfter('handOver', { state, side: 'person' }) !== null && (actor.role !== 'adviser' || isMine);
