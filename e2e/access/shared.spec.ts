import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newLinkSecret } from '../../src/know-how/vouching/link.ts';
import { type Answer, ask, type Ground, startGround } from './ground.ts';

// A link to parts of a profile (src/know-how/profile): made by its customer, opened by whoever has it.

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground?.server.stop());

const open = (secret: string): Promise<Answer> => ask(ground.server.url, null, `/shared/${secret}`);

/** Without what differs by chance. */
const plain = ({ status, headers, text }: Answer, secret: string): string => {
  const number = headers.get('x-request-id') ?? '-';
  const nonce = /nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1] ?? '-';
  let all = `${status} ${headers.get('x-robots-tag')} ${text.replace(/name="once" value="[^"]*"/g, '')}`;
  for (const part of [number, nonce, secret]) if (part !== '') all = all.replaceAll(part, '*');
  return all;
};

/** Through the API, as its customer would, in a circle of its own. */
const aLink = async (name: string) => {
  const circle = await ground.freshCircle(name);
  const customer = await ground.viewerOf(circle, 'customer');
  const body = { name: 'Jaana', nameShown: 'firstName', items: ['knowHow:*', 'experience:*'], untilOn: '2099-01-01' };
  const untilOn = new Date(Date.now() + 30 * 24 * 3_600_000).toISOString().slice(0, 10);
  const send = (method: string, path: string, json?: unknown) =>
    ask(ground.server.url, customer, path, { method, body: json });
  const made = await send('POST', '/api/profile/links', { ...body, untilOn });
  const { id } = JSON.parse(made.text);
  const { secret } = JSON.parse((await send('GET', `/api/profile/links/${id}`)).text);
  return { circle, secret, end: () => send('DELETE', `/api/profile/links/${id}`) };
};

describe('a link to a profile', () => {
  test('opens without a log-in and without script, told to no search engine and to no other site', async () => {
    const { circle, secret } = await aLink('sharedone');
    const { status, headers, text } = await open(secret);
    expect([status, headers.get('x-robots-tag'), headers.get('referrer-policy'), headers.get('cache-control')]).toEqual(
      [200, 'noindex, nofollow', 'no-referrer', 'no-store'],
    );
    expect(text).not.toMatch(/<script/);
    expect(text).toContain(circle.mark('profile'));
    for (const kind of ['hiddenProfile', 'keptBack', 'wishes', 'customerName', 'story', 'linkName'] as const)
      expect([kind, text.includes(circle.mark(kind))]).toEqual([kind, false]);
    expect([...text.matchAll(/(?:href|src|action)="(https?:)?\/\/[^"]*"/g)].map(([found]) => found)).toEqual([]);
  });

  test('that has ended, is random, of no city or malformed is not there, byte for byte the same', async () => {
    const { secret: ended, end } = await aLink('sharedtwo');
    expect((await open(ended)).status).toBe(200);
    expect((await end()).status).toBe(200);
    const random = newLinkSecret('turku');
    const reference = plain(await open(random), random);
    expect(reference).toMatch(/^404 /);
    for (const secret of [
      ended,
      ground.a.deleted.profileSecret,
      newLinkSecret('espoo'),
      newLinkSecret('nowhere'),
      ground.a.ids.profileSecret.replace('turku', 'espoo'),
      `${ground.a.ids.profileSecret}x`,
      'malformed-secret',
    ])
      expect([secret, plain(await open(secret), secret) === reference]).toEqual([secret, true]);
  });
});
