import type pg from 'pg';
import { newId } from '../kernel/ids.ts';
import { parkedQueue } from '../kernel/migrate.ts';

// What B1 and B3 of trust.md are counted by, in the tests of access and in the bench: messages written while the server is ended.

/**
 * Writes messages, one after another, until told to end. `send` gives the status of the answer, undefined where none came: then it ends too, unless it is
 * to go on. What was acknowledged (201) is kept in `acknowledged`. Returns how many answers had which other status.
 */
export const writeMessages = async (
  send: (text: string) => Promise<number | undefined>,
  acknowledged: string[],
  { isOver, goesOn = false }: { isOver: () => boolean; goesOn?: boolean },
): Promise<Map<number, number>> => {
  const others = new Map<number, number>();
  while (!isOver()) {
    const text = `zqcrash ${newId()}`;
    const status = await send(text);
    if (status === 201) acknowledged.push(text);
    else if (status !== undefined) others.set(status, (others.get(status) ?? 0) + 1);
    else if (!goesOn) break;
  }
  return others;
};

const countOf = async (root: pg.Client, statement: string, values: unknown[] = []): Promise<number> => {
  const { rows } = await root.query<{ count: number }>(statement, values);
  return rows[0]?.count ?? 0;
};

/** Waits until every event is handled, also those whose handler was cut off: as if the time were over after which they are given up. Returns how many are left. */
export const handleAll = async (root: pg.Client, seconds: number): Promise<number> => {
  await root.query("update jobs.job set started_on = started_on - interval '1 hour' where state = 'active'");
  const waiting = "select count(*)::int from jobs.job where name = 'event' and state in ('created', 'retry', 'active')";
  const until = Date.now() + seconds * 1000;
  for (;;) {
    const left = await countOf(root, waiting);
    if (left === 0 || Date.now() > until) return left;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
};

export type Crashed = {
  /** Messages in the database, and of those acknowledged how many are not. */
  kept: number;
  lost: number;
  /** Lines of writing in the use log: one for each message. */
  looks: number;
  /** Events of the messages: sent with them, handled, told to one person more than once, given up. */
  events: number;
  handled: number;
  toldTwice: number;
  parked: number;
};

/** What is in the database after it, since an instant as PostgreSQL writes it. `root` is the superuser. */
export const readCrashed = async (
  root: pg.Client,
  { since, acknowledged }: { since: string; acknowledged: readonly string[] },
): Promise<Crashed> => {
  const { rows } = await root.query<{ text: string }>(
    "select text from message where text like 'zqcrash %' and at >= $1",
    [since],
  );
  const kept = new Set(rows.map(({ text }) => text));
  const sent = "j.data->>'topic' = 'messageWritten' and j.created_on >= $1";
  const count = (statement: string, values = [since]) => countOf(root, statement, values);
  return {
    kept: rows.length,
    lost: acknowledged.filter((text) => !kept.has(text)).length,
    looks: await count(
      "select count(*)::int from use_log where section = 'messages' and action = 'write' and is_allowed and at >= $1",
    ),
    events: await count(`select count(*)::int from jobs.job j where j.name = 'event' and ${sent}`),
    handled: await count(
      `select count(*)::int from handled_event h join jobs.job j on j.id::text = h.event_id::text where ${sent}`,
    ),
    toldTwice: await count(
      'select count(*)::int from (select 1 from notice group by event_id, person_id having count(*) > 1) t',
      [],
    ),
    parked: await countOf(root, 'select count(*)::int from jobs.job where name = $1', [parkedQueue]),
  };
};
