import './tables.ts';

export { answerMatch, answerMatchInput } from './answer-match.ts';
export { type Band, bands } from './bands.ts';
export { type Card, cardsFor } from './cards-for.ts';
export { type CountInput, countPeople, type PeopleCount } from './count-people.ts';
export type { MatchView, PartView } from './match-view.ts';
export { matchingMoves } from './moves.ts';
export { type AnswerLine, answersOf } from './read-answers.ts';
export { type Matches, showMatches } from './show-matches.ts';
