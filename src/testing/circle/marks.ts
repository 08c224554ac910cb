/** What a marked text stands in. Each text of a circle has a mark of its own, so that a leak names itself. */
const markKinds = [
  'advert',
  'customerName',
  'customerEmail',
  'story',
  'storyWords',
  'profile',
  'hiddenProfile',
  'keptBack',
  'cardThing',
  'wishes',
  'levelWords',
  'linkName',
  'brought',
  'cardIntro',
  'answerWord',
  'challenge',
  'draft',
  'restingChallenge',
  'business',
  'customerMessage',
  'contactMessage',
  'contactName',
  'contactEmail',
  'adviserName',
  'goal',
  'step',
  'deletedChallenge',
  'formerCustomer',
  'unassignedCustomer',
  'mail',
  'vouchName',
  'vouchAskedName',
  'vouchMessage',
  'vouchEmail',
  'vouchAnswer',
  'voucherName',
  'evidence',
  'objection',
  'personAsk',
  'personAnswer',
  'unassignedAsk',
  'handOver',
  'handedAway',
] as const;
export type MarkKind = (typeof markKinds)[number];

/** Letters only, so that nothing on the way to the page changes it. */
export const markOf = (circle: string, kind: MarkKind): string =>
  `Zq${circle}${kind[0]?.toUpperCase()}${kind.slice(1)}qz`;

export const allMarks = /Zq([a-z]+)([A-Z][A-Za-z]*?)qz/g;
