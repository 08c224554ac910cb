import { sql } from 'kysely';
import type { Language } from '../kernel/languages.ts';
import type { Hours } from '../kernel/tables.ts';

/** What a challenge is shown by, as `challengeColumns` reads it. */
export type ChallengeShown = {
  id: string;
  businessId: string;
  businessName: string;
  title: string;
  /** In the business's own words; `language` is theirs. */
  problem: string;
  language: Language;
  place: string;
  hours: Hours;
  /** Languages the work needs, as ISO 639 codes. */
  languages: string[];
  /** Last day customers see it, YYYY-MM-DD. */
  untilOn: string;
};

/** What a challenge is shown by, wherever it is shown; for a query with it as `c` and its business as `b`. */
export const challengeColumns = [
  'c.id',
  'c.businessId',
  'b.name as businessName',
  'c.title',
  'c.problem',
  'c.language',
  'c.place',
  'c.hours',
  'c.languages',
  'c.untilOn',
] as const;

/** SQL, for the same query: whether customers see the challenge on this day (YYYY-MM-DD) and can answer it. */
export const isOpenOn = (today: string) =>
  sql<boolean>`(c.state = 'published' and c.deleted_at is null and b.deleted_at is null and c.until_on >= ${today}::date)`;
