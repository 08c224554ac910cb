import type { PortableProfile } from '../../profile/portable.ts';

type PartDay = NonNullable<PortableProfile['experiences'][number]['from']>;

/** A time told in a line: where it stands in it (UTF-16 units, end exclusive), and from when to when. */
export type Period = { start: number; end: number; from: PartDay | null; to: PartDay | null; isOngoing: boolean };

type Point = { start: number; end: number; day: PartDay; shape: 'day' | 'month' | 'named' | 'year' };

const monthStems = [
  ['tammik', 'januar', 'jan'],
  ['helmik', 'februar', 'feb'],
  ['maalisk', 'mars', 'march', 'mar'],
  ['huhtik', 'april', 'apr'],
  ['toukok', 'maj', 'may'],
  ['kesäk', 'juni', 'june', 'jun'],
  ['heinäk', 'juli', 'july', 'jul'],
  ['elok', 'august', 'aug'],
  ['syysk', 'september', 'sept', 'sep'],
  ['lokak', 'oktober', 'october', 'okt', 'oct'],
  ['marrask', 'november', 'nov'],
  ['jouluk', 'december', 'dec'],
] as const;

/** A season is told about: its first whole month. */
const seasons = [
  [3, /^(kevä|vår|spring)/],
  [6, /^(kesä(?!k)|sommar|summer)/],
  [9, /^(syks|höst|autumn|fall)/],
  [12, /^(talv|vinter|winter)/],
] as const;

const seasonOf = (word: string): number | null => seasons.find(([, stem]) => stem.test(word))?.[0] ?? null;
const monthOf = (word: string): number | null => {
  const at = monthStems.findIndex((stems) => stems.some((stem) => word.startsWith(stem)));
  return at < 0 ? null : at + 1;
};

const two = (value: number): string => String(value).padStart(2, '0');
const year = '(19[4-9]\\d|20[0-3]\\d)';
const point = new RegExp(
  [
    `(\\d{1,2})(?:\\.\\s?|/)(\\d{1,2})(?:\\.\\s?|/)${year}`,
    `(\\d{1,2})\\.?\\s(\\p{L}{3,14})\\.?\\s${year}`,
    `${year}-(0[1-9]|1[0-2])(?:-(\\d{2}))?`,
    `(\\d{1,2})\\s?[./]\\s?${year}`,
    `(\\d{1,2})/(\\d{2})(?![\\d/])`,
    `(\\p{L}{3,14})\\.?\\s+${year}`,
    year,
  ]
    .map((one) => `(?<![\\d.,/\\p{L}])${one}(?!\\d|[.,]\\d|\\s?%)`)
    .join('|'),
  'gu',
);

