/** Work done in small steps, between which others may have their turn. */
export type Steps<Value> = Generator<undefined, Value>;

/** Does the work at one go. */
export const atOnce = <Value>(steps: Steps<Value>): Value => {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
};

/** Others wait no longer than this for their turn, and the step at hand. */
const turnMs = 5;

/** Does the work, letting others in when a turn is over. */
export const inTurns = async <Value>(steps: Steps<Value>): Promise<Value> => {
  let since = performance.now();
  let step = steps.next();
  while (!step.done) {
    if (performance.now() - since > turnMs) {
      await new Promise((resolve) => setImmediate(resolve));
      since = performance.now();
    }
    step = steps.next();
  }
  return step.value;
};
