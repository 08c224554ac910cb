import type { Answer } from './tables.ts';

type Situation = {
  /** The challenge is published and its last day is not over. */
  isOpen: boolean;
  /** The customer consents to matching. */
  isConsented: boolean;
  before: Answer | null;
  next: Answer;
};

/** A yes can be taken back at any time. Anything else can be said and changed while the challenge is open and matching agreed to. */
export const mayAnswer = ({ isOpen, isConsented, before, next }: Situation): boolean =>
  before === 'yes' && next !== 'yes' ? true : isOpen && isConsented;

const topics = { yes: 'answeredYes', notNow: 'answeredNotNow', no: 'answeredNo' } as const;
export type AnswerTopic = (typeof topics)[Answer] | 'yesWithdrawn';

/** What others hear of an answer; nothing when only the card of a standing yes changes. */
export const topicsOf = (before: Answer | null, next: Answer): AnswerTopic[] => {
  if (before === next) return [];
  return before === 'yes' ? ['yesWithdrawn', topics[next]] : [topics[next]];
};

/** A name as it is shown on a card: the whole of it, or what comes first. */
export const shownName = (name: string, nameShown: 'fullName' | 'firstName'): string =>
  nameShown === 'fullName' ? name : (name.split(' ')[0] ?? name);
