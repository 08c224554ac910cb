import { expect, test } from 'vitest';
import { knownLanguages } from './known-languages.ts';
import { languageCode } from './portable.ts';

test("the country's languages and English come first, the rest by name, each once and with a code the profile takes", () => {
  const known = knownLanguages('fi', [{ code: 'fse', name: 'suomalainen viittomakieli' }]);
  const codes = known.map(({ code }) => code);
  expect(codes.slice(0, 3)).toEqual(['fi', 'sv', 'en']);
  expect(codes).toEqual(expect.arrayContaining(['so', 'ar', 'uk', 'smn', 'prs', 'ckb', 'fse']));
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of codes) expect(languageCode.safeParse(code).success).toBe(true);
  const names = known.slice(3).map(({ name }) => name);
  expect([...names].sort((a, b) => a.localeCompare(b, 'fi'))).toEqual(names);
});

test.each(['fi', 'sv', 'en'] as const)('no two languages have one name in %s', (language) => {
  const names = knownLanguages(language).map(({ name }) => name);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  expect(names.join()).not.toContain('szezuan');
});
