import './tables.ts';

export { answerMatch } from './answer-match.ts';
export { bands } from './bands.ts';
export { type BiasTables, type GroupRow, leastShown, pool, type Rate } from './bias/groups.ts';
export { type BiasRates, readBiasRates } from './bias/read-bias-rates.ts';
export { type Card, cardsFor, showCards } from './cards-for.ts';
export { challengeColumns, isOpenOn } from './challenge-columns.ts';
export { countPeople, type PeopleCount } from './count-people.ts';
export { matchingMoves } from './moves.ts';
export { type AnswerLine, answersOf } from './read-answers.ts';
export { forgetChanges } from './segment/changes.ts';
export { createMatchingIndex } from './segment/matching-index.ts';
export { showMatches } from './show-matches.ts';
