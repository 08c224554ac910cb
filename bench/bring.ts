/**
 * How long others wait while a file of ten megabytes comes by the API, as it is and (a megabyte) in base64: `node bench/bring.ts`, after a build.
 * The built server with the demo runs as it does for real, and tells itself how long its loop stood at most while the file came and was put by. Between two
 * files it rests until the one before is gone. The last line printed is one JSON object.
 */

import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { productFolder } from '../src/kernel/root.ts';
import { busyWithOthers } from './machine.ts';
import { startProduct } from './product.ts';

const rounds = 8;
/** Loaded into the server: tells the longest its loop stood since it was asked last, in milliseconds. */
const watcher = `
  import { monitorEventLoopDelay } from 'node:perf_hooks';
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  process.on('message', () => { process.send(delay.max / 1e6); delay.reset(); });`;
const command = [
  ...['--import', `data:text/javascript,${encodeURIComponent(watcher)}`],
  ...['--enable-source-maps', 'build/server/index.js'],
];

type Way = { path: string; type: string; body: () => Uint8Array };

/** A file of so many bytes that is put by like any other and read in no time: it only begins like a PDF. Never the same. */
const fileOf = (length: number): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(length - 9)]);

const ways: Record<string, Way> = {
  file: { path: '/api/bring-file?name=cv.pdf', type: 'application/octet-stream', body: () => fileOf(10_000_000) },
  base64: {
    path: '/api/bring',
    type: 'application/json',
    body: () => Buffer.from(JSON.stringify({ name: 'cv.pdf', base64: fileOf(900_000).toString('base64') })),
  },
};

const median = (values: number[]): number =>
  Number((values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0).toFixed(1));

const busyBefore = await busyWithOthers();
const data = await mkdtemp(join(tmpdir(), 'tuttu-bench-'));
const product = await startProduct({ environment: { TUTTU_DATA: data }, command });
const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const longestSince = (): Promise<number> => {
  // What the watcher sends.
  const told = new Promise<number>((resolve) => product.process.once('message', (ms) => resolve(ms as number)));
  product.process.send('tell');
  return told;
};
/** How long the loop stood while something was done. */
const during = async (work: () => Promise<unknown>): Promise<number> => {
  await longestSince();
  await work();
  return longestSince();
};
type Waiting = { id: string; version: number; state: string };

try {
  const tuttu = [join(productFolder, 'scripts', 'tuttu.mjs'), 'token', '--as', 'aino-lehtonen'];
  const token = execFileSync(process.execPath, tuttu, { encoding: 'utf8', env: { ...process.env, TUTTU_DATA: data } });
  const authorization = `Bearer ${token.trim()}`;
  const letGo = async () => {
    for (;;) {
      // What the API answers.
      const answer = await fetch(`${product.url}/api/bring`, { headers: { authorization } });
      const mine = (await answer.json()) as Waiting[];
      if (mine.length === 0) return rest(300);
      for (const { id, version } of mine.filter(({ state }) => !['waiting', 'reading', 'looking'].includes(state)))
        await fetch(`${product.url}/api/bring/${id}`, {
          method: 'DELETE',
          headers: { authorization, 'if-match': `"${version}"` },
        });
      await rest(300);
    }
  };
  const found: Record<string, { medianMs: number; longestMs: number }> = {};
  const take = (name: string, waits: number[]) => {
    found[name] = { medianMs: median(waits), longestMs: Number(Math.max(...waits).toFixed(1)) };
  };
  const quiet: number[] = [];
  for (let round = 0; round < rounds; round += 1) quiet.push(await during(() => rest(300)));
  take('nothing', quiet);
  for (const [name, { path, type, body }] of Object.entries(ways)) {
    const waits: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const sent = new Uint8Array(body());
      const headers = { authorization, 'content-type': type };
      const post = async () => {
        const answer = await fetch(product.url + path, { method: 'POST', headers, body: sent });
        await answer.text();
        if (answer.status !== 201) throw new Error(`${name}: ${answer.status}`);
      };
      waits.push(await during(post));
      await letGo();
    }
    take(name, waits);
  }
  console.log(JSON.stringify({ ...found, busyBefore }));
} finally {
  await product.stop();
  await rm(data, { recursive: true, force: true });
}
