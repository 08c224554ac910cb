/** Facts of a row of the law that may not have been checked; `path.unchecked.<fact>` in the message files. */
export const uncheckedFacts = ['fromOn', 'contents', 'crosses', 'valid', 'review', 'duty', 'neglect'] as const;
export type UncheckedFact = (typeof uncheckedFacts)[number];

/** As rows call them: by their columns. */
const byColumn: Readonly<Record<string, UncheckedFact>> = {
  from_on: 'fromOn',
  contents: 'contents',
  crosses: 'crosses',
  valid_months: 'valid',
  review_months: 'review',
  duty: 'duty',
  neglect: 'neglect',
};

/** What a row says nobody has checked ("contents (strengths), review_months"), without what stands in brackets. Throws for what it does not know. */
export const uncheckedIn = (unchecked: string): UncheckedFact[] =>
  unchecked
    .replaceAll(/\([^)]*\)/g, '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => {
      const fact = byColumn[one];
      if (!fact) throw new Error(`Nobody has said what "${one}" is`);
      return fact;
    });
