import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newLinkSecret } from '../../src/know-how/vouching/link.ts';
import { type Answer, ask, type Ground, startGround } from './ground.ts';
import { hashRows } from './rows.ts';
import { Walker } from './walker.ts';

// A link that opens without an account (src/know-how/vouching): what it tells, what it does not, and that looking does nothing.

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground?.server.stop());

const open = (secret: string, language = 'fi'): Promise<Answer> =>
  ask(ground.server.url, null, `/vouch/${secret}?lang=${language}`);

/** Without what differs by chance. */
const plain = ({ status, headers, text }: Answer, secret: string): string => {
  const number = headers.get('x-request-id') ?? '-';
  const nonce = /nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1] ?? '-';
  let all = `${status} ${headers.get('x-robots-tag')} ${text.replace(/name="once" value="[^"]*"/g, '')}`;
  for (const part of [`/vouch/${secret}`, number, nonce]) all = all.replaceAll(part, '*');
  return all;
};

/** Through the pages, as its customer would, in a circle of its own: a link to hand over. */
const aLink = async (name: string): Promise<{ secret: string; customerName: string }> => {
  const circle = await ground.freshCircle(name);
  const customer = await ground.viewerOf(circle, 'customer');
  const path = `/api/vouching/${circle.ids.handVouchRequestId}/link`;
  const made = await ask(ground.server.url, customer, path, { method: 'PUT', headers: { 'if-match': '"1"' } });
  const secret = /\/vouch\/([^?]+)\?lang=/.exec(JSON.parse(made.text).link)?.[1] ?? '';
  return { secret, customerName: circle.mark('vouchName') };
};

describe('a link', () => {
  test('opens without a log-in and without script, told to no search engine and to no other site', async () => {
    const { secret, customerName } = await aLink('linkone');
    const { status, headers, text } = await open(secret);
    expect([status, headers.get('x-robots-tag'), headers.get('referrer-policy')]).toEqual([
      200,
      'noindex, nofollow',
      'same-origin',
    ]);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(text).toContain(customerName);
    expect(text).not.toMatch(/<script/);
    // Nothing on the page leads to another site, which would be told where its visitor comes from.
    expect([...text.matchAll(/(?:href|src|action)="(https?:)?\/\/[^"]*"/g)].map(([found]) => found)).toEqual([]);
  });

  test('speaks the language it was made in, until its reader chooses another', async () => {
    const { secret } = await aLink('linktwo');
    expect((await open(secret, 'sv')).text).toContain('<html lang="sv">');
    expect((await open(secret, 'xx')).text).toContain('<html lang="fi">');
    const walker = new Walker(ground.server.url);
    const path = `/vouch/${secret}?lang=sv`;
    const switched = await walker.post(path, { 'page-language': 'en' });
    expect(switched.text).toContain('<html lang="en">');
    expect((await walker.get(path)).text).toContain('<html lang="en">');
  });

  test('changes nothing by being opened, however often: mail programs open links too', async () => {
    const { secret } = await aLink('linkthree');
    const before = await hashRows(ground.server.rootUrl);
    for (let count = 0; count < 3; count += 1) expect((await open(secret)).status).toBe(200);
    expect(await hashRows(ground.server.rootUrl)).toEqual(before);
  });

  test('is answered by its form, once; then it shows what was said; taken back, it is not there any more', async () => {
    const { secret } = await aLink('linkfour');
    const walker = new Walker(ground.server.url);
    const path = `/vouch/${secret}?lang=fi`;
    const page = await walker.get(path);
    const skill = /name="(answer-\d+)"/.exec(page.text)?.[1] ?? '';
    const number = skill.replace('answer-', '');
    const empty = await walker.post(path, { do: 'answer', name: 'Riitta' });
    expect(empty.status).toBe(400);
    expect(empty.text).toContain(`href="#field-answer-${number}"`);
    const how = 'Ohjasin häntä <kesällä>';
    const answer = { do: 'answer', [skill]: 'seen', [`how-${number}`]: how, name: 'Riitta', role: '', email: '' };
    const answered = await walker.post(path, answer);
    expect(answered.status).toBe(200);
    expect(walker.path).toMatch(/done=vouchAnswered/);
    expect(answered.text).toContain('Ohjasin häntä &lt;kesällä&gt;');
    expect((await walker.post(path, answer)).status).toBe(409);
    const [button = ''] = /<button[^>]*name="skill"[^>]*>/.exec(answered.text) ?? [];
    const uri = /value="([^"]+)"/.exec(button)?.[1] ?? '';
    const back = await walker.post(path, { do: 'withdraw', skill: uri });
    expect([walker.path, back.status]).toEqual(['/vouch?done=tookBack', 200]);
    expect((await open(secret)).status).toBe(404);
  });

  test('that is ended, used up, random, of no city or malformed is not there, byte for byte the same', async () => {
    const { secret: declined } = await aLink('linkfive');
    const walker = new Walker(ground.server.url);
    await walker.post(`/vouch/${declined}`, { press: 'do=decline' });
    expect(walker.path).toBe('/vouch?done=vouchAnswered');
    const random = newLinkSecret('turku');
    const reference = plain(await open(random), random);
    expect(reference).toMatch(/^404 /);
    for (const secret of [
      declined,
      ground.a.deleted.vouchSecret,
      newLinkSecret('espoo'),
      newLinkSecret('nowhere'),
      ground.a.ids.vouchSecret.replace('turku', 'espoo'),
      `${ground.a.ids.vouchSecret}x`,
      'x',
    ])
      expect([secret, plain(await open(secret), secret) === reference]).toEqual([secret, true]);
  });

  test('is written by a page of ours only', async () => {
    const { secret } = await aLink('linksix');
    const walker = new Walker(ground.server.url);
    for (const origin of ['https://evil.invalid', 'null'])
      expect((await walker.send('POST', `/vouch/${secret}`, { press: 'do=decline' }, { origin })).status).toBe(403);
    expect((await open(secret)).status).toBe(200);
  });
});

test('who lost a link is told the same, known or not', async () => {
  const send = (email: string) => ask(ground.server.url, null, '/vouch', { method: 'POST', form: { email } });
  const known = `${ground.a.mark('vouchEmail').toLowerCase()}@example.invalid`;
  const answers = [await send(known), await send('nobody@example.invalid')];
  expect(answers.map(({ status, headers }) => [status, headers.get('location')])).toEqual([
    [303, '/vouch?done=linkSent'],
    [303, '/vouch?done=linkSent'],
  ]);
  expect((await send('no address')).status).toBe(400);
});

test('nobody tries many: links and what is asked of them are limited by where they come from', async () => {
  const statuses = new Set<number>();
  let wait = '';
  for (let count = 0; count < 120; count += 1) {
    const { status, headers } = await fetch(`${ground.server.url}/vouch/${newLinkSecret('turku')}`);
    statuses.add(status);
    if (status === 429) wait = headers.get('retry-after') ?? '';
  }
  expect(statuses).toEqual(new Set([404, 429]));
  expect(Number(wait)).toBeGreaterThan(0);
  // Everything else is as open as before.
  expect((await fetch(`${ground.server.url}/how-matching-works`)).status).toBe(200);
});
