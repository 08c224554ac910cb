import { Button } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { draftForm, pressField } from '../draft.ts';

type Kind = 'primary' | 'secondary' | 'tertiary';

/** The button that sends its form; `name` and `value` tell the action which one was pressed. */
export const Send = ({
  kind = 'primary',
  name,
  value,
  small = false,
  isOutside = false,
  children,
}: {
  kind?: Kind;
  name?: string;
  value?: string;
  small?: boolean;
  /** Stands outside the page's form and sends it. */
  isOutside?: boolean;
  children: ReactNode;
}) => (
  <Button
    type="submit"
    form={isOutside ? draftForm : undefined}
    variant={kind}
    name={name}
    value={value}
    size={small ? 'small' : 'medium'}
  >
    {children}
  </Button>
);

/**
 * A button for something small beside what may be half written in the page's form: it belongs to that form, so the text is carried along and
 * comes back. `fields` are its own, as a form of its own would send them.
 */
export const Press = ({
  kind = 'secondary',
  fields,
  small = false,
  children,
}: {
  kind?: Kind;
  fields: Record<string, string | number>;
  small?: boolean;
  children: ReactNode;
}) => {
  const pairs = Object.entries(fields).map(([name, value]) => [name, String(value)]);
  return (
    <Button
      type="submit"
      form={draftForm}
      variant={kind}
      name={pressField}
      value={new URLSearchParams(pairs).toString()}
      size={small ? 'small' : 'medium'}
    >
      {children}
    </Button>
  );
};

/** A link that looks like a button: for going on to where the main thing is done. */
export const Go = ({ to, kind = 'primary', children }: { to: string; kind?: Kind; children: ReactNode }) => (
  <a href={to} data-variant={kind} className="aksel-button aksel-button--medium">
    <span className="aksel-label">{children}</span>
  </a>
);

/** Buttons beside each other, below each other on a phone. */
export const Actions = ({ children }: { children: ReactNode }) => <div className="actions">{children}</div>;
