import './tables.ts';

export { exportBreach, findAccounts } from './breach/read-breach.ts';
export { breachCsv } from './breach/to-csv.ts';
export { answerCorrection } from './correct/answer-correction.ts';
export { askCorrection } from './correct/ask-correction.ts';
export { eraseDue } from './erase/erase-due.ts';
export { rightsMoves } from './moves.ts';
export { protectCustomer } from './protect/protect-customer.ts';
export { cutUseLog } from './retention/cut-use-log.ts';
export { keepRetention } from './retention/keep-retention.ts';
export { dryRun } from './retention/read-retention.ts';
export { runRetention } from './retention/run-retention.ts';
