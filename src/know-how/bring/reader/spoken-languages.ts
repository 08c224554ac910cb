import { languages } from '../../../kernel/languages.ts';
import type { languageLevels } from '../../profile/portable.ts';

type LanguageLevel = (typeof languageLevels)[number];

/** Languages people here tell of, ISO 639-1. */
export const knownLanguages =
  'fi sv en se et ru de fr es it pt pl uk lt lv no da is nl hu ro bg el tr ar fa ku so sq sr hr bs mk sl sk cs ur hi bn pa ta te ne th vi zh ja ko tl id ms am ti sw yo ig ha ps ckb he ka hy az kk uz mn my km lo si rw ln fo ga cy mt be la eo'
    .split(' ')
    .filter((code) => code.length === 2);

/** What a language is called in ours, in small letters; "farsi" and the like beside. */
const alsoCalled: Record<string, readonly string[]> = {
  fa: ['farsi', 'dari'],
  ku: ['kurmandži', 'sorani', 'kurdi'],
  zh: ['mandariini', 'mandarin', 'kiina'],
  se: ['saame', 'saami', 'sami', 'samiska'],
  tl: ['tagalog', 'filipino'],
  no: ['norja', 'norska', 'norwegian'],
  el: ['kreikka', 'grekiska', 'greek'],
  bn: ['bengali'],
};

const namesOf = (code: string): string[] => [
  ...languages.map((language) =>
    (new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code).toLowerCase(),
  ),
  ...(alsoCalled[code] ?? []),
];

const byName = new Map<string, string>(
  knownLanguages.flatMap((code) => namesOf(code).map((name) => [name, code] as const)),
);

/** "suomea", "englannin": the end of a Finnish name changes as it is used. */
const stems = [...byName]
  .filter(([name]) => name.length >= 5 && !name.includes(' '))
  .map(([name, code]) => ({ stem: name.replace(/(nti|ti|i|a|ä)$/, ''), code }))
  .filter(({ stem }) => stem.length >= 4);

/** The ISO 639-1 code of a language named in Finnish, Swedish or English, in whatever case; null for no language. */
export const languageCodeOf = (word: string): string | null => {
  const name = word.toLowerCase();
  const whole = byName.get(name) ?? byName.get(name.replace(/(n kieli|nkieli|a|ä)$/, ''));
  if (whole) return whole;
  return stems.find(({ stem }) => name.startsWith(stem) && name.length - stem.length <= 4)?.code ?? null;
};

/** A level in words is a guess to be looked at: the customer chooses. */
const levelWords: readonly (readonly [LanguageLevel, RegExp])[] = [
  [
    'native',
    /äidinkie|modersm|native|mother tongue|first language|förstaspråk|kotikieli|kaksikieli|tvåspråk|bilingual/,
  ],
  [
    'A2',
    /tyydyttävät? alk|perus|alkeet|välttävä|auttava|alkeis|grund|försvarlig|hjälplig|basic|elementary|beginner|aloittelija|nybörjar|vähän|lite(?!r)|some(?!t)/,
  ],
  [
    'B1',
    /tyydyttävä|keskitaso|kohtalainen|kohtuullinen|nöjaktig|medel|tillfredsst|intermediate|moderate|fair|conversational/,
  ],
  [
    'C1',
    /erinomai|kiitettävä|sujuva|utmärkt|flytande|berömlig|fluent|excellent|advanced|proficient|full professional|erittäin hyvä|mycket god|very good/,
  ],
  ['B2', /hyvä|god(?!k)|good|upper|työkieli|professional/],
];

export const levelIn = (text: string): LanguageLevel | null => {
  const step = /(?<![\p{L}\d])(A1|A2|B1|B2|C1|C2)(?![\p{L}\d])/iu.exec(text)?.[1]?.toUpperCase();
  if (step) return step as LanguageLevel;
  const lower = text.toLowerCase();
  return levelWords.find(([, words]) => words.test(lower))?.[0] ?? null;
};

export type Spoken = { code: string; level: LanguageLevel | null };

/** Languages told of in a line, each with the level said after it, or before it: "suomi (äidinkieli), englanti B2", "äidinkieli: suomi". */
export const languagesIn = (line: string): Spoken[] => {
  const words = [...line.matchAll(/\p{L}[\p{L}-]*/gu)].flatMap((found) => {
    const code = languageCodeOf(found[0]);
    return code ? [{ code, start: found.index, end: found.index + found[0].length }] : [];
  });
  const before = levelIn(line.slice(0, words[0]?.start ?? 0));
  return words.map(({ code, end }, at) => ({
    code,
    level:
      levelIn(line.slice(end, words[at + 1]?.start ?? line.length)) ?? (words.length === 1 || at === 0 ? before : null),
  }));
};

const iso3: Record<string, string> = {
  fin: 'fi',
  swe: 'sv',
  eng: 'en',
  sme: 'se',
  est: 'et',
  rus: 'ru',
  deu: 'de',
  ger: 'de',
  fra: 'fr',
  fre: 'fr',
  spa: 'es',
  ita: 'it',
  por: 'pt',
  pol: 'pl',
  ukr: 'uk',
  lit: 'lt',
  lav: 'lv',
  nor: 'no',
  nob: 'no',
  dan: 'da',
  isl: 'is',
  ice: 'is',
  nld: 'nl',
  dut: 'nl',
  hun: 'hu',
  ron: 'ro',
  rum: 'ro',
  bul: 'bg',
  ell: 'el',
  gre: 'el',
  tur: 'tr',
  ara: 'ar',
  fas: 'fa',
  per: 'fa',
  kur: 'ku',
  som: 'so',
  sqi: 'sq',
  alb: 'sq',
  srp: 'sr',
  hrv: 'hr',
  bos: 'bs',
  mkd: 'mk',
  mac: 'mk',
  slv: 'sl',
  slk: 'sk',
  slo: 'sk',
  ces: 'cs',
  cze: 'cs',
  urd: 'ur',
  hin: 'hi',
  ben: 'bn',
  pan: 'pa',
  tam: 'ta',
  tel: 'te',
  nep: 'ne',
  tha: 'th',
  vie: 'vi',
  zho: 'zh',
  chi: 'zh',
  jpn: 'ja',
  kor: 'ko',
  tgl: 'tl',
  ind: 'id',
  msa: 'ms',
  may: 'ms',
  amh: 'am',
  tir: 'ti',
  swa: 'sw',
  yor: 'yo',
  ibo: 'ig',
  hau: 'ha',
  pus: 'ps',
  heb: 'he',
  kat: 'ka',
  geo: 'ka',
  hye: 'hy',
  arm: 'hy',
  aze: 'az',
  kaz: 'kk',
  uzb: 'uz',
  mon: 'mn',
  mya: 'my',
  bur: 'my',
  khm: 'km',
  lao: 'lo',
  sin: 'si',
  kin: 'rw',
  lin: 'ln',
  gle: 'ga',
  cym: 'cy',
  mlt: 'mt',
  bel: 'be',
};

/** ISO 639-1 of an ISO 639-2 code (either of its two forms), or of the end of a URI of the EU's list; null for an unknown one. */
export const languageOfIso3 = (code: string): string | null => iso3[code.toLowerCase().replace(/^.*\//, '')] ?? null;
