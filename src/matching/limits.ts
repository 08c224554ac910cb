import type { Hours } from '../kernel/tables.ts';

/** What a challenge asks of anybody's week, languages and calendar. */
export type Asked = { hours: Hours; languages: readonly string[]; untilOn: string };
/** What a customer has told of the same; no languages means they have not told yet. */
export type Told = { hours: Hours; languages: readonly string[] };

/** A limit lets through or not, and is shown as a reason; it never moves the score. */
export type Limit =
  | { kind: 'hours'; fits: boolean; hours: Hours }
  | { kind: 'languages'; fits: boolean; languages: string[]; missing: string[]; isTold: boolean }
  | { kind: 'until'; fits: boolean; untilOn: string };

/** Who has not told their languages is asked, not left out. */
export const limitsOf = (asked: Asked, told: Told, today: string): Limit[] => {
  const isTold = told.languages.length > 0;
  const missing = isTold ? asked.languages.filter((language) => !told.languages.includes(language)) : [];
  return [
    {
      kind: 'hours',
      hours: asked.hours,
      fits: asked.hours === 'any' || told.hours === 'any' || asked.hours === told.hours,
    },
    { kind: 'languages', languages: [...asked.languages], missing, isTold, fits: missing.length === 0 },
    { kind: 'until', untilOn: asked.untilOn, fits: asked.untilOn >= today },
  ];
};

export const limitsFit = (limits: readonly Limit[]): boolean => limits.every(({ fits }) => fits);
