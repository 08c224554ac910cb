import './tables.ts';

export { dialogueMoves } from './moves.ts';
export { openThread } from './open-thread.ts';
export { writeMessage } from './write-message.ts';
