import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { tmtSource } from './tmt-source.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let answers: Answer[] = [];
let asked: { url: string; headers: IncomingMessage['headers'] }[] = [];
/** Answers in turn; the last one again and again. */
const server = createServer((request, response) => {
  asked.push({ url: request.url ?? '', headers: request.headers });
  const answer = answers.length > 1 ? answers.shift() : answers[0];
  answer?.(request, response);
}).listen(0, '127.0.0.1');
await once(server, 'listening');
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
// An address of the network, since it listens on a port.
const { port } = server.address() as AddressInfo;
const address = `http://127.0.0.1:${port}/`;

let waits: number[] = [];
const wait = async (ms: number) => {
  waits.push(ms);
};
const source = tmtSource({ address, key: 'the key' }, { wait, timeoutMs: 300, mostBytes: 1000 });
const page = () => source.page({ municipality: '853', page: 2, size: 500 });
const say =
  (status: number, body = '{}', headers: Record<string, string> = {}): Answer =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
  };

beforeEach(() => {
  [answers, asked, waits] = [[], [], []];
});

test('asks for a page of a municipality with our key, and tells nothing else', async () => {
  answers = [say(200, '{"ilmoitukset":[]}')];
  expect(await page()).toEqual({ ilmoitukset: [] });
  expect(asked).toHaveLength(1);
  expect(asked[0]?.url).toBe('/api/v1/tyopaikat?sivu=2&maara=500&kunta=853');
  expect(asked[0]?.headers).toMatchObject({ authorization: 'Bearer the key', accept: 'application/json' });
  expect(asked[0]?.headers.cookie).toBeUndefined();
});

test('waits as long as it is asked to, then asks again', async () => {
  answers = [say(429, '', { 'retry-after': '7' }), say(429, '', { 'retry-after': '9999' }), say(200, '{"a":1}')];
  expect(await page()).toEqual({ a: 1 });
  expect(waits).toEqual([7000, 60_000]);
});

test('an outage is waited for longer and longer, then said', async () => {
  answers = [say(503)];
  await expect(page()).rejects.toMatchObject({ name: 'SourceTrouble', mayPass: true });
  expect(asked).toHaveLength(5);
  expect(waits).toEqual([1000, 2000, 4000, 8000]);
});

test('a broken connection and a silent server are an outage too', async () => {
  answers = [(request) => request.socket.destroy(), () => {}, say(200, '{"a":1}')];
  expect(await page()).toEqual({ a: 1 });
  expect(waits).toEqual([1000, 2000]);
});

test.each([400, 401, 403, 404])('%s will not pass by itself: it is said at once', async (status) => {
  answers = [say(status)];
  await expect(page()).rejects.toMatchObject({ mayPass: false, message: expect.stringContaining(`${status}`) });
  expect(asked).toHaveLength(1);
});

test('goes nowhere else, reads no more than a bound, and takes nothing but JSON', async () => {
  answers = [say(302, '', { location: 'http://127.0.0.1:1/' })];
  await expect(page()).rejects.toMatchObject({ mayPass: true });
  answers = [say(200, `"${'x'.repeat(2000)}"`)];
  await expect(page()).rejects.toMatchObject({ mayPass: false });
  answers = [say(200, '<html>')];
  await expect(page()).rejects.toMatchObject({ mayPass: true });
});

test('the original is on the page where people read it', () => {
  expect(source.linkOf('a b/../c', 'sv')).toBe(
    'https://tyomarkkinatori.fi/henkiloasiakkaat/avoimet-tyopaikat/a%20b%2F..%2Fc/sv',
  );
});
