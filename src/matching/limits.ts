import type { Hours } from '../kernel/tables.ts';

/** What a challenge asks of anybody's week, languages and calendar. */
export type Asked = { hours: Hours; languages: readonly string[]; untilOn: string };
/** What a customer has told of the same: null hours, or no languages, means they have not told yet. */
export type Told = { hours: Hours | null; languages: readonly string[] };

/** A limit lets through or not, and is shown as a reason; it never moves the score. */
export type Limit =
  | { kind: 'hours'; fits: boolean; hours: Hours; isTold: boolean }
  | { kind: 'languages'; fits: boolean; languages: string[]; missing: string[]; isTold: boolean }
  | { kind: 'until'; fits: boolean; untilOn: string }
  /** Of a job that has no fixed place: no area limits it. */
  | { kind: 'place'; fits: true; isAnywhere: true };

const hoursFit = (asked: Hours, told: Hours | null): boolean =>
  asked === 'any' || told === null || told === 'any' || asked === told;

/** Who has not told their hours or languages is asked, not left out: `isTold` is false, and it fits. */
export const limitsOf = (asked: Asked, told: Told, today: string): Limit[] => {
  const hasLanguages = told.languages.length > 0;
  const missing = hasLanguages ? asked.languages.filter((language) => !told.languages.includes(language)) : [];
  return [
    {
      kind: 'hours',
      hours: asked.hours,
      isTold: told.hours !== null,
      fits: hoursFit(asked.hours, told.hours),
    },
    { kind: 'languages', languages: [...asked.languages], missing, isTold: hasLanguages, fits: missing.length === 0 },
    { kind: 'until', untilOn: asked.untilOn, fits: asked.untilOn >= today },
  ];
};

export const limitsFit = (limits: readonly Limit[]): boolean => limits.every(({ fits }) => fits);
