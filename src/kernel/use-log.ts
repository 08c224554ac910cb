import { createHash } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import { access } from './access/access.ts';
import { isDay } from './clock.ts';
import type { Tx } from './database.ts';
import { isId } from './ids.ts';
import type { Tables } from './tables.ts';
import type { Work } from './work.ts';

export type Look = {
  id: string;
  at: Date;
  personName: string;
  role: string;
  section: string;
  action: string;
  why: string;
  isMe: boolean;
};

/** Rows older than one row of the log, which stands in no order but its time. */
const olderThan = (cityId: string, id: string) =>
  sql<boolean>`(use_log.at, use_log.id) < (select earlier.at, earlier.id from use_log earlier where earlier.city_id = ${cityId} and earlier.id = ${id})`;

/** Who has looked at or changed the actor's own data, newest first, at most 100; `before` is the id of the last one shown. */
export const readLookers = async (work: Work, { before }: { before?: string } = {}): Promise<Look[]> => {
  const me = await access.self(work, { section: 'lookers', action: 'read', why: 'who has looked' });
  const rows = await work.tx
    .selectFrom('useLog')
    .select(['id', 'at', 'personName', 'role', 'section', 'action', 'why', 'personId'])
    .where('cityId', '=', work.cityId)
    .where('customerId', '=', me.id)
    .where('isAllowed', '=', true)
    .$if(isId(before), (query) => query.where(olderThan(work.cityId, before ?? '')))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(lookersAtOnce)
    .execute();
  return rows.map(({ personId, ...row }) => ({ ...row, isMe: personId === work.actor.personId }));
};

export const lookersAtOnce = 100;

export type LogSearch = {
  /** Part of a person's name, as the city knows it. */
  person: string;
  customerId: string;
  /** YYYY-MM-DD in the city's time. */
  day: string;
  /** Id of the last row shown. */
  before: string;
};

export type LogLine = Omit<LogRow, 'personId'>;

export const linesAtOnce = 25;

const peopleNamed = (work: Work, name: string) =>
  work.tx
    .selectFrom('cityPerson')
    .select('personId')
    .where('cityId', '=', work.cityId)
    .where('name', 'ilike', `%${name.replace(/[\\%_]/g, '\\$&')}%`)
    .limit(50);

export type LogPage = {
  lines: LogLine[];
  /** Where older ones go on from; null when there are none. */
  before: string | null;
};

/** The most that one request writes: a page of the log does not end amid it. */
const mostOfRequest = 250;

const pageOf = (found: LogLine[]): LogPage => {
  const last = found[linesAtOnce - 1];
  const next = found.findIndex(({ requestId }, at) => at >= linesAtOnce && requestId !== last?.requestId);
  const lines = next === -1 ? found.slice(0, linesAtOnce + mostOfRequest) : found.slice(0, next);
  return { lines, before: found.length > lines.length ? (lines.at(-1)?.id ?? null) : null };
};

/** The city's use log for its administrator, newest first, 25 at a time and the rest of what the last one's request wrote. A search is itself logged. */
export const readCityUseLog = async (work: Work, { person, customerId, day, before }: LogSearch): Promise<LogPage> => {
  const isSearch = person !== '' || customerId !== '' || day !== '';
  const asked = { section: 'cityUseLog', action: isSearch ? 'search' : 'read', why: 'city use log' } as const;
  access.authorise(work, { ...asked, relations: ['city'], customerId: isId(customerId) ? customerId : null });
  const midnightAfter = (days: number) =>
    sql<Date>`((${day}::date + ${days}::int)::timestamp at time zone (select time_zone from city where id = ${work.cityId}))`;
  const found = await work.tx
    .selectFrom('useLog')
    .select(['id', 'at', 'personName', 'role', 'customerId', 'section', 'action', 'why', 'isAllowed', 'requestId'])
    .where('cityId', '=', work.cityId)
    .$if(person !== '', (query) => query.where('personId', 'in', peopleNamed(work, person)))
    .$if(customerId !== '', (query) => query.where('customerId', '=', isId(customerId) ? customerId : null))
    .$if(isDay(day), (query) => query.where('at', '>=', midnightAfter(0)).where('at', '<', midnightAfter(1)))
    .$if(isId(before), (query) => query.where(olderThan(work.cityId, before)))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(linesAtOnce + mostOfRequest + 1)
    .execute();
  return pageOf(found);
};

export type ChainState = {
  /** How many rows are sealed, and when the last of them was written. */
  sealed: number;
  sealedAt: Date | null;
  /** What a walk through the whole chain found; null when none was asked for. */
  walk: { rows: number; fault: ChainFault | null } | null;
};

