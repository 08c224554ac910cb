import { Button } from '@navikt/ds-react';
import type { ReactNode } from 'react';

type Kind = 'primary' | 'secondary' | 'tertiary';

/** The button that sends its form; `name` and `value` tell the action which one was pressed. */
export const Send = ({
  kind = 'primary',
  name,
  value,
  small = false,
  children,
}: {
  kind?: Kind;
  name?: string;
  value?: string;
  small?: boolean;
  children: ReactNode;
}) => (
  <Button type="submit" variant={kind} name={name} value={value} size={small ? 'small' : 'medium'}>
    {children}
  </Button>
);

/** A link that looks like a button: for going on to where the main thing is done. */
export const Go = ({ to, kind = 'primary', children }: { to: string; kind?: Kind; children: ReactNode }) => (
  <a href={to} data-variant={kind} className="aksel-button aksel-button--medium">
    <span className="aksel-label">{children}</span>
  </a>
);

/** Buttons beside each other, below each other on a phone. */
export const Actions = ({ children }: { children: ReactNode }) => <div className="actions">{children}</div>;
