import { takingTurns } from '../../kernel/turns.ts';

/** Work done in small steps, between which others may have their turn. */
export type Steps<Value> = Generator<undefined, Value>;

/** Does the work at one go. */
export const atOnce = <Value>(steps: Steps<Value>): Value => {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
};

/** Does the work, letting others in when a turn is over. */
export const inTurns = async <Value>(steps: Steps<Value>): Promise<Value> => {
  const giveWay = takingTurns();
  let step = steps.next();
  while (!step.done) {
    await giveWay();
    step = steps.next();
  }
  return step.value;
};
