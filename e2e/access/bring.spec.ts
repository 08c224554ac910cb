import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { zipOf } from '../../src/kernel/files/fixtures.ts';
import { languages } from '../../src/kernel/languages.ts';
import { createSay } from '../../src/kernel/say.ts';
import { pdfOf, pdfStream, rawPdfOf, wordOf, wordParagraphs } from '../../src/know-how/bring/fixtures.ts';
import { catalogues } from '../../src/messages/index.ts';
import { lastWords } from '../server.ts';
import { ask, type Ground, startGround, type Viewer } from './ground.ts';

// D1-D7 of trust.md for files: what a customer brings may be anything. Each gets a clear word, nothing fails, and others' requests go on.

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground?.server.stop());

const say = createSay(catalogues);
const unescaped = (html: string): string =>
  html
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

const send = async (viewer: Viewer, bytes: Buffer, name = 'cv.pdf') => {
  const body = new FormData();
  body.append('file', new Blob([new Uint8Array(bytes)]), name);
  const headers = { authorization: `Bearer ${viewer.token}` };
  const response = await fetch(`${ground.server.url}/bring`, { method: 'POST', body, headers, redirect: 'manual' });
  return { status: response.status, to: response.headers.get('location'), text: unescaped(await response.text()) };
};

/** Waits until a document has been read or could not be, and gives its page. */
const outcome = async (viewer: Viewer, path: string): Promise<string> => {
  for (let count = 0; count < 200; count += 1) {
    const { text } = await ask(ground.server.url, viewer, `/api${path}`);
    if (!['waiting', 'reading', 'looking'].includes(JSON.parse(text).state)) break;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  const page = await ask(ground.server.url, viewer, path);
  return `${page.status} ${unescaped(page.text)}`;
};

const pages = (count: number) =>
  pdfOf((pdf) => {
    for (let page = 1; page < count; page += 1) pdf.text(`Sivu ${page}`).addPage();
    pdf.text('Loppu');
  });
const bomb = (): Buffer => {
  const twice = deflateSync(deflateSync(Buffer.alloc(600_000_000, 0x20), { level: 9 }), { level: 9 });
  return rawPdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
    pdfStream('/Filter [/FlateDecode /FlateDecode]', twice),
  ]);
};
const laughs = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, at) => `<!ENTITY ${'abcdefghij'[at + 1]} "&${'abcdefghij'[at]};&${'abcdefghij'[at]};">`).join('')}]><SkillsPassport>&j;</SkillsPassport>`;

const files: readonly (readonly [string, string, () => Buffer | Promise<Buffer>])[] = [
  ['empty', 'empty', () => Buffer.alloc(0)],
  ['a picture called cv.pdf', 'picture', () => Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex')],
  ['11 MB', 'tooLarge', () => Buffer.alloc(11_000_000, 0x61)],
  ['40 MB', 'tooLarge', () => Buffer.alloc(40_000_000, 0x61)],
  ['60 pages', 'tooLong', () => pages(60)],
  ['a password', 'encrypted', () => pdfOf((pdf) => pdf.text('x'), { userPassword: 'x' })],
  ['cut short', 'broken', async () => (await pages(3)).subarray(0, 700)],
  ['billion laughs', 'hostile', () => Buffer.from(laughs)],
  ['an entity from outside', 'hostile', () => Buffer.from(laughs.replace('"ha"', 'SYSTEM "file:///etc/passwd"'))],
  ['brackets without end', 'hostile', () => Buffer.from('['.repeat(1_000_000))],
  ['a zip bomb', 'hostile', () => wordOf(`<x>${'a'.repeat(15_000_000)}</x>`)],
  ['names that climb out', 'hostile', () => wordOf(wordParagraphs(['x']), [{ name: '../../etc/passwd', data: 'x' }])],
  ['a zip of zips', 'packed', () => zipOf([{ name: 'a.zip', data: zipOf([{ name: 'b', data: 'b' }]) }])],
  ['a stream that unpacks to gigabytes', 'tooHeavy', bomb],
];

test('a file that cannot be read is told so in words, nothing fails, and nothing of it is kept', async () => {
  const faults: string[] = [];
  for (const [at, [name, wrong, make]] of files.entries()) {
    const viewer = await ground.viewerOf(await ground.freshCircle(`f${'abcdefghijklmnop'[at]}`), 'customer');
    const answer = await send(viewer, await make(), '..\\..\\<script>zqhostile.pdf');
    const text = answer.to ? await outcome(viewer, answer.to) : `${answer.status} ${answer.text}`;
    if (/^5/.test(text) || answer.status >= 500) faults.push(`${name}: ${text.slice(0, 200)}`);
    if (!text.includes(say('fi', `bring.wrong.${wrong}`)))
      faults.push(`${name}: not told as ${wrong}: ${text.slice(0, 3)}`);
    if (text.includes('<script>zqhostile')) faults.push(`${name}: its name is markup`);
  }
  const parts = await ground.server.database.inCity('turku', (tx) =>
    tx.selectFrom('bringPart').select('bringId').where('no', '=', 0).execute(),
  );
  // Each circle has one part of its own, which nobody reads.
  expect(parts.length).toBe(files.length + 2);
  if (faults.length > 0) console.error(lastWords(ground.server));
  expect(faults).toEqual([]);
}, 300_000);

test('the word is in the reader’s language', async () => {
  const viewer = await ground.viewerOf(await ground.freshCircle('lang'), 'customer');
  for (const language of languages) {
    await ask(ground.server.url, viewer, '/bring', { method: 'POST', form: { 'page-language': language } });
    const { status, text } = await send(viewer, Buffer.alloc(11_000_000, 0x61));
    expect([language, status, text.includes(say(language, 'bring.wrong.tooLarge'))]).toEqual([language, 400, true]);
  }
});

test('others’ requests are answered while a file is read that takes all it gets', async () => {
  const viewer = await ground.viewerOf(await ground.freshCircle('busy'), 'customer');
  const { to } = await send(viewer, bomb());
  let answered = 0;
  let isOver = false;
  const others = (async () => {
    while (!isOver) {
      const { status } = await ask(ground.server.url, ground.viewers[0] ?? null, '/health');
      expect(status).toBe(200);
      answered += 1;
    }
  })();
  expect(await outcome(viewer, to ?? '')).toContain(say('fi', 'bring.wrong.tooHeavy'));
  isOver = true;
  await others;
  expect(answered).toBeGreaterThan(5);
}, 120_000);

test('by the API a file comes as it is: in full, of its kind only, up to its size, once by its key, and others are answered meanwhile', async () => {
  const { url } = ground.server;
  const viewer = await ground.viewerOf(await ground.freshCircle('api'), 'customer');
  const post = async (bytes: Buffer, headers: Record<string, string> = {}) => {
    const response = await fetch(`${url}/api/bring-file?name=cv.txt`, {
      method: 'POST',
      body: new Uint8Array(bytes),
      headers: { authorization: `Bearer ${viewer.token}`, 'content-type': 'application/octet-stream', ...headers },
    });
    return { status: response.status, answer: JSON.parse(await response.text()) };
  };
  const large = Buffer.from(`Ty\u00f6kokemus\n2015 Kokki\n${'En osaa muuta. '.repeat(600_000)}`);
  let isOver = false;
  let answered = 0;
  const others = (async () => {
    while (!isOver) answered += Number((await ask(url, ground.viewers[0] ?? null, '/health')).status === 200);
  })();
  const first = await post(large);
  isOver = true;
  await others;
  expect([first.status, answered > 0]).toEqual([201, true]);
  expect((await post(large)).answer.id).toBe(first.answer.id);
  const key = { 'idempotency-key': 'one' };
  const once = await post(Buffer.from('Kokki 2015'), key);
  expect(await post(Buffer.from('Kokki 2015'), key)).toEqual(once);
  expect((await post(Buffer.from('Kokki 2016'), key)).status).toBe(422);
  expect((await post(Buffer.alloc(0))).status).toBe(400);
  expect((await post(Buffer.from('{}'), { 'content-type': 'application/json' })).status).toBe(415);
  for (const size of [10_500_000, 30_000_000])
    expect([size, (await post(Buffer.alloc(size, 0x61))).status]).toEqual([size, 413]);
  const base64 = { name: 'cv.txt', base64: 'YWFh'.repeat(400_000) };
  const tooLong = await ask(url, viewer, '/api/bring', { method: 'POST', body: base64 });
  expect([tooLong.status, tooLong.text.includes('/api/bring-file')]).toEqual([400, true]);
});

test('a file is taken from nobody but a customer, and a megabyte of form from nobody', async () => {
  const strangers = ground.viewers.filter(({ role }) => role !== 'customer');
  for (const viewer of strangers) {
    const { status, to } = await send(viewer, Buffer.from('Työkokemus\n2015 Kokki'));
    expect([viewer.name, status === 404 || to?.startsWith('/log-in') || to?.startsWith('/act-as')]).toEqual([
      viewer.name,
      true,
    ]);
  }
  const customer = await ground.viewerOf(ground.a, 'customer');
  // Whatever its size, its sender gets the word and no broken connection.
  for (const size of [2_000_000, 30_000_000]) {
    const body = new FormData();
    body.append('text', 'a'.repeat(size));
    const headers = { authorization: `Bearer ${customer.token}` };
    const { status } = await fetch(`${ground.server.url}/know-how`, { method: 'POST', body, headers });
    expect([size, status]).toEqual([size, 413]);
  }
});
