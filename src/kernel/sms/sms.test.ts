import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { catalogues } from '../../messages/index.ts';
import { languages } from '../languages.ts';
import { smsText } from '../notices/carry.ts';
import { noticeAbouts } from '../notices/kinds.ts';
import { createSay } from '../say.ts';
import { httpGateway } from './gateway.ts';
import { fitsOneSms } from './length.ts';
import { readPhoneNumber } from './phone-number.ts';

test.each([
  ['040 123 4567', '+358401234567'],
  ['0401234567', '+358401234567'],
  ['+358 40 123 4567', '+358401234567'],
  ['+358 (0)40 1234567', '+358401234567'],
  ['00358-40-1234567', '+358401234567'],
  ['358401234567', '+358401234567'],
  ['050 1234567', '+358501234567'],
  ['0457 123 4567', '+3584571234567'],
  ['+46 70-123 45 67', '+46701234567'],
  ['０４０１２３４５６７', '+358401234567'],
  ['09 123 4567', null],
  ['+358 9 1234567', null],
  ['040', null],
  ['040 123 4567 89012', null],
  ['soita minulle', null],
  ['+0401234567', null],
  ['', null],
])('the number "%s"', (typed, number) => {
  expect(readPhoneNumber(typed)).toBe(number);
});

test.each([
  ['ä'.repeat(160), true],
  ['a'.repeat(161), false],
  [`${'a'.repeat(158)}€`, true],
  [`${'a'.repeat(159)}€`, false],
  ['ш'.repeat(70), true],
  ['ш'.repeat(71), false],
  ['😀'.repeat(35), true],
  ['😀'.repeat(36), false],
])('one message or more: %s', (text, isOne) => {
  expect(fitsOneSms(text)).toBe(isOne);
});

describe('what text messages say', () => {
  const say = createSay(catalogues);
  const url = 'https://tyollisyyspalvelut.esimerkkikaupunki.fi';
  const one = { kind: 'stepAgreed', about: 'plan', language: 'fi' as const, subject: 'Askel: Aino Lehtonen' };

  test('each fits one message in every language', () => {
    for (const language of languages) {
      const texts = noticeAbouts.map((about) => smsText({ say, url }, [{ ...one, about, language }]));
      texts.push(
        smsText(
          { say, url },
          [one, one].map((two) => ({ ...two, language })),
        ),
      );
      texts.push(say(language, 'sms.code', { code: '123456' }));
      expect(texts.filter((text) => !fitsOneSms(text))).toEqual([]);
    }
  });

  test('a subject stands in it only where it names nobody and has room', () => {
    expect(smsText({ say, url }, [one])).not.toContain('Aino');
    const near = { ...one, kind: 'appointmentNear', about: 'appointments', subject: 'Tapaaminen: 3.3.2026 klo 9.00' };
    expect(smsText({ say, url }, [near])).toBe(`Tuttu: Tapaaminen: 3.3.2026 klo 9.00. Katso: ${url}/`);
    expect(smsText({ say, url }, [{ ...near, subject: 'x'.repeat(200) }])).toBe(
      `Tuttu: tapaamisestasi on uutta. Katso: ${url}/`,
    );
  });
});

describe('the gateway', () => {
  type Answer = (request: IncomingMessage, response: ServerResponse) => void;
  let answers: Answer[] = [];
  let asked: { headers: IncomingMessage['headers']; body: string }[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    asked.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    answer?.(request, response);
  }).listen(0, '127.0.0.1');
  const waits: number[] = [];
  const say =
    (status: number, headers: Record<string, string> = {}): Answer =>
    (_request, response) => {
      response.writeHead(status, headers).end();
    };
  beforeEach(() => {
    [answers, asked] = [[], []];
    waits.splice(0);
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const send = async () => {
    if (!server.listening) await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const wait = async (ms: number) => {
      waits.push(ms);
    };
    const gateway = httpGateway(
      { name: 'Turku', address: `http://127.0.0.1:${port}/`, key: 'k' },
      { timeoutMs: 300, wait },
    );
    return gateway.send({ to: '+358401234567', text: 'Hei', id: 'one' });
  };

  test('gets number, text and sender, and the same id however often it is tried', async () => {
    answers = [say(202)];
    await send();
    expect(JSON.parse(asked[0]?.body ?? '')).toEqual({ id: 'one', from: 'Turku', to: '+358401234567', text: 'Hei' });
    expect(asked[0]?.headers).toMatchObject({ authorization: 'Bearer k', 'idempotency-key': 'one' });
  });

  test('is given the pause it asks for, once and not for long', async () => {
    answers = [say(429, { 'retry-after': '3' }), say(202)];
    await send();
    expect(waits).toEqual([3000]);
    answers = [say(429, { 'retry-after': '3600' })];
    await expect(send()).rejects.toMatchObject({ mayPass: true });
    expect(waits).toEqual([3000]);
  });

  test.each([408, 425, 429, 500, 503])('%s may pass', async (status) => {
    answers = [say(status)];
    await expect(send()).rejects.toMatchObject({ name: 'SmsTrouble', mayPass: true });
  });

  test.each([400, 401, 404, 422])('%s will not pass', async (status) => {
    answers = [say(status)];
    await expect(send()).rejects.toMatchObject({ mayPass: false });
  });

  test('a silent gateway, a broken connection and one that sends elsewhere may pass', async () => {
    for (const answer of [
      () => {},
      (request: IncomingMessage) => request.socket.destroy(),
      say(302, { location: '/' }),
    ]) {
      answers = [answer];
      await expect(send()).rejects.toMatchObject({ mayPass: true });
    }
  });
});
