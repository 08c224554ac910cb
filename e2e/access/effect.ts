import pg from 'pg';
import { wishItem } from '../../src/know-how/profile/shown.ts';
import type { Circle } from '../../src/testing/circle.ts';
import { keepJournal, notedSince, ownName } from './journal.ts';
import { madeByPeople, writtenByTheClock } from './rows.ts';

/**
 * Written beside the deed: who acts, who looked, and what was suggested before whose eyes, what waits to be sent, what the index of matches has to read again, how far a job has come
 * with a brought document or with asking an outside model; and what the clock writes.
 */
const beside = [
  'session',
  'use_log',
  'use_log_seal',
  'suggestion_log',
  'handled_event',
  'posted_once',
  'migration',
  'mail',
  'notice',
  'sms',
  'sms',
  'notice',
  'matching_change',
  'bring_part',
  'stored_file_part',
  'bring_reading',
  'outside_asking',
  'document_opening',
  ...writtenByTheClock,
];

/** The connections to each place looked at. */
const places = new Map<string, Promise<pg.Pool>>();

const openPlace = async (url: string): Promise<pg.Pool> => {
  const options = '-c max_parallel_workers_per_gather=0';
  const pool = new pg.Pool({ connectionString: url, max: 4, application_name: ownName, options });
  // The database goes away with its server, at the end of the tests.
  pool.on('error', () => {});
  const { rows } = await pool.query<{ name: string }>(
    "select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r' order by 1",
  );
  const tables = rows
    .map(({ name }) => name)
    .filter((name) => !beside.includes(name) && !/^skill|^vocabulary/.test(name));
  await keepJournal(pool, tables);
  return pool;
};

const placeAt = (url: string): Promise<pg.Pool> => {
  const place = places.get(url) ?? openPlace(url);
  places.set(url, place);
  return place;
};

/** Closes what was opened for a place. */
export const leavePlace = async (url: string): Promise<void> => {
  const place = places.get(url);
  places.delete(url);
  await (await place)?.end();
};

const longestReading = 20_000;

/** Waits until no brought document is being read: what a job finds in one is else taken for what the next deed did. */
export const readersDone = async (rootUrl: string): Promise<void> => {
  const pool = await placeAt(rootUrl);
  const until = Date.now() + longestReading;
  while (Date.now() < until) {
    const { rows } = await pool.query<{ waiting: number }>(
      "select count(*)::int as waiting from jobs.job where name = 'reading' and state in ('created', 'retry', 'active')",
    );
    if (rows[0]?.waiting === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

/** From which transaction on something is written by what comes now. */
export const fromNowOn = async (rootUrl: string): Promise<string> => {
  const pool = await placeAt(rootUrl);
  const { rows } = await pool.query<{ next: string }>('select pg_snapshot_xmax(pg_current_snapshot())::text as next');
  return rows[0]?.next ?? '0';
};

/** What became different since: rows written, as they are now, and how many row versions of each table are gone. */
export const changesSince = async (rootUrl: string, since: string): Promise<string[]> => {
  const pool = await placeAt(rootUrl);
  const changes: string[] = [];
  for (const { name, more } of await notedSince(pool, since)) {
    const { rows } = await pool.query<{ row: object }>(
      `select to_jsonb(t) as row from ${name} t ${madeByPeople[name] ?? 'where true'} and t.xmin::text::bigint >= $1`,
      [since],
    );
    const gone = rows.length - more;
    changes.push(...rows.map(({ row }) => `${name} ${JSON.stringify(row)}`));
    if (gone > 0) changes.push(`${name} without ${gone}`);
  }
  return changes;
};

/** A job writes down the talk that was held at an appointment, some time after that was said. */
const writtenByJobs = /^talk .*"how_why":"".*"version":1\b/;

/** Changes with the circle's ids by their names, other ids and instants blurred: the same deed in two circles reads the same. */
export const describeEffect = (changes: readonly string[], circle: Circle): string[] => {
  const names = new Map<string, string>([
    ...Object.entries(circle.ids).map(([name, id]) => [id, name] as const),
    [circle.customer.personId, 'customer'],
    [circle.adviser.personId, 'adviser'],
    [circle.socialWorker.personId, 'socialWorker'],
    [circle.contact.personId, 'contact'],
  ]);
  return changes
    .filter((line) => !writtenByJobs.test(line))
    .map((line) =>
      line
        .replaceAll(`Zq${circle.name}`, 'Zq*')
        // Somebody of another circle, whoever comes first of those to choose among.
        .replace(/Zq[a-z]+(?=[A-Z])/g, 'Zq+')
        // A wish is known by its words, which are the circle's own.
        .replaceAll(wishItem(circle.mark('wishes')), 'wish')
        .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => names.get(id) ?? 'uuid')
        .replace(/\\\\x[0-9a-f]{64,}/g, 'hash')
        // The city's own, one for all circles: each deed finds it a version further.
        .replace(/^authority (.*)"version":\d+/, 'authority $1"version":n')
        .replace(/\d{4}-\d{2}-\d{2}T[\d:.]+(?:\+00:00|Z)/g, 'time'),
    )
    .sort();
};

/** Puts another text into every column in which the circle's own words stand, but for those that take only a few. Returns how many columns. */
export const replaceWords = async (rootUrl: string, mark: string, text: string): Promise<number> => {
  const pool = await placeAt(rootUrl);
  const { rows } = await pool.query<{ name: string; column: string }>(
    `select c.table_name as name, c.column_name as column from information_schema.columns c join pg_class t on t.relname = c.table_name and t.relkind = 'r'
     where c.table_schema = 'public' and c.data_type = 'text' and c.is_generated = 'NEVER' order by 1, 2`,
  );
  let count = 0;
  for (const { name, column } of rows) {
    const { rowCount } = await pool
      .query(`update "${name}" set "${column}" = $1 where strpos("${column}", $2) > 0`, [text, mark])
      .catch((error: { code?: string }) => {
        // A check, a key or a trigger that lets in nothing but what it knows.
        if (/^(23|P0)/.test(error.code ?? '')) return { rowCount: 0 };
        throw error;
      });
    if (rowCount) count += 1;
  }
  return count;
};

/** Rows in which a text stands, wherever, among those the server has written since. */
export const rowsWith = async (rootUrl: string, text: string, since: string): Promise<string[]> => {
  const pool = await placeAt(rootUrl);
  const found: string[] = [];
  for (const { name } of await notedSince(pool, since)) {
    const { rows } = await pool.query<{ row: object }>(
      `select to_jsonb(t) as row from ${name} t where case when t.xmin::text::bigint >= $2 then strpos(t::text, $1) > 0 else false end`,
      [text, since],
    );
    found.push(...rows.map(({ row }) => JSON.stringify(row)));
  }
  return found;
};
