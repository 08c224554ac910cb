import './tables.ts';

export { withCheckDigit } from './business-code.ts';
export { businessData } from './business-data.ts';
export { forgetQuestions } from './count-people.ts';
export { moveChallenge } from './move-challenge.ts';
export { businessMoves } from './moves.ts';
export { openBusiness } from './open-business.ts';
export { setNeeds } from './set-needs.ts';
export { writeChallenge } from './write-challenge.ts';
