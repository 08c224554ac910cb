import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../src/kernel/ids.ts';
import { lastWords } from '../server.ts';
import { ask, type Ground, startGround, type Viewer } from './ground.ts';

// B1 and B3 of trust.md: the server is ended in the middle of its work, again and again. `TUTTU_CRASH="20 500"` runs the full twenty rounds of 500 writes.

const [rounds = 4, writesARound = 80] = (process.env.TUTTU_CRASH ?? '').split(' ').filter(Boolean).map(Number);

let ground: Ground;
let root: pg.Client;
beforeAll(async () => {
  ground = await startGround();
  root = new pg.Client({ connectionString: ground.server.rootUrl });
  await root.connect();
});
afterAll(async () => {
  await root?.end();
  await ground?.server.stop();
});

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const count = async (statement: string): Promise<number> => {
  const { rows } = await root.query<{ count: number }>(statement);
  return rows[0]?.count ?? 0;
};

type Writer = { viewer: Viewer; threadId: string };

/** A customer and a business's contact in each of some conversations, who write at the same time. */
const makeWriters = async (): Promise<Writer[]> => {
  const writers: Writer[] = [];
  for (const name of ['ca', 'cb', 'cc', 'cd']) {
    const circle = await ground.freshCircle(name);
    for (const role of ['customer', 'businessContact'] as const)
      writers.push({ viewer: await ground.viewerOf(circle, role), threadId: circle.ids.threadId });
  }
  return writers;
};

/** Writes until told to end; what was acknowledged is kept. A server that is gone in the middle of a request throws. */
const write = async ({ viewer, threadId }: Writer, acknowledged: string[], isOver: () => boolean): Promise<void> => {
  while (!isOver()) {
    const text = `zqcrash ${newId()}`;
    const answer = await ask(ground.server.url, viewer, `/api/threads/${threadId}/messages`, {
      method: 'POST',
      body: { text },
    }).catch(() => undefined);
    if (answer === undefined) return;
    expect(answer.status).toBe(201);
    acknowledged.push(text);
  }
};

const written = "from message where text like 'zqcrash %'";
const looksSince = (at: string) =>
  `select count(*)::int from use_log where section = 'messages' and action = 'write' and is_allowed and at >= '${at}'`;

test('B1, B3: ended while it writes and tells: nothing acknowledged is lost, nothing is half written, every event is handled once', async () => {
  const writers = await makeWriters();
  const startedAt = (await root.query<{ at: string }>('select now()::text as at')).rows[0]?.at ?? '';
  const acknowledged: string[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const before = acknowledged.length;
    const isOver = () => false;
    const writing = Promise.all(writers.map((writer) => write(writer, acknowledged, isOver)));
    const until = Date.now() + 60_000;
    while (acknowledged.length < before + writesARound && Date.now() < until) await pause(5);
    // Somewhere in the middle of eight requests and of the letters of those before.
    await pause(round * 3);
    await ground.server.kill();
    await writing;
    await ground.server.revive();
  }
  const { rows } = await root.query<{ text: string }>(`select text ${written}`);
  const kept = new Set(rows.map(({ text }) => text));
  expect(acknowledged.length).toBeGreaterThanOrEqual(rounds * writesARound);
  expect(acknowledged.filter((text) => !kept.has(text))).toEqual([]);
  // Each message came with its line in the use log, and each line with its message.
  expect(await count(looksSince(startedAt))).toBe(rows.length);

  // The events of all of them are handled in the end, also those whose handler was cut off: as if the time were over after which they are given up.
  await root.query("update jobs.job set started_on = started_on - interval '1 hour' where state = 'active'");
  const waiting = "select count(*)::int from jobs.job where name = 'event' and state in ('created', 'retry', 'active')";
  const until = Date.now() + 200_000;
  while ((await count(waiting)) > 0 && Date.now() < until) await pause(500);
  expect(await count(waiting)).toBe(0);
  const sent = "select count(*)::int from jobs.job where name = 'event' and data->>'topic' = 'messageWritten'";
  const handled = `select count(*)::int from handled_event h join jobs.job j on j.id::text = h.event_id::text where j.data->>'topic' = 'messageWritten'`;
  expect(await count(sent)).toBe(rows.length);
  expect(await count(handled)).toBe(rows.length);
  const toldTwice =
    'select count(*)::int from (select 1 from notice group by event_id, person_id having count(*) > 1) t';
  expect(await count(toldTwice)).toBe(0);
  const told = `select count(distinct n.event_id)::int from notice n join jobs.job j on j.id::text = n.event_id::text where j.data->>'topic' = 'messageWritten'`;
  console.log(
    `B1, B3: ${rounds} kills, ${acknowledged.length} acknowledged writes, ${rows.length} kept, ${await count(told)} told of`,
  );
  expect(lastWords(ground.server)).toBe('');
}, 900_000);
