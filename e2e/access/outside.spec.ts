import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, type Ground, startGround, type Viewer } from './ground.ts';
import { type MailServer, startMailServer } from './mail-server.ts';

// What is not ours can be away: the mail server, the database.

let mail: MailServer;
let ground: Ground;
let customer: Viewer;
let contact: Viewer;

beforeAll(async () => {
  mail = await startMailServer({ refusals: 1 });
  ground = await startGround({ environment: { SMTP_URL: mail.url, MAIL_FROM: 'Tuttu <tuttu@example.invalid>' } });
  customer = await ground.viewerOf(ground.a, 'customer');
  contact = await ground.viewerOf(ground.a, 'businessContact');
});
afterAll(async () => {
  await ground?.server.stop();
  await mail?.stop();
});

const until = async (holds: () => boolean | Promise<boolean>, seconds: number): Promise<boolean> => {
  for (let left = seconds * 5; left > 0; left -= 1) {
    if (await holds()) return true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return holds();
};

test('a letter that the mail server put off is sent again, once, without what was written or who wrote it', async () => {
  const text = 'Kissani nimi on Mirri.';
  const path = `/api/threads/${ground.a.ids.threadId}/messages`;
  const sent = await ask(ground.server.url, contact, path, { method: 'POST', body: { text, readUpTo: null } });
  expect(sent.status, sent.text).toBeLessThan(300);
  expect(await until(() => mail.letters.length > 0, 60)).toBe(true);
  expect(mail.refused()).toBe(1);
  const [letter = ''] = mail.letters;
  expect(letter).toContain('From: Tuttu <tuttu@example.invalid>');
  expect(letter).toContain('Auto-Submitted: auto-generated');
  expect(letter).not.toContain('Mirri');
  expect(mail.letters).toHaveLength(1);
});

const withDatabaseAway = async (work: () => Promise<void>): Promise<void> => {
  const { rootUrl } = ground.server;
  const name = new URL(rootUrl).pathname.slice(1);
  const client = new pg.Client({ connectionString: rootUrl.replace(`/${name}`, '/postgres') });
  await client.connect();
  try {
    await client.query(`alter database "${name}" with allow_connections false`);
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
    await work();
  } finally {
    await client.query(`alter database "${name}" with allow_connections true`);
    await client.end();
  }
};

test('while the database is away pages and API say so and when to come back, and go on by themselves afterwards', async () => {
  const { url } = ground.server;
  await withDatabaseAway(async () => {
    const page = await ask(url, customer, '/know-how', { headers: { accept: 'text/html' } });
    expect(page.status).toBe(503);
    expect(page.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(page.text).toContain('<h1');
    const api = await ask(url, customer, '/api/know-how', { headers: { accept: 'application/json' } });
    expect(api.status).toBe(503);
    expect(api.headers.get('content-type')).toContain('application/problem+json');
    expect(api.text).not.toMatch(/postgres|ECONN|127\.0\.0\.1/i);
  });
  const isBack = async () => (await ask(url, customer, '/know-how')).status === 200;
  expect(await until(isBack, 30)).toBe(true);
});
