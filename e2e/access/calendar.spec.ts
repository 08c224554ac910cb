import { afterAll, beforeAll, expect, test } from 'vitest';
import { newLinkSecret } from '../../src/know-how/vouching/link.ts';
import { type Answer, ask, type Ground, startGround } from './ground.ts';
import { hashRows } from './rows.ts';

// The address by which a calendar follows somebody's times (src/dialogue/appointments): what it tells, what it does not, and that reading does nothing.

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground?.server.stop());

const open = (secret: string): Promise<Answer> => ask(ground.server.url, null, `/calendar/${secret}`);

/** Without what differs by chance. */
const plain = ({ status, headers, text }: Answer, secret: string): string => {
  const number = headers.get('x-request-id') ?? '-';
  const nonce = /nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1] ?? '-';
  let all = `${status} ${headers.get('content-type')} ${headers.get('x-robots-tag')} ${text}`;
  for (const part of [`/calendar/${secret}`, number, nonce]) all = all.replaceAll(part, '*');
  return all;
};

test('opens without a log-in, as a calendar and nothing else, and is told to no search engine', async () => {
  const { status, headers, text } = await open(ground.a.ids.calendarSecret);
  expect([status, headers.get('content-type'), headers.get('x-robots-tag'), headers.get('cache-control')]).toEqual([
    ...[200, 'text/calendar; charset=utf-8', 'noindex, nofollow', 'no-store'],
  ]);
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n[\s\S]+\r\nEND:VCALENDAR\r\n$/);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(5);
});

test('says when and where, and no name, message or word of what it is about', async () => {
  const { text } = await open(ground.a.ids.calendarSecret);
  const unfolded = text.replaceAll('\r\n ', '');
  expect(unfolded).toContain(`LOCATION:${ground.a.mark('meetingPlace')}`);
  for (const kind of ['customerName', 'adviserName', 'appointment', 'note', 'noteDraft'] as const)
    expect(unfolded).not.toContain(ground.a.mark(kind));
});

test('changes nothing by being read, however often', async () => {
  const before = await hashRows(ground.server.rootUrl);
  for (let count = 0; count < 3; count += 1) expect((await open(ground.a.ids.calendarSecret)).status).toBe(200);
  expect(await hashRows(ground.server.rootUrl)).toEqual(before);
});

test('that was changed or ended, is random, of no city or malformed is not there, all the same', async () => {
  const circle = await ground.freshCircle('calendarone');
  const customer = await ground.viewerOf(circle, 'customer');
  const made = async () => {
    const answer = await ask(ground.server.url, customer, '/api/calendar-address', { method: 'PUT' });
    return String(JSON.parse(answer.text).feed.address).split('/calendar/')[1] ?? '';
  };
  const first = await made();
  const second = await made();
  expect((await open(second)).status).toBe(200);
  await ask(ground.server.url, customer, '/api/calendar-address', { method: 'DELETE' });
  const random = newLinkSecret('turku');
  const reference = plain(await open(random), random);
  expect(reference).toMatch(/^404 /);
  for (const secret of [
    ...[first, second, circle.ids.calendarSecret, newLinkSecret('espoo'), newLinkSecret('nowhere')],
    ...[ground.a.ids.calendarSecret.replace('turku', 'espoo'), `${ground.a.ids.calendarSecret}x`, 'x'],
  ])
    expect([secret, plain(await open(secret), secret) === reference]).toEqual([secret, true]);
});

test('nobody tries many', async () => {
  const statuses = new Set<number>();
  for (let count = 0; count < 120; count += 1)
    statuses.add((await fetch(`${ground.server.url}/calendar/${newLinkSecret('turku')}`)).status);
  expect(statuses).toEqual(new Set([404, 429]));
});
