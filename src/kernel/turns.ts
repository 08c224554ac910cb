import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * For long work in the process: awaited often, it lets others in when the turn is over. `milliseconds`: how long a turn is; others wait so long at
 * most, and for the step at hand.
 */
export const takingTurns = (milliseconds = 5): (() => Promise<void>) => {
  let until = performance.now() + milliseconds;
  return async () => {
    if (performance.now() < until) return;
    await nextTurn();
    until = performance.now() + milliseconds;
  };
};
