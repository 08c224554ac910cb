import { expect, test } from 'vitest';
import { takingTurns } from './turns.ts';

const busyFor = (milliseconds: number) => {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
};

test('others are let in when a turn is over, and not before', async () => {
  let others = 0;
  let isOver = false;
  const other = () => {
    others += 1;
    if (!isOver) setImmediate(other);
  };
  setImmediate(other);
  const giveWay = takingTurns(5);
  await giveWay();
  expect(others).toBe(0);
  for (let step = 0; step < 20; step += 1) {
    busyFor(2);
    await giveWay();
  }
  isOver = true;
  expect(others).toBeGreaterThan(3);
});
