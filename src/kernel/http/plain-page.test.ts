import { expect, test } from 'vitest';
import { catalogues } from '../../messages/index.ts';
import { languages } from '../languages.ts';
import { Problem } from '../problem.ts';
import { createSay } from '../say.ts';
import { plainPage } from './plain-page.ts';

const say = createSay(catalogues);

test.each(
  languages.flatMap((language) =>
    (['failure', 'unavailable', 'originRefused', 'tooMany'] as const).map((code) => [language, code] as const),
  ),
)('a page in %s for %s says what happened, what to do and the number, with no script', (language, code) => {
  const page = plainPage(say, language, new Problem(code), { id: 'abc123', nonce: 'n0nce' });
  expect(page).toContain(`<html lang="${language}">`);
  expect(page).toContain(`<h1>${say(language, `problem.${code}.title`)}</h1>`);
  expect(page).toContain('<style nonce="n0nce">');
  expect(page).toContain('abc123');
  expect(page).not.toContain('<script');
});

test('what comes from outside cannot become markup', () => {
  expect(plainPage(say, 'fi', new Problem('failure'), { id: '<script>', nonce: 'n' })).not.toContain('<script');
});
