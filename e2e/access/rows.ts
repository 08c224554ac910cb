import { createHash } from 'node:crypto';
import pg from 'pg';

/** Written each minute, whatever is asked: the night's recommendations, new challenges, open jobs read from elsewhere, when talks are due. */
export const writtenByTheClock = [
  'matching_run',
  'recommendation',
  'recommended_challenge',
  'advert_feed',
  'job_advert',
  'job_advert_need',
  'caseload_fact',
];

/**
 * Of tables written both by people and by jobs, the rows that people make: what the night has found has come before nobody's eyes, and what a step or a yes
 * leads to on a path is written when its event is heard.
 */
export const madeByPeople: Record<string, string> = {
  suggestion_log: "where t.seen_by <> '{}'",
  path_fact: "where t.source = 'told'",
};

/** Written by every request that is served or refused, whatever it asks. */
const ownBookkeeping = ['session', 'use_log', 'use_log_seal', 'handled_event', 'migration', ...writtenByTheClock];

/** A short hash of every table's rows, all cities together, so that "nothing changed" can be told. */
export const hashRows = async (rootUrl: string): Promise<Record<string, string>> => {
  const client = new pg.Client({ connectionString: rootUrl });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      "select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r' order by 1",
    );
    const hashes: Record<string, string> = {};
    for (const { name } of tables.filter((table) => !ownBookkeeping.includes(table.name))) {
      const { rows } = await client.query<{ text: string }>(
        `select coalesce(string_agg(t::text, chr(10) order by t::text), '') as text from ${name} t ${madeByPeople[name] ?? ''}`,
      );
      hashes[name] = createHash('sha256')
        .update(rows[0]?.text ?? '')
        .digest('hex')
        .slice(0, 16);
    }
    return hashes;
  } finally {
    await client.end();
  }
};
