import { type Selectable, sql } from 'kysely';
import { access } from '../../kernel/access/access.ts';
import type { Action, Relation } from '../../kernel/access/policy.ts';
import { whyByCaseload } from '../../kernel/advisers.ts';
import { isId } from '../../kernel/ids.ts';
import { notFound } from '../../kernel/problem.ts';
import { hidesWhole } from '../../kernel/protection.ts';
import type { Tables } from '../../kernel/tables.ts';
import type { Work } from '../../kernel/work.ts';
import type { LoggedParts } from '../../know-how/index.ts';
import { type AskState, stateOfAsk } from './rules.ts';
import { type HandedColumns, type HandedOver, handedIn, isForMe, lastHandOver } from './turn.ts';

type AskRecord = Omit<Selectable<Tables['personAsk']>, 'cityId' | 'answeredBy'> & {
  customerName: string;
  /** As it was logged when it was shown; null where nothing was, or it is forgotten. */
  score: number | null;
  parts: LoggedParts | null;
  /** The words it was found in, where the customer shows them, the ask still waits, and the text is as it was when they ticked it. */
  foundIn: string[];
};

type Row = AskRecord & HandedColumns & { isMine: boolean };
export type LoadedAsk = AskRecord & {
  state: AskState;
  /** To whom it was handed over last, while they are an adviser; null where it was not. */
  handed: HandedOver | null;
};

/** SQL over person_ask `a`, its customer `c` and the log `l`: what both sides see of an ask. */
const askColumns = sql`a.id, a.customer_id, p.name as customer_name, a.about, a.suggestion_id, a.skill_id, a.challenge_id, a.words, a.shows_words,
  a.asked_at, a.due_on, a.answer, a.answered_at, a.answered_name, a.answered_role, a.withdrawn_at, a.seen_at, a.version, l.score, l.parts,
  h.to_id, h.to_name, h.why, h.by_name, h.by_role, h.handed_at,
  case when a.shows_words and a.answered_at is null and a.withdrawn_at is null then
    coalesce((select k.words from know_how k
      join story s on s.city_id = k.city_id and s.id = k.story_id and s.changed_at <= a.asked_at
      where k.city_id = a.city_id and k.customer_id = a.customer_id and k.skill_id = a.skill_id), '{}')
    else '{}' end as found_in`;

const asksFrom = (today: string) => sql`person_ask a
  join customer c on c.city_id = a.city_id and c.id = a.customer_id and c.deleted_at is null
  join city_person p on p.city_id = c.city_id and p.person_id = c.person_id
  left join suggestion_log l on l.city_id = a.city_id and l.id = a.suggestion_id
  ${lastHandOver(today)}`;

const select = (work: Work, where: ReturnType<typeof sql>, limit: number, offset = 0) =>
  sql<Row>`
    select ${askColumns}, ${isForMe(work)} as is_mine
    from ${asksFrom(work.today)}
    where a.city_id = ${work.cityId} and ${where} and not ${hidesWhole(work, sql.ref('c.id'))}
    order by a.answered_at is not null or a.withdrawn_at is not null, a.due_on, a.asked_at desc, a.id
    limit ${limit} offset ${offset}`.execute(work.tx);

const relationsOf = ({ actor }: Work, { customerId, isMine, withdrawnAt }: Row): Relation[] => [
  ...(actor.customerId === customerId ? (['own'] as const) : []),
  // To whom it was handed over; else their present adviser; where they have none, those who give them one. An adviser who takes them takes their
  // ask along.
  // What was taken back is nobody's to see any more.
  ...(withdrawnAt === null && isMine ? (['asked'] as const) : []),
];

/** Why, as the use log says it: of what lies with a customer they look after for a colleague, that they stand in. */
const whyOf = async (work: Work): Promise<(why: string, row: Row) => string> => {
  const byCaseload = await whyByCaseload(work);
  return (why, { toId, customerId }) => (toId === null ? byCaseload(why, customerId) : why);
};

const recordOf = ({ isMine: _, toId, toName, why, byName, byRole, handedAt, ...record }: Row): LoadedAsk => ({
  ...record,
  state: stateOfAsk(record),
  handed: handedIn({ toId, toName, why, byName, byRole, handedAt }),
});

/** Loads and authorises one ask, its row locked for what writes. Throws "not found" for one that is not there or not the actor's to see. */
export const loadAsk = async (
  work: Work,
  askId: string,
  { action, why }: { action: Action; why: string },
): Promise<LoadedAsk> => {
  if (isId(askId) && action !== 'read')
    await sql`select from person_ask where city_id = ${work.cityId} and id = ${askId} for update`.execute(work.tx);
  const row = isId(askId) ? (await select(work, sql`a.id = ${askId}`, 1)).rows[0] : undefined;
  if (!row) {
    work.note({ section: 'personAsks', action, why, customerId: null, isAllowed: false });
    throw notFound();
  }
  const { customerId } = row;
  const said = (await whyOf(work))(why, row);
  access.authorise(work, { section: 'personAsks', action, why: said, relations: relationsOf(work, row), customerId });
  return recordOf(row);
};

/** My own asks, those that wait first, at most so many. */
export const ownAsks = async (work: Work, customerId: string, limit: number): Promise<LoadedAsk[]> =>
  (await select(work, sql`a.customer_id = ${customerId}`, limit)).rows.map(recordOf);

/** Asks that are this professional's, those due first before those that are over; each one shown is in its customer's use log. */
export const asksForMe = async (
  work: Work,
  { page, onPage, isOpen, why }: { page: number; onPage: number; isOpen?: boolean; why: string },
): Promise<LoadedAsk[]> => {
  const waits = isOpen ? sql`a.answered_at is null and a.withdrawn_at is null` : sql`a.withdrawn_at is null`;
  const where = sql`${waits} and ${isForMe(work)}`;
  const { rows } = await select(work, where, onPage + 1, (page - 1) * onPage);
  const said = await whyOf(work);
  for (const row of rows)
    access.authorise(work, {
      ...{ section: 'personAsks', action: 'list', why: said(why, row) },
      relations: relationsOf(work, row),
      customerId: row.customerId,
    });
  return rows.map(recordOf);
};
