import { dayIn } from '../clock.ts';
import { languageNames } from '../language-names.ts';
import type { InLanguages, Language } from '../languages.ts';
import { locales, type Say } from '../say.ts';
import { dayParts } from '../say-time.ts';
import { type Block, paragraphsOf, type Written } from '../written/written.ts';
import type { WaitingLetter } from './letters.ts';

/** Whoever posts the letters, and where they are answered. */
export type LettersReader = {
  language: Language;
  say: Say;
  city: { name: InLanguages; timeZone: string };
  now: Date;
  url: string;
};

/** Around a letter's text, in its reader's language: how it greets and how it can be answered. */
export const aroundLetter = (
  { name, language }: Pick<WaitingLetter, 'name' | 'language'>,
  { say, url }: Pick<LettersReader, 'say' | 'url'>,
) => ({
  greeting: say(language, 'mail.greeting', { name }),
  closing: say(language, 'mail.paperClosing', { address: url }),
});

const letterOf = (letter: WaitingLetter, reader: LettersReader): Block[] => {
  const { name, language, subject, body } = letter;
  const { greeting, closing } = aroundLetter(letter, reader);
  return [
    { kind: 'newPage' },
    { kind: 'text', text: name, language },
    { kind: 'heading', text: subject, language },
    { kind: 'text', text: greeting, language },
    ...paragraphsOf(body).map((text): Block => ({ kind: 'text', text, language })),
    { kind: 'closing', text: closing, language },
  ];
};

/** Letters to post as one document: a list of them for whoever posts, in their language; then each on a page of its own, in its reader's. */
export const writeLetters = (letters: readonly WaitingLetter[], reader: LettersReader): Written => {
  const { language, say, city, now } = reader;
  const dayFormat = new Intl.DateTimeFormat(locales[language], { ...dayParts(language), timeZone: city.timeZone });
  const nameOf = languageNames(language);
  const t = (key: string, values = {}) => say(language, key, values);
  const title = t('letters.listTitle', { city: city.name[language], day: dayFormat.format(now) });
  const list: Block = {
    kind: 'table',
    head: [t('letters.to'), t('letters.about'), t('letters.language'), t('letters.waitingSince')],
    rows: letters.map((letter) => [
      letter.name,
      letter.subject,
      nameOf(letter.language) ?? letter.language,
      dayFormat.format(letter.madeAt),
    ]),
  };
  return {
    ...{ title, language, author: city.name[language] },
    blocks: [
      { kind: 'title', text: title },
      ...(letters.length === 0 ? [{ kind: 'quiet', text: t('letters.none') } as const] : [list]),
      ...letters.flatMap((letter) => letterOf(letter, reader)),
    ],
  };
};

/** What the file is called: its day tells one day's letters from the next's. */
export const lettersFileName = ({ city, now }: Pick<LettersReader, 'city' | 'now'>): string =>
  `tuttu-letters-${dayIn(city.timeZone, now)}.pdf`;
