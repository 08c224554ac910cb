import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { aModelServer } from './fixtures.ts';
import { createOutsideModel, type ModelFault } from './outside-model.ts';
import type { Question } from './protocol.ts';

const server = await aModelServer();
const elsewhere = await aModelServer();
afterAll(() => {
  server.close();
  elsewhere.close();
});
beforeEach(() => {
  server.asked.length = 0;
  elsewhere.asked.length = 0;
});

const care = 'http://data.europa.eu/esco/skill/care';
const events = 'http://data.europa.eu/esco/skill/events';
const asked: Question = {
  version: 1,
  language: 'fi',
  clauses: ['Hoidin äitiäni'],
  candidates: [
    { uri: care, label: 'läheisen hoito kotona' },
    { uri: events, label: 'tapahtumien järjestäminen' },
  ],
};

const model = (options?: { milliseconds: number }, key?: string) =>
  createOutsideModel({ name: 'Kielimalli', address: server.address, key }, options);
const faultOf = (asking: Promise<unknown>): Promise<ModelFault | 'none'> =>
  asking.then(
    () => 'none' as const,
    (error) => error.fault,
  );

describe('asking', () => {
  test('sends the question with the key, and takes the scores of what was asked', async () => {
    server.answer((_, response) => {
      response.end(JSON.stringify({ scores: [{ uri: care, score: 0.9 }], more: 'is not ours' }));
    });
    expect(await model({ milliseconds: 2000 }, 'a key').ask(asked)).toEqual(new Map([[care, 0.9]]));
    expect(server.asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer a key']);
    expect(JSON.parse(server.asked[0]?.body ?? '')).toEqual(asked);
  });

  test('takes no score of a skill it did not ask about, and the first of two', async () => {
    const scores = [
      { uri: events, score: 0.2 },
      { uri: events, score: 1 },
      { uri: 'http://data.europa.eu/esco/skill/another', score: 1 },
      { uri: '__proto__', score: 1 },
    ];
    server.answer((_, response) => {
      response.end(JSON.stringify({ scores }));
    });
    expect([...(await model().ask(asked))]).toEqual([[events, 0.2]]);
  });
});

describe('a model that fails', () => {
  const score = (value: unknown) => JSON.stringify({ scores: [{ uri: care, score: value }] });
  test.each([
    ['no JSON', '<html>Welcome</html>'],
    ['nothing', ''],
    ['another shape', '[0.9, 0.1]'],
    ['no scores', '{}'],
    ['a score in words', score('0.9')],
    ['a score above one', score(1.01)],
    ['a score under nothing', score(-0.5)],
    ['an endless score', `{"scores":[{"uri":"${care}","score":1e999}]}`],
    ['a score that is no number', `{"scores":[{"uri":"${care}","score":NaN}]}`],
    ['more scores than anybody asked', JSON.stringify({ scores: Array(501).fill({ uri: care, score: 1 }) })],
    ['an answer without end', JSON.stringify({ scores: [], more: 'x'.repeat(300 * 1024) })],
    ['broken characters', Buffer.from([0x7b, 0xff, 0xfe, 0x7d])],
  ])('%s is a wrong answer', async (_, body) => {
    server.answer((_asked, response) => {
      response.end(body);
    });
    expect(await faultOf(model().ask(asked))).toBe('wrongAnswer');
  });

  test('is not waited for over the limit, whether it is silent or drips', async () => {
    server.answer(() => {});
    expect(await faultOf(model({ milliseconds: 60 }).ask(asked))).toBe('late');
    server.answer((_, response) => {
      response.write('{"scores":');
    });
    expect(await faultOf(model({ milliseconds: 60 }).ask(asked))).toBe('late');
  });

  test('leads us nowhere else', async () => {
    server.answer((_, response) => {
      response.writeHead(307, { location: elsewhere.address }).end();
    });
    expect(await faultOf(model().ask(asked))).toBe('unreachable');
    expect(elsewhere.asked).toEqual([]);
  });

  test('refuses with any status but 200', async () => {
    server.answer((_, response) => {
      response.writeHead(503).end(score(1));
    });
    expect(await faultOf(model().ask(asked))).toBe('refused');
  });

  test('is unreachable when nobody answers there', async () => {
    const gone = await aModelServer();
    gone.close();
    expect(
      await faultOf(createOutsideModel({ name: 'Poissa', address: gone.address, key: undefined }).ask(asked)),
    ).toBe('unreachable');
  });

  test('is told of without a word of the customer', async () => {
    server.answer((_, response) => {
      response.end('Hoidin äitiäni');
    });
    await expect(model().ask(asked)).rejects.toThrow(
      /^the outside model gave no scores: wrongAnswer \(not what docs\/outside-model\.md says\)$/,
    );
  });
});
