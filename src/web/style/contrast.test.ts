import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrast } from '../../kernel/cities.ts';
import { cityColors } from '../city-colors.ts';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');

const full = (hex: string): string =>
  hex.length === 4 ? `#${[...hex.slice(1)].map((sign) => sign + sign).join('')}` : hex;

const tokensIn = (part: string): Record<string, string> =>
  Object.fromEntries(
    [...part.matchAll(/(--[\w-]+): (#[0-9a-f]{3,6});/g)].map(([, name = '', value = '']) => [name, full(value)]),
  );

const [lightPart = '', darkPart = ''] = css.split('@media (prefers-color-scheme: dark)');
const schemes = { light: tokensIn(lightPart), dark: { ...tokensIn(lightPart), ...tokensIn(darkPart) } };

/** Text on ground, as they meet in the style sheets. */
const pairs = [
  ...['--ink', '--quiet', '--city', '--bad', '--good', '--care', '--know-how'].flatMap((text) => [
    [text, '--ground'],
    [text, '--paper'],
  ]),
  ...['--know-how-soft', '--good-soft', '--care-soft', '--bad-soft', '--city-soft'].map((ground) => ['--ink', ground]),
  ['--good', '--good-soft'],
  ['--care', '--care-soft'],
  ['--bad', '--bad-soft'],
  ['--know-how', '--know-how-soft'],
  ['--quiet', '--care-soft'],
  ['--city', '--city-soft'],
  ['--city', '--care-soft'],
  ['--on-city', '--city'],
  ['--on-city', '--city-deep'],
] as [string, string][];

const check = (tokens: Record<string, string>, text: string, ground: string, least = 4.5) =>
  expect(contrast(tokens[text] ?? '', tokens[ground] ?? ''), `${text} on ${ground}`).toBeGreaterThanOrEqual(least);

describe.each(['light', 'dark'] as const)('%s', (name) => {
  test('every text can be read on its ground', () => {
    for (const [text, ground] of pairs) check(schemes[name], text, ground);
  });

  test('the edge of a field can be seen', () => {
    check(schemes[name], '--edge', '--ground', 3);
    check(schemes[name], '--edge', '--paper', 3);
  });

  test.each([
    '#0050bb',
    '#0000bf',
    '#8a1257',
    '#22437b',
    '#00605f',
    '#1a4d8f',
    '#767676',
    '#000000',
    '#d0021b',
    '#00ff00',
    '#ffff00',
  ])('a city of colour %s', (actionColor) => {
    const tokens = { ...schemes[name], ...cityColors({ actionColor, edgeColor: '#ffb000' })[name] };
    for (const [text, ground] of pairs.filter((pair) => pair.some((one) => one.includes('city'))))
      check(tokens, text, ground);
  });
});
