import { expect, test } from 'vitest';
import type { Language } from '../../kernel/languages.ts';
import { languageOf, readIn } from './language-of.ts';

test.each<[ReturnType<typeof languageOf>, string]>([
  ['fi', 'Minä olen ollut siivoojana koulussa ja osaan leipoa.'],
  ['sv', 'Jag har jobbat i köket på ett äldreboende.'],
  ['en', 'I cooked for a big family and drove a truck.'],
  ['other', 'Я працювала кухарем у Харкові десять років, готувала борщ'],
  ['other', 'عملت طبيب أسنان في أصفهان لمدة'],
  ['other', 'Waxaan ahaa macallin Muqdisho, waxaan bari jiray carruurta xisaabta iyo luuqadda muddo toban sano ah'],
  [undefined, 'Siivous, ruoanlaitto, lastenhoito'],
  [undefined, 'Puhun arabiaa ja suomea, ja tulkkaan äidille lääkärissä.'],
  [undefined, ''],
])('%s: "%s"', (language, text) => {
  expect(languageOf(text)).toBe(language);
});

test.each<[Language, Language, string]>([
  ['fi', 'sv', 'Jag har jobbat i köket på ett äldreboende.'],
  ['sv', 'en', 'I cooked for a big family and drove a truck.'],
  ['en', 'en', 'Excel, Word, PowerPoint, Photoshop'],
  ['fi', 'fi', 'Я працювала кухарем у Харкові десять років'],
])('chosen %s, read in %s: "%s"', (chosen, language, text) => {
  expect(readIn(text, chosen)).toBe(language);
});
