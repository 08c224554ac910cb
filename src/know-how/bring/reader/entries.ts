import type { Language } from '../../../kernel/languages.ts';
import { mostOf } from '../../profile/portable.ts';
import type { Block, PartLine } from './blocks.ts';
import { type Period, periodIn } from './dates.ts';
import { isLetters, isOrganisation, titleAndPlace, trimmed } from './title-and-place.ts';
import type { Found } from './types.ts';

type Experience = Extract<Found, { kind: 'experience' }>['what'];

const isSentence = (text: string): boolean => text.length > 110 || (/[.!?]$/.test(text) && text.split(' ').length > 4);

/** A line without its time. A colon after it stays where something stands before: what follows tells what was done. */
const withoutPeriod = (text: string, { start, end }: Period): string =>
  `${text.slice(0, start).replace(/(noin|n\.|ca\.?|ungefär|omkring|about)\s*$/i, '')}\t${text.slice(end)}`
    .replace(/(?<=\p{L}[^\p{L}]{0,10})\t\s*\)?\s*:\s+/u, ': ')
    .split('\t')
    .map(trimmed)
    .filter(Boolean)
    .join('\t');

/** A sentence that the page's edge broke goes on; a list's points and new sentences keep their lines. */
const flow = (lines: readonly PartLine[]): string => {
  let text = '';
  for (const { text: line, isBullet } of lines) {
    const goesOn = text !== '' && !isBullet && /[\p{Ll},-]$/u.test(text) && /^[\p{Ll}(]/u.test(line);
    text += text === '' ? line : `${goesOn ? ' ' : '\n'}${line}`;
  }
  return text.replaceAll('\t', ' ').trim();
};

const careWords =
  /omaishoit|hoitovapa|äitiyslom|vanhempainvapa|perhevapa|kotiäiti|koti-isä|kotona lasten|närståendevårdare|föräldraledig|mammaledig|pappaledig|hemmamamma|family carer|parental leave|stay-at-home|maternity leave/i;

const kindOf = (part: Experience['kind'], { title, said }: { title: string; said: Experience['kind'] | undefined }) =>
  said ?? (part === 'work' && careWords.test(title) ? 'care' : part);

const experienceOf = (
  part: Experience['kind'],
  language: Language,
  { header, did, period }: { header: readonly string[]; did: readonly PartLine[]; period: Period | null },
): Experience | null => {
  const { title, place, told, said } = titleAndPlace(header);
  if (title === '') return null;
  return {
    kind: kindOf(part, { title, said }),
    title: title.slice(0, mostOf.title),
    place: place.slice(0, mostOf.place),
    from: period?.from ?? null,
    to: period?.to ?? null,
    isOngoing: period?.isOngoing ?? false,
    did: [told, flow(did)].filter(Boolean).join('\n').slice(0, mostOf.did),
    language,
    skills: [],
    isHidden: false,
  };
};

type Dated = { line: number; period: Period; rest: string };

const datedLines = (lines: readonly PartLine[]): Dated[] =>
  lines.flatMap(({ text, isBullet }, line) => {
    const period = periodIn(text);
    if (!period) return [];
    const rest = withoutPeriod(text, period);
    // A year in the middle of what somebody tells of their work begins nothing.
    return (isBullet && period.from === null && !period.isOngoing) || isSentence(rest) ? [] : [{ line, period, rest }];
  });

/** How many lines before its time an entry begins: as the first of the part does it. */
const linesBefore = (dated: readonly Dated[], lines: readonly PartLine[]): number => {
  const first = dated[0]?.line ?? 0;
  const isHeader = first <= 2 && lines.slice(0, first).every(({ text }) => !isSentence(text));
  return isHeader ? first : 0;
};

const fromDated = (
  dated: readonly Dated[],
  { lines }: Block,
  part: Experience['kind'],
  language: Language,
): Found[] => {
  const before = linesBefore(dated, lines);
  const startOf = (at: number) => {
    const previous = dated[at - 1]?.line ?? -1;
    return Math.max(previous + 1, (dated[at]?.line ?? lines.length) - before);
  };
  return dated.flatMap(({ line, period, rest }, at): Found[] => {
    const start = startOf(at);
    const end = at + 1 < dated.length ? startOf(at + 1) : lines.length;
    const header = [...lines.slice(start, line).map(({ text }) => text), rest].filter(isLetters);
    let next = line + 1;
    // A time alone on its line: what it was stands on the next; and where, on the one after that.
    const isShort = (one: PartLine | undefined) =>
      one !== undefined && next < end && !one.isBullet && !isSentence(one.text);
    if (header.length === 0 && isShort(lines[next])) header.push(lines[next++]?.text ?? '');
    const place = lines[next];
    const isOneName = header.length === 1 && titleAndPlace(header).place === '';
    if (
      isOneName &&
      isShort(place) &&
      (place?.text.length ?? 0) <= 70 &&
      (isOrganisation(place?.text ?? '') || isOrganisation(header[0] ?? ''))
    ) {
      header.push(place?.text ?? '');
      next += 1;
    }
    const what = experienceOf(part, language, { header, did: lines.slice(next, end), period });
    return what ? [{ kind: 'experience', at: lines[start]?.at ?? null, what }] : [];
  });
};

/** Without times every paragraph that begins with a short line is an entry of its own. */
const fromParagraphs = ({ lines }: Block, part: Experience['kind'], language: Language): Found[] => {
  const byParagraph = Map.groupBy(lines, ({ at }) => at);
  return [...byParagraph].flatMap(([at, [first, ...did]]): Found[] => {
    if (!first || first.text.length > 90 || isSentence(first.text)) return [];
    const what = experienceOf(part, language, { header: [first.text], did, period: null });
    return what ? [{ kind: 'experience', at, what }] : [];
  });
};

const longestHobby = 40;

/** "partio, jalkapallo ja lukeminen": each is a hobby; a longer text is left to be read for skills. */
const hobbies = ({ lines }: Block, language: Language): Found[] =>
  lines.flatMap(({ text, at }): Found[] => {
    const names = text
      .replace(/[.!]$/, '')
      .split(/[,;•·|\t]\s?|\s(?:ja|och|and|sekä|samt|&)\s/)
      .map(trimmed)
      .filter(isLetters);
    if (names.some((name) => name.length > longestHobby)) return [];
    return names.flatMap((name): Found[] => {
      const title = name.charAt(0).toUpperCase() + name.slice(1);
      const what = experienceOf('hobby', language, { header: [title], did: [], period: null });
      return what
        ? [{ kind: 'experience', at, what: { ...what, title: title.slice(0, mostOf.title), place: '', did: '' } }]
        : [];
    });
  });

const kinds: readonly Experience['kind'][] = ['work', 'study', 'care', 'volunteering', 'hobby'];

/** Work, studies and the like under one heading. */
export const experiencesIn = (block: Block, language: Language): Found[] => {
  const part = kinds.find((kind) => kind === block.part);
  if (!part || block.lines.length === 0) return [];
  const dated = datedLines(block.lines);
  if (dated.length > 0) return fromDated(dated, block, part, language);
  return part === 'hobby' ? hobbies(block, language) : fromParagraphs(block, part, language);
};
