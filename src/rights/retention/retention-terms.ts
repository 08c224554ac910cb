import type { TermName } from '../../kernel/terms.ts';

/** The terms that say how long what is kept; `rights.term.<name>` in the message files. */
export const retentionTerms = [
  'keepPlanDays',
  'keepMailDays',
  'keepConsentDays',
  'keepRequestDays',
  'keepUseLogDays',
  'suggestionLogDays',
  'keepDraftDays',
] as const satisfies readonly TermName[];
export type RetentionTerm = (typeof retentionTerms)[number];
