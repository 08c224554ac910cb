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

/** What few need, behind its name. `about`: of what, heard where the same name stands several times on a page. */
export const More = ({
  label,
  about,
  isOpen = false,
  children,
}: {
  label: string;
  about?: string;
  isOpen?: boolean;
  children: ReactNode;
}) => (
  <details className="more" open={isOpen}>
    <summary>
      {label}
      {about === undefined ? null : <span className="aksel-sr-only"> {about}</span>}
    </summary>
    {children}
  </details>
);
