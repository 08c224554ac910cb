import { Readable, Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { recogniseCommand } from '../recognise-command.ts';
import { aSkill, aVocabulary, folderWith } from '../vocabulary/fixtures.ts';
import { saveVocabulary } from '../vocabulary/store.ts';
import { recogniseLines } from './recognise-lines.ts';
import { createRecogniser } from './recogniser.ts';

const others = Array.from({ length: 60 }, (_, at) => aSkill(`other-${at}`, { fi: `muu osio${at}` }));
const vocabulary = aVocabulary([
  ...others,
  aSkill('bake', { fi: 'leipominen', names: { fi: ['leipoa kakkuja'], sv: [], en: [] } }),
]);
const baked = { uri: 'http://example.org/skill/bake', label: 'leipominen', because: [{ start: 0, end: 15 }] };

async function* linesOf(lines: string[]): AsyncGenerator<string> {
  yield* lines;
}

const answersTo = async (lines: string[]) => {
  const answers: unknown[] = [];
  const counts = await recogniseLines(linesOf(lines), createRecogniser(vocabulary), (line) => {
    answers.push(JSON.parse(line));
  });
  return { answers, counts };
};

test('answers each line with the skills found and the words they were found in', async () => {
  const { answers } = await answersTo([
    '{"id":"a","text":"leivoin kakkuja","lang":"fi"}',
    '',
    '{"id":2,"text":"Hei","lang":"sv"}',
  ]);
  expect(answers).toMatchObject([
    { id: 'a', suggestions: [baked] },
    { id: 2, suggestions: [] },
  ]);
});

test('tells of a bad line by its number and goes on', async () => {
  const { answers, counts } = await answersTo([
    'not json',
    '{"id":"b","text":5,"lang":"fi"}',
    '{"id":"c","text":"x","lang":"de"}',
    'null',
    '{"id":"a","text":"leivoin kakkuja","lang":"fi"}',
  ]);
  expect(answers).toMatchObject([
    { error: 'line 1: is not JSON' },
    { id: 'b', error: expect.stringMatching(/^line 2: text: /) },
    { id: 'c', error: expect.stringMatching(/^line 3: lang: /) },
    { error: expect.stringMatching(/^line 4: /) },
    { id: 'a', suggestions: [baked] },
  ]);
  expect(counts).toEqual({ lines: 5, bad: 4 });
});

test('the command reads and writes streams with the imported vocabulary, the second time from kept indexes', async () => {
  const data = await folderWith();
  await saveVocabulary(data, vocabulary);
  const run = async () => {
    const parts: string[] = [];
    const output = new Writable({
      highWaterMark: 1,
      write(chunk, _encoding, done) {
        parts.push(String(chunk));
        setImmediate(done);
      },
    });
    const input = Readable.from(['\uFEFF{"id":1,"text":"leivoin kak', 'kuja","lang":"fi"}\r\n{"id":2}']);
    await recogniseCommand({ input, output, dataFolder: data, limit: 3, floor: 0.1 });
    await new Promise((resolve) => output.end(resolve));
    return parts.join('');
  };
  const first = await run();
  expect(
    first
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toMatchObject([{ id: 1, suggestions: [baked] }, { id: 2 }]);
  expect(await run()).toBe(first);
});
