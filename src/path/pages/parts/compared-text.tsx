import { compareWords } from '../../sections/compare-words.ts';

const elements = { same: 'span', gone: 'del', new: 'ins' } as const;

/** A text with what went and what came since an earlier version of it. */
export const ComparedText = ({ before, after }: { before: string; after: string }) => {
  const runs: { at: number; what: keyof typeof elements; text: string }[] = [];
  for (const run of compareWords(before, after)) runs.push({ at: runs.length, ...run });
  return (
    <p className="words compared">
      {runs.map(({ at, what, text }) => {
        const Run = elements[what];
        // What went and what came in its place are two words.
        return (
          <Run key={at}>
            {what === 'new' && runs[at - 1]?.what === 'gone' ? ' ' : ''}
            {text}
          </Run>
        );
      })}
    </p>
  );
};
