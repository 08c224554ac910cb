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
        return <Run key={at}>{text}</Run>;
      })}
    </p>
  );
};
