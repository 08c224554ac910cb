import { expect, test } from 'vitest';
import { testWorld } from '../testing/database.ts';
import { setConsent } from './consent.ts';
import { hashOf } from './secrets.ts';
import type { UseCase } from './work.ts';

const world = await testWorld();
const { run } = world;
const posted = (key: string, body = 'body') => ({ posted: { key, route: 'POST /x', bodyHash: hashOf(body) } });

test('fifty equal posts at once do the work once and all get its answer', async () => {
  const { actor } = await world.aCustomer();
  let done = 0;
  const work: UseCase<undefined, { count: number }> = async (inner) => {
    await setConsent(inner, { what: 'matching', isGiven: true, untilOn: null });
    done += 1;
    return { count: done };
  };
  const answers = await Promise.all(Array.from({ length: 50 }, () => run(actor, work, undefined, posted('k1'))));
  expect(done).toBe(1);
  expect(answers).toEqual(Array.from({ length: 50 }, () => ({ count: 1 })));
});

test('the same key with another body is refused', async () => {
  const { actor } = await world.aCustomer();
  await run(actor, async () => ({}), undefined, posted('k2'));
  await expect(run(actor, async () => ({}), undefined, posted('k2', 'other'))).rejects.toMatchObject({
    code: 'keyReused',
    status: 422,
  });
});

test('work that failed leaves its key free for another try', async () => {
  const { actor } = await world.aCustomer();
  const fail: UseCase<undefined, never> = async () => {
    throw new Error('the first try fails');
  };
  await expect(run(actor, fail, undefined, posted('k3'))).rejects.toThrow('the first try fails');
  expect(await run(actor, async () => 'second', undefined, posted('k3'))).toBe('second');
});

test('two people may use the same key', async () => {
  const [one, other] = [await world.aCustomer(), await world.aCustomer()];
  expect(await run(one.actor, async () => 1, undefined, posted('k4'))).toBe(1);
  expect(await run(other.actor, async () => 2, undefined, posted('k4'))).toBe(2);
});

test('the answer comes back as it was, instants included', async () => {
  const { actor } = await world.aCustomer();
  const answer = { at: new Date('2026-03-02T07:00:00Z'), none: undefined, list: [1, null] };
  await run(actor, async () => answer, undefined, posted('k5'));
  expect(await run(actor, async () => null, undefined, posted('k5'))).toEqual(answer);
});
