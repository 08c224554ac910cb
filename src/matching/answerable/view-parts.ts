import { z } from 'zod';
import type { LoggedParts } from '../../know-how/index.ts';
import type { LabelOf } from '../labels.ts';

/**
 * Of a skill each part of the recogniser by name. Of a match each need by name, how it was met, its points of those it could give, and the name of the
 * skill near to it by which it was partly met.
 */
export const loggedPartView = z.object({
  label: z.string(),
  state: z.string().nullable(),
  got: z.number(),
  outOf: z.number().nullable(),
  through: z.string().nullable(),
});
export type LoggedPartView = z.output<typeof loggedPartView>;

/** Every skill logged parts name. */
export const skillsInParts = (parts: LoggedParts | null): number[] =>
  Array.isArray(parts) ? parts.flatMap(({ need, through }) => (through === undefined ? [need] : [need, through])) : [];

/** `isShown`: whether the skill a need was met by may be named to who looks. */
export const viewParts = (
  parts: LoggedParts | null,
  label: LabelOf,
  isShown: (skillId: number) => boolean = () => true,
): LoggedPartView[] => {
  if (parts === null) return [];
  if (!Array.isArray(parts))
    return Object.entries(parts).map(([name, got]) => ({ label: name, state: null, got, outOf: null, through: null }));
  return parts.map(({ need, through, state, got, outOf }) => ({
    ...{ label: label(need), state, got, outOf },
    through: through !== undefined && isShown(through) ? label(through) : null,
  }));
};
