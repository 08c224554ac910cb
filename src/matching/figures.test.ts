import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { productFolder } from '../kernel/root.ts';
import { publicFigures, qualities } from './figures.ts';

const page = readFileSync(join(productFolder, 'docs', 'benchmarks.md'), 'utf8');

const partOf = (name: string): string => page.split(`<!-- ${name} -->`)[1]?.split(`<!-- /${name} -->`)[0] ?? '';

/** The cells of the row that begins with these words. */
const row = (part: string, words: string): string[] => {
  const line = part.split('\n').find((one) => one.startsWith(`| ${words}`));
  return (line ?? '')
    .split('|')
    .slice(2, -1)
    .map((cell) => cell.trim());
};

const rowOf = {
  right5: 'a right skill in the first 5',
  core10: 'all central skills in the first 10',
  noReject5: 'no denied, wished or insulting skill in the first 5',
  emptyWhenEmpty: 'nothing where there is no skill',
} as const;

test('what anyone reads of the recogniser is what docs/benchmarks.md says', () => {
  const { recogniser } = publicFigures;
  const part = partOf('recogniser');
  for (const quality of qualities) {
    const { fi, sv, en, all, miniSearch } = recogniser.quality[quality] as Record<string, number>;
    expect([quality, ...row(part, rowOf[quality]).slice(0, 5)]).toEqual([
      quality,
      ...[fi, sv, en, all, miniSearch].map(String),
    ]);
  }
  expect(row(part, 'texts a second')[0]).toBe(String(recogniser.textsPerSecond));
  expect(row(part, 'the same story in two languages')[3]).toBe(String(recogniser.sameInLanguages));
  expect(part).toContain(`Measured on ${recogniser.measuredOn}`);
  expect(part).toContain(`${recogniser.skills.toLocaleString('en')} skills`);
  expect(part).toContain(`on ${recogniser.texts} everyday texts`);
});

test('and of matching', () => {
  const { match } = publicFigures;
  const part = partOf('match');
  expect(row(part, 'index, median, ms')[0]).toBe(String(match.p50ms));
  expect(row(part, 'index, p95, ms')[0]).toBe(String(match.p95ms));
  expect(row(part, 'PostgreSQL, median, ms')[0]).toBe(String(match.postgresMedianMs));
  expect(part).toContain(`best twenty of ${match.people.toLocaleString('en')} people`);
  expect(part).toContain(`from all three: ${match.equalTop20 ? 'yes' : '**no**'}`);
  expect(part).toContain(`Measured on ${match.measuredOn}`);
});
