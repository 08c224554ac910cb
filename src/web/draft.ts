/** What is written in a page's form and not sent yet, by field. */
export type Draft = Record<string, string[]>;

/** The id of a page's one form. Buttons elsewhere on the page belong to it (`form=`), so that they carry along what is written in it. */
export const draftForm = 'draft';
/** What a button outside the form asks for, as fields of its own: `what=bringBack&knowHowId=...`. */
export const pressField = 'press';
/** The language switch of every page. */
export const languageField = 'page-language';

const buttons = [pressField, languageField, 'once'];

const isWritten = ([name, values]: [string, string[]]): boolean =>
  name !== 'version' && values.some((value) => value.trim() !== '');

/** Null when nothing is written in it. */
export const draftOf = (sent: Iterable<readonly [string, unknown]>): Draft | null => {
  const draft: Draft = {};
  for (const [name, value] of sent) if (!buttons.includes(name)) draft[name] = [...(draft[name] ?? []), String(value)];
  return Object.entries(draft).some(isWritten) ? draft : null;
};

/** The parts of a draft that are somebody's words, not keys and choices. */
export const wordsOf = (draft: Draft): string[] =>
  Object.values(draft)
    .flat()
    .filter((value) => /\s/.test(value.trim()));