/** How far the city's use log is sealed; with `isWalked`, whether every sealed row is as it was (a million rows take under a minute). */
export const readChainState = async (work: Work, { isWalked }: { isWalked: boolean }): Promise<ChainState> => {
  access.authorise(work, {
    section: 'cityUseLog',
    action: 'read',
    why: 'log chain',
    relations: ['city'],
    customerId: null,
  });
  const last = await work.tx
    .selectFrom('useLogSeal as s')
    .leftJoin('useLog as l', (join) => join.onRef('l.cityId', '=', 's.cityId').onRef('l.id', '=', 's.logId'))
    .select(['s.seq', 'l.at'])
    .where('s.cityId', '=', work.cityId)
    .orderBy('s.seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const walk = isWalked ? await verifyUseLog(work.tx, work.cityId) : null;
  return { sealed: last?.seq ?? 0, sealedAt: last?.at ?? null, walk };
};

type LogRow = Omit<Selectable<Tables['useLog']>, 'cityId'>;

/** sha256 of the previous hash and every column of the row, in one fixed order. */
const chained = (previous: Buffer, row: LogRow): Buffer =>
  createHash('sha256')
    .update(previous)
    .update(
      JSON.stringify([
        row.id,
        row.at.toISOString(),
        row.personId,
        row.personName,
        row.role,
        row.customerId,
        row.section,
        row.action,
        row.why,
        row.isAllowed,
        row.requestId,
      ]),
    )
    .digest();

const columns = sql.raw(
  'l.id, l.at, l.person_id, l.person_name, l.role, l.customer_id, l.section, l.action, l.why, l.is_allowed, l.request_id',
);

/**
 * Adds the rows written since to the city's hash chain. Sealing is apart from writing so that requests do not queue behind one chain;
 * a row can be sealed up to an hour after its transaction. Returns how many were sealed.
 */
export const sealUseLog = async (tx: Tx, cityId: string, batch = 5000): Promise<number> => {
  await sql`select pg_advisory_xact_lock(hashtext('seal ' || ${cityId}))`.execute(tx);
  const last = await tx
    .selectFrom('useLogSeal as s')
    .leftJoin('useLog as l', (join) => join.onRef('l.cityId', '=', 's.cityId').onRef('l.id', '=', 's.logId'))
    .select(['s.seq', 's.hash', 'l.at'])
    .where('s.cityId', '=', cityId)
    .orderBy('s.seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const since = last?.at ? new Date(last.at.getTime() - 3_600_000) : new Date(0);
  const { rows } = await sql<LogRow>`
    select ${columns} from use_log l
    where l.city_id = ${cityId} and l.at >= ${since}
      and not exists (select from use_log_seal s where s.city_id = l.city_id and s.log_id = l.id)
    order by l.at, l.id limit ${batch}`.execute(tx);
  const cut = last ? undefined : await cutOf(tx, cityId);
  let hash = last?.hash ?? cut?.hash ?? Buffer.alloc(32);
  let seq = last?.seq ?? cut?.seq ?? 0;
  const seals = rows.map((row) => {
    hash = chained(hash, row);
    seq += 1;
    return { cityId, seq, logId: row.id, hash };
  });
  for (let at = 0; at < seals.length; at += 1000)
    await tx
      .insertInto('useLogSeal')
      .values(seals.slice(at, at + 1000))
      .execute();
  return seals.length;
};

export type ChainFault = { seq: number; logId: string; what: 'changed' | 'missing' };

/** Where a chain begins whose oldest rows have gone in their time: after which row, and with what hash. */
const cutOf = (tx: Tx, cityId: string) =>
  tx
    .selectFrom('useLogCut')
    .select(['seq', 'hash'])
    .where('cityId', '=', cityId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Walks a city's whole chain, from where it was cut last. Names the first sealed row that was altered or taken away. */
export const verifyUseLog = async (tx: Tx, cityId: string): Promise<{ rows: number; fault: ChainFault | null }> => {
  const cut = await cutOf(tx, cityId);
  let previous: Buffer = cut?.hash ?? Buffer.alloc(32);
  let seq = cut?.seq ?? 0;
  const begin = seq;
  for (;;) {
    const { rows } = await sql<LogRow & { seq: number; hash: Buffer; logId: string }>`
      select ${columns}, s.seq, s.hash, s.log_id from use_log_seal s
      left join use_log l on l.city_id = s.city_id and l.id = s.log_id
      where s.city_id = ${cityId} and s.seq > ${seq} order by s.seq limit 10000`.execute(tx);
    for (const row of rows) {
      seq += 1;
      const fault = (what: ChainFault['what']) => ({ rows: seq - begin, fault: { seq, logId: row.logId, what } });
      if (row.id === null || row.seq !== seq) return fault('missing');
      if (!chained(previous, row).equals(row.hash)) return fault('changed');
      previous = row.hash;
    }
    if (rows.length < 10000) return { rows: seq - begin, fault: null };
  }
};
