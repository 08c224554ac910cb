import { expect, test } from 'vitest';
import { createSecrets } from '../kernel/secrets.ts';
import { tellRoughly } from './count-people.ts';
import { mostNoise, type Noise, noiseOf, noNoise, questionOf } from './noise.ts';
import type { Need } from './rules.ts';

const need = (skillId: number, weight = 1): Need => ({ skillId, weight, isMust: false, level: null });
const at = { cityId: 'turku', today: '2026-03-02' };
const noises = Array.from({ length: 200 }, (_, of) =>
  noiseOf(createSecrets(`a secret of the operator, number ${of} of many`), at),
);

const [anchor, x] = [1, 2];

/**
 * Who reaches half of [anchor w3, y w2, x w1] has the anchor, or both y and x. With an anchor of which one knows that so many have it, and of a y that the
 * target is known to have, the number of all is told by whether the target has x.
 */
const ask = (noise: Noise, { known, y, has }: { known: number; y: number; has: boolean }) => {
  const one = has ? 1 : 0;
  const counted = { all: known + one, needs: [known, 40 + (y % 7), 30 + one], kinds: [] };
  return tellRoughly([need(anchor, 3), need(y, 2), need(x, 1)], counted, noise).all;
};

/** How often one who asks so many times, each with another y, and who knows how the noise is made, tells by the answers whether the target has x. */
const guessedRight = (known: number, times: number, noises: readonly Noise[]): number => {
  const usual = ask(noNoise, { known, y: 10, has: false });
  const seen = new Map<number, { has: number; hasNot: number }>();
  for (const noise of noises)
    for (const has of [true, false]) {
      let high = 0;
      for (let y = 10; y < 10 + times; y += 1) {
        const told = ask(noise, { known, y, has });
        if (told !== null && told !== usual) high += 1;
      }
      const share = Math.round((10 * high) / times);
      const before = seen.get(share) ?? { has: 0, hasNot: 0 };
      seen.set(share, has ? { ...before, has: before.has + 1 } : { ...before, hasNot: before.hasNot + 1 });
    }
  const right = [...seen.values()].reduce((sum, { has, hasNot }) => sum + Math.max(has, hasNot), 0);
  return right / (2 * noises.length);
};

test.each([4, 9])(
  'with an anchor of %i, and however many questions, the best guess is right two times of three at most',
  (known) => {
    // Always right, were nothing rough; of the anchor of 4 nothing is told.
    expect(guessedRight(known, 1, [noNoise])).toBe(known === 4 ? 0.5 : 1);
    for (const times of [1, 25]) expect(guessedRight(known, times, noises)).toBeLessThan(2 / 3 + 0.06);
  },
);

test('an anchor of four alone is mostly not told of at all', () => {
  expect(guessedRight(4, 15, noises)).toBeLessThan(0.62);
});

test('a flip proves nothing: each answer comes from either of two neighbouring numbers', () => {
  for (const has of [true, false]) {
    const told = new Set(noises.map((noise) => ask(noise, { known: 9, y: 10, has })));
    expect(told).toEqual(new Set(['5-9', '10-19']));
  }
});

test('the noise is the same for the same question in a week, in any order of its needs, and another in another week', () => {
  const secrets = createSecrets('a secret of at least thirty-two characters');
  const drawn = (today: string, cityId = 'turku') =>
    Array.from({ length: 200 }, (_, of) =>
      noiseOf(secrets, { cityId, today })(questionOf([need(of), need(of + 1, 2)]), of),
    );
  const monday = drawn('2026-03-02');
  expect(drawn('2026-03-08')).toEqual(monday);
  expect(drawn('2026-03-09')).not.toEqual(monday);
  expect(drawn('2026-03-02', 'espoo')).not.toEqual(monday);
  expect(new Set(monday)).toEqual(new Set([-mostNoise, -1, 0, 1, mostNoise]));
  expect(questionOf([need(1), need(2, 2)])).toBe(questionOf([need(2, 2), need(1)]));
  expect(questionOf([need(1, 1)])).toBe(questionOf([need(1, 3)]));
});
