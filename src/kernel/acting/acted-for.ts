import { sql } from 'kysely';
import { z } from 'zod';
import { type Asked, access } from '../access/access.ts';
import { looksAfter } from '../advisers.ts';
import { isId } from '../ids.ts';
import { mostInteger } from '../numbers.ts';
import { notFound, Problem } from '../problem.ts';
import { hidesWhole } from '../protection.ts';
import { words } from '../words.ts';
import type { Work } from '../work.ts';
import {
  type ActedMove,
  type ActedSide,
  type ActedState,
  type ActedWay,
  type ActedWhat,
  actedAfter,
  actedMoves,
  actedState,
} from './rules.ts';

/** What an official did for a customer, and what the two have said of it since. */
export type ActedFor = {
  id: string;
  customerId: string;
  customerName: string;
  officialName: string;
  officialRole: string;
  what: ActedWhat;
  path: string;
  way: ActedWay;
  reason: string;
  at: Date;
  dispute: string;
  disputedAt: Date | null;
  answer: string;
  answeredAt: Date | null;
  answeredName: string;
  version: number;
};
export type ActedForView = ActedFor & { state: ActedState; moves: ActedMove[] };

const mostShown = 100;

const find = async ({ tx, cityId }: Work, where: ReturnType<typeof sql>): Promise<ActedFor[]> => {
  const { rows } = await sql<ActedFor>`
    select a.id, a.customer_id, p.name as customer_name, a.official_name, a.official_role, a.what, a.path, a.way, a.reason, a.at, a.dispute, a.disputed_at,
      a.answer, a.answered_at, a.answered_name, a.version
    from acted_for a
    join customer c on c.city_id = a.city_id and c.id = a.customer_id and c.deleted_at is null
    join city_person p on p.city_id = c.city_id and p.person_id = c.person_id
    where a.city_id = ${cityId} and ${where}
    order by a.at desc, a.id desc limit ${mostShown}`.execute(tx);
  return rows;
};

const sideOf = ({ role }: Work['actor']): ActedSide => (role === 'customer' ? 'customer' : 'adviser');

const isDisputed = ({ state }: Pick<ActedForView, 'state'>): boolean => state === 'disputed';

/** What waits for an answer comes before the rest. */
const disputedFirst = (seen: readonly ActedForView[]): ActedForView[] => [
  ...seen.filter(isDisputed),
  ...seen.filter((one) => !isDisputed(one)),
];

const seenBy =
  ({ actor }: Work) =>
  (acted: ActedFor): ActedForView => {
    const state = actedState(acted);
    const moves = actedMoves.filter((move) => actedAfter(move, { state, side: sideOf(actor) }) !== null);
    return { ...acted, state, moves };
  };

const why = 'what was done for a customer';

/** What has been done for one of the adviser's customers, by whoever did it, what is disputed and not answered first, then the newest; a hundred at most. Throws notFound for another's. */
export const readDoneForCustomer = async (
  work: Work,
  { customerId }: { customerId: string },
): Promise<{ customer: { id: string; name: string }; done: ActedForView[] }> => {
  const { id, name } = await access.customer(work, customerId, { section: 'actedFor', action: 'read', why });
  return {
    customer: { id, name },
    done: disputedFirst((await find(work, sql`a.customer_id = ${id}`)).map(seenBy(work))),
  };
};

/** What the adviser has done for customers they look after today, what is disputed and not answered first; a hundred at most. Each customer in it gets a row in their use log. */
export const readDoneByMe = async (work: Work): Promise<ActedForView[]> => {
  const { actor, cityId } = work;
  const isTheirs = sql`exists (select from caseload l where l.city_id = ${cityId} and l.customer_id = a.customer_id and l.kind = ${actor.role}
    and ${looksAfter(work)} and l.to_on is null)`;
  const isSeen = sql`not ${hidesWhole(work, sql.ref('c.id'))}`;
  const done = await find(work, sql`a.official_id = ${actor.personId} and ${isTheirs} and ${isSeen}`);
  for (const customerId of new Set(done.map((one) => one.customerId)))
    access.authorise(work, { section: 'actedFor', action: 'list', why, relations: ['caseload'], customerId });
  return disputedFirst(done.map(seenBy(work)));
};

