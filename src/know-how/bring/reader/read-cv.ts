import type { Language } from '../../../kernel/languages.ts';
import { type Block, cutIntoBlocks } from './blocks.ts';
import { experiencesIn } from './entries.ts';
import { fitting } from './fitting.ts';
import { guessLanguage } from './guess-language.ts';
import { licencesIn } from './licences.ts';
import { languagesIn } from './spoken-languages.ts';
import { tidy } from './tidy.ts';
import type { DocumentKind, Found, Paragraph, Raw, Read } from './types.ts';

const languagesOf = ({ part, lines }: Block): Found[] =>
  part !== 'languages'
    ? []
    : lines.flatMap(({ text, at }) =>
        languagesIn(text).map((spoken): Found => ({ kind: 'language', at, what: { ...spoken, isHidden: false } })),
      );

/** "Ajokortti" may stand as a heading over nothing but "B". */
const licencesOf = ({ part, heading, lines }: Block): Found[] =>
  part === 'wishes'
    ? []
    : lines.flatMap(({ text, at }) =>
        licencesIn(text, part === 'licences' ? heading : '').map(
          (licence): Found => ({ kind: 'licence', at, what: { ...licence, isHidden: false } }),
        ),
      );

const keyOf = (one: Found): string => {
  if (one.kind === 'language') return `language ${one.what.code}`;
  if (one.kind === 'licence') return `licence ${one.what.kind} ${one.what.code || one.what.name}`;
  return '';
};

/** What a document says twice is found once: where it says more of it. */
export const once = (found: readonly Found[]): Found[] => {
  const seen = new Map<string, Found>();
  const all: Found[] = [];
  for (const one of found) {
    const key = keyOf(one);
    const earlier = key === '' ? undefined : seen.get(key);
    if (earlier?.kind === 'language' && one.kind === 'language') earlier.what.level ??= one.what.level;
    if (earlier) continue;
    if (key !== '') seen.set(key, one);
    all.push(one);
  }
  return all;
};

/** Paragraphs counted from 1 on their page, or in a document that has no pages. */
export const numbered = (paragraphs: readonly Omit<Paragraph, 'no'>[]): Paragraph[] => {
  const counts = new Map<number | null, number>();
  return paragraphs.map((paragraph) => {
    const no = (counts.get(paragraph.page) ?? 0) + 1;
    counts.set(paragraph.page, no);
    return { ...paragraph, no };
  });
};

/** Reads a CV's text: its paragraphs without what is private, and what stands in it. */
export const readCv = (raw: Raw, kind: DocumentKind, otherwise: Language): Read => {
  const { paragraphs, blocks, leftOut } = cutIntoBlocks(tidy(raw.paragraphs));
  const texts = paragraphs.map(({ lines, ...rest }) => ({ ...rest, text: lines.join('\n') }));
  const language = guessLanguage(texts.map(({ text }) => text).join('\n'), otherwise);
  const found = blocks.flatMap((block) => [
    ...experiencesIn(block, language),
    ...languagesOf(block),
    ...licencesOf(block),
  ]);
  return { kind, language, pages: raw.pages, paragraphs: numbered(texts), found: fitting(once(found)), leftOut };
};
