import type { ReactNode } from 'react';
import { useText } from '../text.tsx';

const Sprout = () => (
  <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" focusable="false">
    <path
      d="M7 13V7M7 7C7 4 5 2 1.5 2 1.5 5 3.5 7 7 7Zm0 1.5c0-2.5 1.8-4 5.5-4 0 3-2 4-5.5 4Z"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
  </svg>
);

export type Fit = 'met' | 'partly' | 'missing';

/**
 * One know-how. With `to` it opens; with `fit` it says, in words too, how it fits a need. Put several in a list: `Chips`.
 */
export const KnowHowChip = ({ label, to, fit }: { label: string; to?: string; fit?: Fit }) => {
  const { t } = useText();
  const className = fit && fit !== 'met' ? `chip chip--${fit}` : 'chip';
  const inside = (
    <>
      {fit === 'missing' ? null : <Sprout />}
      <span>
        {label}
        {fit ? <span className="aksel-sr-only">, {t(`chip.${fit}`)}</span> : null}
      </span>
    </>
  );
  return to ? (
    <a href={to} className={className}>
      {inside}
    </a>
  ) : (
    <span className={className}>{inside}</span>
  );
};

/** Know-how beside each other. `label` says what they are, where no heading above does. */
export const Chips = ({ label, children }: { label?: string; children: ReactNode[] }) => (
  <ul className="chips" aria-label={label}>
    {children.map((child, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
      <li key={index}>{child}</li>
    ))}
  </ul>
);
