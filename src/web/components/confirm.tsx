import type { ReactNode } from 'react';

/**
 * Asks once more before what cannot be taken back, without script: `label` opens it, `what` says what follows, and the button that does
 * it is among the children, in its form.
 */
export const Confirm = ({
  label,
  what,
  isOpen = false,
  children,
}: {
  label: string;
  what: string;
  /** Something is written inside already. */
  isOpen?: boolean;
  children: ReactNode;
}) => (
  <details className="confirm" open={isOpen}>
    <summary>{label}</summary>
    <div>
      <p>{what}</p>
      {children}
    </div>
  </details>
);

/** What few need, behind its name. */
export const More = ({ label, isOpen = false, children }: { label: string; isOpen?: boolean; children: ReactNode }) => (
  <details className="more" open={isOpen}>
    <summary>{label}</summary>
    {children}
  </details>
);
