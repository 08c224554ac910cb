import { sql } from 'kysely';
import { adviserOf } from '../../kernel/advisers.ts';
import type { Move, MoveSource } from '../../kernel/move.ts';
import type { Work } from '../../kernel/work.ts';
import { readLateAsks } from './count-asks.ts';
import { asksForMe } from './load-ask.ts';
import { isOverdue } from './rules.ts';

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
  }));
};

const shownOfWords = 60;

/** The customer's own words tell them which ask it is. */
const beginningOf = (words: string): string => {
  const [line = ''] = words.split('\n');
  return line.length > shownOfWords ? `${line.slice(0, shownOfWords - 1).trimEnd()}…` : line;
};

type Own = { id: string; askedAt: Date; dueOn: string; answeredAt: Date | null; answeredName: string; words: string };

/** My asks that wait, and answers I have not said I have read. */
const findOwn = async ({ tx, cityId, actor }: Work): Promise<Own[]> => {
  const { rows } = await sql<Own>`
    select id, asked_at, due_on, answered_at, answered_name, words from person_ask
    where city_id = ${cityId} and customer_id = ${actor.customerId} and withdrawn_at is null and (answered_at is null or seen_at is null)
    order by asked_at, id limit ${movesAtOnce}`.execute(tx);
  return rows;
};

/** What came back is the customer's move, until they have opened it; what waits is said to wait, for whom and until when. */
const customerMoves = async (work: Work): Promise<Move[]> => {
  const own = await findOwn(work);
  if (own.length === 0 || !work.actor.customerId) return [];
  const adviser = (await adviserOf(work, work.actor.customerId))?.name;
  return own.map(({ id, askedAt, dueOn, answeredAt, answeredName, words }): Move => {
    const path = `/ask-a-person/${id}`;
    if (answeredAt)
      return {
        kind: 'personAnswered',
        values: { name: answeredName, what: beginningOf(words) },
        path,
        since: answeredAt,
        untilOn: null,
      };
    const isLate = isOverdue({ state: 'asked', dueOn }, work.today);
    const kind = isLate ? 'waitsForPersonLate' : 'waitsForPerson';
    return {
      kind,
      values: { name: adviser ?? 'none', what: beginningOf(words) },
      path,
      since: askedAt,
      untilOn: dueOn,
      isWaiting: true,
    };
  });
};

/** The late asks that wait for advisers are one move for who sees to it that everybody gets an answer. It names nobody; their own are moves of their own. */
const lateMoves = async (work: Work): Promise<Move[]> => {
  const [first, ...more] = (await readLateAsks(work)).filter(({ adviser }) => adviser !== null);
  if (!first) return [];
  const count = more.reduce((sum, { late }) => sum + late, first.late);
  return [{ kind: 'lateAsks', values: { count }, path: '/asks', since: first.since, untilOn: null }];
};

export const askPersonMoves: MoveSource = {
  customer: customerMoves,
  adviser: personMoves,
  coordinator: async (work) => [...(await personMoves(work)), ...(await lateMoves(work))],
  manager: async (work) => [...(await personMoves(work)), ...(await lateMoves(work))],
};
