/** An ending that may be taken off, and how long the rest must then be at least. */
export type Ending = readonly [ending: string, rest: number];

/** Reads "ssa:3 na:4" into endings, the longest first. */
export const endings = (...lists: string[]): Ending[] =>
  lists
    .flatMap((list) => list.trim().split(/\s+/))
    .map((item): Ending => {
      const [ending = '', rest = '3'] = item.split(':');
      return [ending, Number(rest)];
    })
    .sort((a, b) => b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1));

/** The word without its longest ending; the word itself when none fits. */
export const withoutEnding = (word: string, list: readonly Ending[]): string => {
  for (const [ending, rest] of list)
    if (word.length - ending.length >= rest && word.endsWith(ending)) return word.slice(0, -ending.length);
  return word;
};

/** Reads lines "stem: form form form" into form -> stem. */
export const irregular = (lines: string): Map<string, string> => {
  const stems = new Map<string, string>();
  for (const line of lines.trim().split('\n')) {
    const [stem = '', forms = ''] = line.split(':');
    for (const form of forms.trim().split(/\s+/)) stems.set(form, stem.trim());
  }
  return stems;
};
