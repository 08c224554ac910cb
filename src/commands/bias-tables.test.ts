import { expect, test } from 'vitest';
import type { SwapReport } from '../know-how/bias/compare-swaps.ts';
import type { BiasRates } from '../matching/index.ts';
import { tellRates, tellSwaps } from './bias-tables.ts';

const rate = (share: number, ratio = 1) => ({ share, ratio, low: ratio - 0.2, high: ratio + 0.2 });
const row = (group: string, people: number, ratio: number) => ({
  ...{ group, people, matching: people, agreed: rate(1), shown: rate(1), shownEach: 12.34, goodEach: 0.5 },
  recommended: rate(0.4 * ratio, ratio),
  sign: ratio < 0.8 ? ('lower' as const) : ('alike' as const),
});
const rates: BiasRates = {
  ...{ of: 'agreed', day: '2026-03-02', openChallenges: 17, sums: null, everybody: row('', 40, 1) },
  tables: [
    { dimension: 'gender', rows: [row('female', 20, 0.5), row('', 20, 1)], hidden: { groups: 0, people: 0 } },
    { dimension: 'area', rows: [], hidden: { groups: 5, people: 40 } },
  ],
};

test('the rates are told in groups beside everybody, with what stands apart marked and what is small hidden', () => {
  const lines = tellRates('Turku', rates).split('\n');
  expect(lines[0]).toBe('Turku, 2026-03-02: customers who agreed to this report; 17 open challenges');
  expect(lines.find((line) => line.includes('women'))).toMatch(
    /20 +100 % +100 % +12\.3 +20 % +0\.50 \(0\.30-0\.70\) +0\.5 +< look$/,
  );
  expect(lines.find((line) => line.includes('not known'))).not.toContain('look');
  expect(lines.at(-1)?.trim()).toMatch(/^hidden: 5 +40$/);
});

test('of fewer than ten people nothing is told', () => {
  const text = tellRates('Espoo', { ...rates, everybody: null, tables: [] });
  expect(text).toContain('Fewer than 10 people: nothing is told of them.');
});

test('what a swap changes is told by the words swapped and the skills that came and went', () => {
  const none = { compared: 0, suggestions: 0, changed: 0, textsChanged: 0 };
  const fi = { words: { compared: 4, suggestions: 20, changed: 2, textsChanged: 1 }, names: none };
  const report: SwapReport = {
    texts: 4,
    byLanguage: { fi, sv: { words: none, names: none }, en: { words: none, names: none } },
    changes: [{ id: 'aino', language: 'fi', by: ['äitiä > isää'], gained: ['uri:1'], lost: ['uri:2'] }],
  };
  const text = tellSwaps(report, (uri) => `skill ${uri.at(-1)}`);
  expect(text).toMatch(/Finnish, gendered words +4 +20 +2 +10\.0 % +1/);
  expect(text).toContain('aino (fi): äitiä > isää: +skill 1, -skill 2');
});
