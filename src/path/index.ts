import './rhythm/tables.ts';
import './tables.ts';

export { answerStep } from './answer-step.ts';
export { assignCustomer } from './assign-customer.ts';
export { finishStep } from './finish-step.ts';
export { pathMoves } from './moves.ts';
export { pathData } from './path-data.ts';
export { proposeStep } from './propose-step.ts';
export { readMyAdviser } from './read-my-adviser.ts';
export { setCityRule } from './rhythm/models.ts';
export { recordTalk } from './rhythm/record-talk.ts';
export { setJobSearch } from './rhythm/set-job-search.ts';
export { cityRuleKinds, rhythmUnits } from './rhythm/tables.ts';
export { setGoal } from './set-goal.ts';
