import { contrast } from '../kernel/cities.ts';

type Rgb = [number, number, number];

const toRgb = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as Rgb;
const toHex = (rgb: Rgb): string => `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

/** A colour with a share of another in it, 0 to 1. */
const mix = (color: string, other: string, share: number): string => {
  const to = toRgb(other);
  return toHex(toRgb(color).map((part, index) => part + ((to[index] ?? 0) - part) * share) as Rgb);
};

/** The colour itself, or with as little of `towards` in it as gives the contrast asked for against every ground. */
const readable = (color: string, towards: string, grounds: readonly string[], least: number): string => {
  for (let share = 0; share <= 1; share += 0.02) {
    const mixed = mix(color, towards, share);
    if (grounds.every((ground) => contrast(mixed, ground) >= least)) return mixed;
  }
  return towards;
};

const black = '#000000';
const white = '#ffffff';

type Scheme = {
  ground: string;
  paper: string;
  care: string;
  onCity: string;
  towards: string;
  soft: number;
  least: number;
  edge: number;
};

/** The grounds of tokens.css. */
const light: Scheme = {
  ground: '#fbf8f3',
  paper: white,
  care: '#fcefd9',
  onCity: white,
  towards: black,
  soft: 0.9,
  least: 4.6,
  edge: 1,
};
const dark: Scheme = {
  ground: '#171512',
  paper: '#211e1a',
  care: '#382809',
  onCity: '#16130f',
  towards: white,
  soft: 0.78,
  least: 7,
  edge: 3,
};

const schemeColors = (city: { actionColor: string; edgeColor: string }, scheme: Scheme) => {
  const action = readable(city.actionColor, scheme.towards, [scheme.ground, scheme.paper, scheme.care], scheme.least);
  const soft = mix(city.actionColor, scheme.paper, scheme.soft);
  return {
    '--city': readable(action, scheme.towards, [soft], 4.6),
    '--city-deep': mix(action, scheme.towards, 0.3),
    '--city-soft': soft,
    '--city-edge': readable(city.edgeColor, scheme.towards, [scheme.paper], scheme.edge),
    '--on-city': scheme.onCity,
  };
};

/** A city's colours in both schemes, each pair of text and ground at least 4.5:1, whatever colours the city gave. */
export const cityColors = (city: { actionColor: string; edgeColor: string }) => ({
  light: schemeColors(city, light),
  dark: schemeColors(city, dark),
});

const toCss = (values: Record<string, string>): string =>
  `:root{${Object.entries(values)
    .map(([name, value]) => `${name}:${value}`)
    .join(';')}}`;

const ready = new Map<string, string>();

/** The style element's text for a city's pages. */
export const cityStyle = (city: { actionColor: string; edgeColor: string }): string => {
  const key = city.actionColor + city.edgeColor;
  const known = ready.get(key);
  if (known) return known;
  const colors = cityColors(city);
  const made = `${toCss(colors.light)}@media (prefers-color-scheme:dark){${toCss(colors.dark)}}`;
  ready.set(key, made);
  return made;
};
