import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export const scripts = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext', 'vietnamese'] as const;
export type Script = (typeof scripts)[number];
export const weights = [400, 600] as const;
export type Weight = (typeof weights)[number];

const require = createRequire(import.meta.url);
const kept = new Map<string, Buffer>();

/** The font's file of one script and weight; read once a process. */
export const fontFile = (script: Script, weight: Weight): Buffer => {
  const name = `@fontsource/source-sans-3/files/source-sans-3-${script}-${weight}-normal.woff`;
  const known = kept.get(name) ?? readFileSync(require.resolve(name));
  kept.set(name, known);
  return known;
};

// Where the shipped files draw their borders (unicode-range of the font's package).
const ranges: readonly (readonly [from: number, to: number, script: Script])[] = [
  [0x0000, 0x00ff, 'latin'],
  [0x0102, 0x0103, 'vietnamese'],
  [0x0110, 0x0111, 'latin-ext'],
  [0x0100, 0x02ba, 'latin-ext'],
  [0x1ea0, 0x1ef9, 'vietnamese'],
  [0x1e00, 0x1eff, 'latin-ext'],
  [0x0370, 0x03ff, 'greek'],
  [0x1f00, 0x1fff, 'greek-ext'],
  [0x0400, 0x045f, 'cyrillic'],
  [0x0490, 0x0491, 'cyrillic'],
  [0x0460, 0x052f, 'cyrillic-ext'],
  [0x2000, 0x206f, 'latin'],
  [0x20ac, 0x20ac, 'latin'],
  [0x2122, 0x2122, 'latin'],
];

/** The font file that has a character; undefined where none of ours has it. */
export const scriptOf = (character: string): Script | undefined => {
  const code = character.codePointAt(0) ?? 0;
  return ranges.find(([from, to]) => code >= from && code <= to)?.[2];
};

export type Run = { text: string; script: Script };

/** A text cut into runs that one font file can write each; characters that none has become a box, so that something is seen to be missing. */
export const runsOf = (text: string): Run[] => {
  const runs: Run[] = [];
  for (const character of text) {
    const found = scriptOf(character);
    const one: Run = { text: found ? character : '¤', script: found ?? 'latin' };
    const last = runs.at(-1);
    if (last && (last.script === one.script || character === ' ')) last.text += one.text;
    else runs.push(one);
  }
  return runs;
};