const shortYear = (digits: string): string => (Number(digits) > 40 ? `19${digits}` : `20${digits}`);
const isMonth = (month: string | undefined): boolean => Number(month) >= 1 && Number(month) <= 12;
const isAbout = (before: string): boolean =>
  /(?:^|[\s(])(noin|n\.|ca\.?|cirka|c\.|ungefär|omkring|about|approx\.?|around)\s*$/i.test(before);

const dayOf = (found: RegExpExecArray): Pick<Point, 'shape'> & { on: string; about?: boolean; skip?: number } => {
  const [all, d, m, y, namedD, namedM, namedY, isoY, isoM, isoD, month, monthY, shortM, shortY, word, wordY, plain] =
    found;
  if (y && isMonth(m) && Number(d) >= 1 && Number(d) <= 31)
    return { shape: 'day', on: `${y}-${two(Number(m))}-${two(Number(d))}` };
  const inWords = monthOf(namedM?.toLowerCase() ?? '');
  if (namedY && inWords && Number(namedD) >= 1 && Number(namedD) <= 31)
    return { shape: 'day', on: `${namedY}-${two(inWords)}-${two(Number(namedD))}` };
  if (isoY && isoM) return { shape: isoD ? 'day' : 'month', on: [isoY, isoM, isoD].filter(Boolean).join('-') };
  if (monthY && isMonth(month)) return { shape: 'month', on: `${monthY}-${two(Number(month))}` };
  if (shortY && isMonth(shortM)) return { shape: 'month', on: `${shortYear(shortY)}-${two(Number(shortM))}` };
  if (word && wordY) {
    const lower = word.toLowerCase();
    const named = monthOf(lower);
    if (named) return { shape: 'named', on: `${wordY}-${two(named)}` };
    const season = seasonOf(lower);
    if (season) return { shape: 'named', on: `${wordY}-${two(season)}`, about: true };
    return { shape: 'year', on: wordY, skip: all.length - wordY.length };
  }
  return { shape: 'year', on: plain ?? y ?? namedY ?? monthY ?? '', skip: plain ? 0 : all.length - 4 };
};

const pointsIn = (line: string): Point[] =>
  [...line.matchAll(point)].flatMap((found) => {
    const { on, shape, about = false, skip = 0 } = dayOf(found);
    if (on === '') return [];
    const start = found.index + skip;
    return [
      { start, end: found.index + found[0].length, shape, day: { on, about: about || isAbout(line.slice(0, start)) } },
    ];
  });

const dash = '(?:–|—|−|‐|‑|-|\\.{2,3}|~)';
const between = new RegExp(`^\\s*(?:${dash}|to|till|until|until|ja|och|and|asti|saakka)\\s*$`, 'i');
const now =
  '(?:nykyinen|nykyhetki|nykyään|nyt|edelleen|jatkuu|toistaiseksi|tällä hetkellä|present|now|current|currently|today|ongoing|nu|nuvarande|pågår|fortgår|pågående|tills vidare|tillsvidare|i dag|idag)';
const untilNow = new RegExp(`^\\s*(?:${dash}|to|till|until|,)?\\s*\\(?${now}(?!\\p{L})\\)?`, 'iu');
const openDash = new RegExp(`^(?:${dash}(?=\\s|$|[,;:)])|\\s+${dash}\\s*(?=$|\\t|[,;)]))`);
const since = /(?:^|[\s(])(since|from|sedan|från och med|från|alkaen|lähtien)\s*$/i;
const sinceAfter = /^\s*(?:alkaen|lähtien)(?!\p{L})/iu;

/** "1.5.–31.8.2016", "5–8/2016" and "touko–elokuu 2016" say the year once. */
const sharedStart = (line: string, { start, shape, day }: Point): { start: number; on: string } | null => {
  const before = line.slice(0, start);
  const yearOf = day.on.slice(0, 4);
  if (shape === 'day') {
    const found = /(\d{1,2})\.\s?(?:(\d{1,2})\.)?\s?[–—-]\s?$/.exec(before);
    const month = found?.[2] ?? day.on.slice(5, 7);
    return found && isMonth(month) && Number(found[1]) <= 31
      ? { start: found.index, on: `${yearOf}-${two(Number(month))}-${two(Number(found[1]))}` }
      : null;
  }
  if (shape === 'month') {
    const found = /(?<![\d.])(\d{1,2})\s?[–—-]\s?$/.exec(before);
    return found && isMonth(found[1]) ? { start: found.index, on: `${yearOf}-${two(Number(found[1]))}` } : null;
  }
  if (shape === 'named') {
    const found = /(\p{L}{3,12})\.?\s?[–—-]\s?$/u.exec(before);
    const month = found ? (monthOf(`${found[1]?.toLowerCase()}k`) ?? monthOf(found[1]?.toLowerCase() ?? '')) : null;
    return found && month ? { start: found.index, on: `${yearOf}-${two(month)}` } : null;
  }
  return null;
};

/** "2015–18" says the century once. */
const shortEnd = (line: string, { end, shape, day }: Point): { end: number; on: string } | null => {
  const found = shape === 'year' ? /^\s?[–—-]\s?(\d{2})(?![\d.:/])/.exec(line.slice(end)) : null;
  const on = found ? `${day.on.slice(0, 2)}${found[1]}` : '';
  return found && on >= day.on ? { end: end + found[0].length, on } : null;
};

const open = (line: string, { start, end, day }: Point): Period | null => {
  const after = line.slice(end);
  const said = untilNow.exec(after) ?? openDash.exec(after) ?? sinceAfter.exec(after);
  if (said) return { start, end: end + said[0].length, from: day, to: null, isOngoing: true };
  const word = since.exec(line.slice(0, start));
  return word ? { start: word.index, end, from: day, to: null, isOngoing: true } : null;
};

/** The first time told in a line; null where there is none. A single day is when it ended, or was: `to`. */
export const periodIn = (line: string): Period | null => {
  const [first, second] = pointsIn(line);
  if (!first) return null;
  const shared = sharedStart(line, first);
  if (shared)
    return {
      start: shared.start,
      end: first.end,
      from: { on: shared.on, about: false },
      to: first.day,
      isOngoing: false,
    };
  if (
    second &&
    between.test(line.slice(first.end, second.start)) &&
    second.day.on >= first.day.on.slice(0, second.day.on.length)
  )
    return { start: first.start, end: second.end, from: first.day, to: second.day, isOngoing: false };
  const short = shortEnd(line, first);
  if (short)
    return {
      start: first.start,
      end: short.end,
      from: first.day,
      to: { on: short.on, about: false },
      isOngoing: false,
    };
  return open(line, first) ?? { start: first.start, end: first.end, from: null, to: first.day, isOngoing: false };
};
