import type { ReactNode } from 'react';

/** Facts about a thing: what, and its value. One without a value is left out. */
export const Facts = ({ facts }: { facts: readonly { what: string; value: ReactNode }[] }) => (
  <dl className="facts">
    {facts
      .filter(({ value }) => value !== null && value !== undefined && value !== '')
      .flatMap(({ what, value }) => [<dt key={`${what}?`}>{what}</dt>, <dd key={what}>{value}</dd>])}
  </dl>
);

export type StateKind = 'plain' | 'good' | 'care' | 'bad';

/** A state in a word; the colour only repeats it. */
export const State = ({ kind = 'plain', children }: { kind?: StateKind; children: ReactNode }) => (
  <span className={`state state--${kind}`}>{children}</span>
);
