import type { z } from 'zod';

type Values = Record<string, unknown>;

/** A rule of several fields together. `of`: the fields it reads, which are right by themselves where it is asked; `field`: the one to mend. */
export type Rule<Of extends Values> = {
  of: readonly (keyof Of & string)[];
  field: keyof Of & string;
  /** A key of the message files. */
  message: string;
  isBroken(value: Of): boolean;
};

/**
 * What a schema of fields refines by (`superRefine(...across(rules))`) so that all faults of a form are told at once: each rule is tried as soon as its
 * own fields are right, whatever is wrong with others.
 */
export const across = <Of extends Values>(
  rules: readonly Rule<Of>[],
): [(value: Of, context: z.core.$RefinementCtx<Of>) => void, z.core.$ZodSuperRefineParams] => [
  (value, context) => {
    const wrong = new Set(context.issues.map(({ path }) => String(path?.[0] ?? '')));
    for (const { of, field, message, isBroken } of rules)
      if (!of.some((name) => wrong.has(name)) && isBroken(value))
        context.addIssue({ code: 'custom', path: [field], message });
  },
  { when: ({ value }) => typeof value === 'object' && value !== null },
];
