import { sql } from 'kysely';
import { access } from '../../kernel/access/access.ts';
import type { Action, Relation } from '../../kernel/access/policy.ts';
import type { Role } from '../../kernel/actor.ts';
import { hasNoAdviser, isAdvisedBy, whyByCaseload } from '../../kernel/advisers.ts';
import type { DataClass } from '../../kernel/data-map.ts';
import { isId } from '../../kernel/ids.ts';
import { notFound } from '../../kernel/problem.ts';
import { hidesWhole } from '../../kernel/protection.ts';
import type { Work } from '../../kernel/work.ts';
import { type CorrectionState, stateOfCorrection } from './rules.ts';

export type Correction = {
  id: string;
  customerId: string;
  customerName: string;
  about: DataClass;
  words: string;
  askedAt: Date;
  /** YYYY-MM-DD. */
  dueOn: string;
  answer: string;
  isDone: boolean | null;
  answeredAt: Date | null;
  answeredName: string;
  answeredRole: Role | '';
  withdrawnAt: Date | null;
  version: number;
  state: CorrectionState;
};

type Row = Omit<Correction, 'state'> & { isMine: boolean; isFree: boolean };

const select = (work: Work, where: ReturnType<typeof sql>, limit: number, offset = 0) =>
  sql<Row>`
    select k.id, k.customer_id, p.name as customer_name, k.about, k.words, k.asked_at, k.due_on, k.answer, k.is_done, k.answered_at,
      k.answered_name, k.answered_role, k.withdrawn_at, k.version,
      ${isAdvisedBy(work)} as is_mine, ${hasNoAdviser(work.today)} as is_free
    from correction k
    join customer c on c.city_id = k.city_id and c.id = k.customer_id and c.deleted_at is null
    join city_person p on p.city_id = c.city_id and p.person_id = c.person_id
    where k.city_id = ${work.cityId} and ${where} and not ${hidesWhole(work, sql.ref('c.id'))}
    order by k.answered_at is not null or k.withdrawn_at is not null, k.due_on, k.asked_at desc, k.id
    limit ${limit} offset ${offset}`.execute(work.tx);

const relationsOf = ({ actor }: Work, { customerId, isMine, isFree, withdrawnAt }: Row): Relation[] => [
  ...(actor.customerId === customerId ? (['own'] as const) : []),
  // Their present adviser; where they have none, those who give them one. What was taken back is nobody's to see any more.
  ...(withdrawnAt === null && (actor.role === 'adviser' ? isMine : isFree) ? (['asked'] as const) : []),
];

const recordOf = ({ isMine: _, isFree: __, ...row }: Row): Correction => ({ ...row, state: stateOfCorrection(row) });

/** Loads and authorises one request, its row locked for what writes. Throws "not found" for one that is not there or not the actor's to see. */
export const loadCorrection = async (
  work: Work,
  correctionId: string,
  { action, why }: { action: Action; why: string },
): Promise<Correction> => {
  if (isId(correctionId) && action !== 'read')
    await sql`select from correction where city_id = ${work.cityId} and id = ${correctionId} for update`.execute(
      work.tx,
    );
  const row = isId(correctionId) ? (await select(work, sql`k.id = ${correctionId}`, 1)).rows[0] : undefined;
  if (!row) {
    work.note({ section: 'corrections', action, why, customerId: null, isAllowed: false });
    throw notFound();
  }
  const { customerId } = row;
  const said = (await whyByCaseload(work))(why, customerId);
  access.authorise(work, { section: 'corrections', action, why: said, relations: relationsOf(work, row), customerId });
  return recordOf(row);
};

/** My own requests, those that wait first, at most so many. */
export const ownCorrections = async (work: Work, customerId: string, limit: number): Promise<Correction[]> =>
  (await select(work, sql`k.customer_id = ${customerId}`, limit)).rows.map(recordOf);

/** Requests that are this professional's, those due first before those that are over; each one shown is in its customer's use log. */
export const correctionsForMe = async (
  work: Work,
  { page, onPage, isOpen = false, why }: { page: number; onPage: number; isOpen?: boolean; why: string },
): Promise<Correction[]> => {
  const waits = isOpen ? sql`k.answered_at is null and k.withdrawn_at is null` : sql`k.withdrawn_at is null`;
  const mine = work.actor.role === 'adviser' ? isAdvisedBy(work) : hasNoAdviser(work.today);
  const { rows } = await select(work, sql`${waits} and ${mine}`, onPage + 1, (page - 1) * onPage);
  const said = await whyByCaseload(work);
  for (const row of rows.slice(0, onPage))
    access.authorise(work, {
      ...{ section: 'corrections', action: 'list', why: said(why, row.customerId) },
      relations: relationsOf(work, row),
      customerId: row.customerId,
    });
  return rows.map(recordOf);
};