export type ActedMark = Pick<ActedFor, 'id' | 'officialName' | 'at'>;

/** What was done for the actor, a customer, that led to this page of theirs, the latest first; nothing for anybody else, who reads it elsewhere. */
export const readMarks = async (work: Work, { path }: { path: string }): Promise<ActedMark[]> => {
  if (work.actor.role !== 'customer') return [];
  const me = await access.self(work, { section: 'actedFor', action: 'read', why: 'what was done for me' });
  return work.tx
    .selectFrom('actedFor')
    .select(['id', 'officialName', 'at'])
    .where('cityId', '=', work.cityId)
    .where('customerId', '=', me.id)
    .where('path', '=', path)
    .orderBy('at', 'desc')
    .limit(10)
    .execute();
};

/** What has been done for the actor, a customer, newest first; a hundred at most. */
export const readDoneForMe = async (work: Work): Promise<ActedForView[]> => {
  const me = await access.self(work, { section: 'actedFor', action: 'read', why: 'what was done for me' });
  return (await find(work, sql`a.customer_id = ${me.id}`)).map(seenBy(work));
};

/** Loads and authorises in one call: the customer's own, or one of a customer in the adviser's caseload. Throws notFound for any other. */
const load = async (work: Work, actedForId: string, asked: Omit<Asked, 'section'>): Promise<ActedForView> => {
  const [found] = isId(actedForId) ? await find(work, sql`a.id = ${actedForId}`) : [];
  if (!found) {
    work.note({ ...asked, section: 'actedFor', customerId: null, isAllowed: false });
    throw notFound();
  }
  await access.customer(work, found.customerId, { ...asked, section: 'actedFor' });
  return seenBy(work)(found);
};

export const readActedFor = (work: Work, { actedForId }: { actedForId: string }): Promise<ActedForView> =>
  load(work, actedForId, { action: 'read', why: 'what was done for me' });

export const wordInput = z.object({ word: words(1000) });
export const sayInput = wordInput.extend({ actedForId: z.string(), version: z.number().int().max(mostInteger) });

const say = async (
  work: Work,
  move: ActedMove,
  { actedForId, version, word }: z.output<typeof sayInput>,
): Promise<{ id: string; version: number }> => {
  const why = move === 'dispute' ? 'said it is not so' : 'answered what is not so';
  const acted = await load(work, actedForId, { action: 'answer', why });
  if (acted.version !== version) throw new Problem('changedMeanwhile', { current: acted });
  if (!acted.moves.includes(move)) throw new Problem('notNow');
  const { actor, cityId, now } = work;
  const set =
    move === 'dispute'
      ? { dispute: word, disputedAt: now }
      : { answer: word, answeredAt: now, answeredBy: actor.personId, answeredName: actor.name };
  const saved = await work.tx
    .updateTable('actedFor')
    .set({ ...set, version: version + 1 })
    .where('cityId', '=', cityId)
    .where('id', '=', acted.id)
    .where('version', '=', version)
    .returning(['id', 'version'])
    .executeTakeFirst();
  if (!saved) {
    const current = (await find(work, sql`a.id = ${acted.id}`)).map(seenBy(work))[0];
    throw new Problem('changedMeanwhile', { current });
  }
  work.emit(move === 'dispute' ? 'actedDisputed' : 'actedAnswered', { actedForId: acted.id });
  return saved;
};

/** The customer says that what was done for them is not so, with a word. Throws notNow when they have said it before. */
export const disputeActed = (work: Work, input: z.output<typeof sayInput>) => say(work, 'dispute', input);

/** The adviser answers it: what was put right, or why it is so. Throws notNow where nothing waits for an answer. */
export const answerDispute = (work: Work, input: z.output<typeof sayInput>) => say(work, 'answer', input);
