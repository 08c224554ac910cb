import { sql } from 'kysely';
import { adviserOf } from '../../kernel/advisers.ts';
import { aPerson, type Move, type MoveSource } from '../../kernel/move.ts';
import type { Work } from '../../kernel/work.ts';
import { readLateAsks } from './count-asks.ts';
import { asksForMe } from './load-ask.ts';
import { isOverdue } from './rules.ts';
import { type HandedColumns, lastHandOver } from './turn.ts';

const movesAtOnce = 20;

/** What customers asked the professional to look at: a move each, the late ones said to be so. */
const personMoves = async (work: Work): Promise<Move[]> => {
  const asks = await asksForMe(work, { page: 1, onPage: movesAtOnce, isOpen: true, why: 'what waits' });
  return asks.map((ask) => ({
    kind: isOverdue(ask, work.today) ? 'askedPersonLate' : 'askedPerson',
    values: { name: ask.customerName },
    path: `/asks/${ask.id}`,
    since: ask.askedAt,
    untilOn: ask.dueOn,
    who: aPerson(ask.customerName),
    thing: `ask:${ask.id}`,
    // What was handed over to somebody is theirs by name.
    ...(ask.handed === null && { customerId: ask.customerId }),
    ...(isOverdue(ask, work.today) && { isLate: true }),
  }));
};

const shownOfWords = 60;

/** The customer's own words tell them which ask it is. */
const beginningOf = (words: string): string => {
  const [line = ''] = words.split('\n');
  return line.length > shownOfWords ? `${line.slice(0, shownOfWords - 1).trimEnd()}…` : line;
};

type Own = Pick<HandedColumns, 'toName'> & {
  id: string;
  askedAt: Date;
  dueOn: string;
  answeredAt: Date | null;
  answeredName: string;
  words: string;
};

/** My asks that wait, and answers I have not said I have read. */
const findOwn = async ({ tx, cityId, actor, today }: Work): Promise<Own[]> => {
  const { rows } = await sql<Own>`
    select a.id, a.asked_at, a.due_on, a.answered_at, a.answered_name, a.words, h.to_name from person_ask a
    ${lastHandOver(today)}
    where a.city_id = ${cityId} and a.customer_id = ${actor.customerId} and a.withdrawn_at is null and (a.answered_at is null or a.seen_at is null)
    order by a.asked_at, a.id limit ${movesAtOnce}`.execute(tx);
  return rows;
};

/** What came back is the customer's move, until they have opened it; what waits is said to wait, for whom and until when. */
const customerMoves = async (work: Work): Promise<Move[]> => {
  const own = await findOwn(work);
  if (own.length === 0 || !work.actor.customerId) return [];
  const adviser = (await adviserOf(work, work.actor.customerId))?.name;
  return own.map(({ id, askedAt, dueOn, answeredAt, answeredName, words, toName }): Move => {
    const path = `/ask-a-person/${id}`;
    if (answeredAt)
      return {
        kind: 'personAnswered',
        values: { name: answeredName, what: beginningOf(words) },
        path,
        since: answeredAt,
        untilOn: null,
        who: aPerson(answeredName),
        isNews: true,
      };
    const isLate = isOverdue({ state: 'asked', dueOn }, work.today);
    const kind = isLate ? 'waitsForPersonLate' : 'waitsForPerson';
    const name = toName ?? adviser;
    return {
      kind,
      values: { name: name ?? 'none', what: beginningOf(words) },
      path,
      since: askedAt,
      untilOn: dueOn,
      who: name === undefined ? { kind: 'city' } : aPerson(name),
      thing: `ask:${id}`,
      isWaiting: true,
    };
  });
};

/**
 * The late asks that wait for advisers are one move for who sees to it that everybody gets an answer, before all their others. It names nobody;
 * their own are moves of their own.
 */
const lateMoves = async (work: Work): Promise<Move[]> => {
  const { asks, count } = await readLateAsks(work);
  const [first] = asks;
  if (!first) return [];
  const at = { path: '/asks', since: first.askedAt, untilOn: null };
  return [{ kind: 'lateAsks', values: { count }, ...at, who: { kind: 'tuttu' }, isLate: true }];
};

export const askPersonMoves: MoveSource = {
  customer: customerMoves,
  adviser: personMoves,
  coordinator: async (work) => [...(await personMoves(work)), ...(await lateMoves(work))],
  manager: async (work) => [...(await personMoves(work)), ...(await lateMoves(work))],
};
