import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { handleAll, readCrashed, writeMessages } from '../../src/testing/crash.ts';
import { lastWords } from '../server.ts';
import { ask, type Ground, startGround, type Viewer } from './ground.ts';

// B1 and B3 of trust.md: the server is ended in the middle of its work, again and again. `TUTTU_CRASH="20 500"` runs the full twenty rounds of 500 writes, and so does `npm run bench -- faults`.

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

const write = ({ viewer, threadId }: Writer, acknowledged: string[]) =>
  writeMessages(
    async (text) => {
      const path = `/api/threads/${threadId}/messages`;
      const answer = await ask(ground.server.url, viewer, path, { method: 'POST', body: { text } }).catch(
        () => undefined,
      );
      return answer?.status;
    },
    acknowledged,
    { isOver: () => false },
  );

test('B1, B3: ended while it writes and tells: nothing acknowledged is lost, nothing is half written, every event is handled once', async () => {
  const writers = await makeWriters();
  const since = (await root.query<{ at: string }>('select now()::text as at')).rows[0]?.at ?? '';
  const acknowledged: string[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const before = acknowledged.length;
    const writing = Promise.all(writers.map((writer) => write(writer, acknowledged)));
    const until = Date.now() + 60_000;
    while (acknowledged.length < before + writesARound && Date.now() < until) await pause(5);
    // Somewhere in the middle of eight requests and of the letters of those before.
    await pause(round * 3);
    await ground.server.kill();
    // Until then every write was taken.
    for (const others of await writing) expect([...others]).toEqual([]);
    await ground.server.revive();
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(rounds * writesARound);
  // The events of all of them are handled in the end.
  expect(await handleAll(root, 200)).toBe(0);
  const found = await readCrashed(root, { since, acknowledged });
  const { kept } = found;
  // Each message came with its line in the use log, and each line with its message.
  expect(found).toEqual({ kept, lost: 0, looks: kept, events: kept, handled: kept, toldTwice: 0, parked: 0 });
  console.log(`B1, B3: ${rounds} kills, ${acknowledged.length} acknowledged writes, ${kept} kept`);
  expect(lastWords(ground.server)).toBe('');
}, 900_000);
