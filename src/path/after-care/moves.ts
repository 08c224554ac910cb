import { type RawBuilder, sql } from 'kysely';
import { access } from '../../kernel/access/access.ts';
import { adviserOf, isAdvisedBy } from '../../kernel/advisers.ts';
import { aPerson, type Move, mostOfAKind, type Who } from '../../kernel/move.ts';
import { hidesWhole } from '../../kernel/protection.ts';
import type { Work } from '../../kernel/work.ts';
import type { AfterCareAnswer } from './tables.ts';

type Row = {
  id: string;
  customerId: string;
  name: string;
  months: number;
  askedAt: Date;
  answerUntil: string;
  answer: AfterCareAnswer | null;
  answeredAt: Date | null;
};

const select = async ({ tx, cityId }: Work, where: RawBuilder<unknown>): Promise<Row[]> => {
  const { rows } = await sql<Row>`
    select a.id, c.id as customer_id, p.name, a.months, a.asked_at, a.answer_until, a.answer, a.answered_at
    from customer c
    join after_care a on a.city_id = c.city_id and a.customer_id = c.id
    join path_fact f on f.city_id = a.city_id and f.id = a.fact_id
    join city_person p on p.city_id = c.city_id and p.person_id = c.person_id
    where c.city_id = ${cityId} and c.deleted_at is null and ${where}
    order by a.asked_at, a.id limit ${mostOfAKind}`.execute(tx);
  return rows;
};

/** Waits for its customer's answer: within its days, while the work it is asked of goes on. */
const waits = ({ today }: Work) =>
  sql`a.answer is null and a.answer_until >= ${today} and f.taken_back_at is null and (f.to_on is null or f.to_on >= ${today})`;

const thingOf = ({ id }: Row): string => `afterCare:${id}`;

/** What an adviser has to read: not all well, or something said in words. */
const toBeRead = sql`a.seen_at is null and (a.answer in ('mixed', 'help') or a.words <> '')`;

const asked = (kind: string, row: Row, who: Who): Move => ({
  kind,
  customerId: row.customerId,
  values: { name: row.name, months: row.months },
  path: `/after-care/${row.id}`,
  since: row.askedAt,
  untilOn: row.answerUntil,
  who,
  thing: thingOf(row),
});

const answered = (kind: string, row: Row, who: Who): Move => ({
  kind,
  customerId: row.customerId,
  values: { name: row.name, answer: row.answer ?? '' },
  path: `/after-care/${row.id}`,
  since: row.answeredAt ?? row.askedAt,
  untilOn: null,
  who,
  thing: thingOf(row),
});

const customerMoves = async (work: Work): Promise<Move[]> => {
  const mine = sql`c.id = ${work.actor.customerId}`;
  const toAnswer = await select(work, sql`${mine} and ${waits(work)}`);
  const unread = await select(work, sql`${mine} and ${toBeRead}`);
  const [first] = [...toAnswer, ...unread];
  const adviser = first && (await adviserOf(work, first.customerId));
  const who: Who = adviser ? aPerson(adviser.name) : { kind: 'city' };
  return [
    ...toAnswer.map((row) => asked('afterCareToAnswer', row, who)),
    ...unread.map((row) => ({ ...answered('afterCareToBeRead', row, who), isWaiting: true as const })),
  ];
};

const adviserMoves = async (work: Work): Promise<Move[]> => {
  const mine = sql`${isAdvisedBy(work)} and not ${hidesWhole(work, sql.ref('c.id'))}`;
  const toRead = await select(work, sql`${mine} and ${toBeRead}`);
  const waiting = await select(work, sql`${mine} and ${waits(work)}`);
  for (const customerId of new Set([...toRead, ...waiting].map((one) => one.customerId)))
    access.authorise(work, {
      section: 'caseload',
      action: 'list',
      why: 'what waits',
      relations: ['caseload'],
      customerId,
    });
  return [
    ...toRead.map((row) => answered('afterCareAnswered', row, aPerson(row.name))),
    ...waiting.map((row) => ({ ...asked('afterCareWaits', row, aPerson(row.name)), isWaiting: true as const })),
  ];
};

export const afterCareMoves = { customer: customerMoves, adviser: adviserMoves };
