/**
 * The closed list of what a match is computed from (AI Act, annex III 4; GDPR 22). The public page reads it aloud; adding a kind here means
 * writing there why.
 */
export const scoreInputs = ['keptKnowHow', 'levels', 'relations', 'needs', 'weights'] as const;
/** What limits or is said beside a match, and moves no point. */
export const filterInputs = [
  'hours',
  'languages',
  'until',
  'musts',
  'notWanted',
  'wishes',
  'ownNo',
  'consent',
] as const;
/** What is never used, whatever a city knows about a person. */
export const neverInputs = [
  'age',
  'gender',
  'nationality',
  'motherTongue',
  'health',
  'address',
  'clicks',
  'predictions',
] as const;
