import type { Language } from '../../../kernel/languages.ts';
import { mostOfList } from './limits.ts';
import type { Found, Paragraph, Part } from './types.ts';

/** Any value of a document from outside; these read it without trusting its shape. */
export type Any = unknown;
type Fields = Record<string, unknown>;

export const isFields = (value: Any): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A field of an object; undefined for anything else, also for what every object has of itself. */
export const get = (value: Any, ...path: string[]): Any =>
  path.reduce<Any>((at, name) => (isFields(at) && Object.hasOwn(at, name) ? at[name] : undefined), value);

/** One or several: in JSON-LD a list of one may stand as the one. Never more than the limit. */
export const list = (value: Any): Any[] => {
  if (value === undefined || value === null) return [];
  return (Array.isArray(value) ? value : [value]).slice(0, mostOfList);
};

export const string = (value: Any, most = 5000): string =>
  typeof value === 'string' ? value.toWellFormed().normalize('NFC').replaceAll('\0', '').trim().slice(0, most) : '';

/** "2019-05-12T00:00:00" or "2019-05" to the day or month it tells; null for anything else. */
export const partDay = (value: Any): { on: string; about: boolean } | null => {
  const found = /^((?:19|20)\d{2})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?(?:T.*)?$/.exec(string(value, 40));
  if (!found) return null;
  const [, year, month, day] = found;
  const on = [year, month, day].filter(Boolean).join('-');
  const isReal = !day || new Date(`${on}T00:00:00Z`).toISOString().startsWith(on);
  return isReal ? { on, about: false } : { on: [year, month].join('-'), about: false };
};

/** Text with HTML in it, as Europass keeps descriptions, as plain lines. */
export const plain = (html: string): string =>
  html
    .replace(/<\s*(?:br|\/p|\/li|\/div|\/h\d)\b[^>]*>/gi, '\n')
    .replace(/<li\b[^>]*>/gi, '- ')
    .replace(/<[^>]{0,2000}>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;|&apos;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim();

/** Collects what a structured document holds: each thing with a paragraph of its text, so that its place can be shown. */
export type Collected = { paragraphs: Omit<Paragraph, 'no'>[]; found: Found[] };

export const collector = () => {
  const collected: Collected = { paragraphs: [], found: [] };
  /** Keeps a text; gives its place, or null where there is none. */
  const write = (part: Part | null, lines: readonly string[]): number | null => {
    const text = lines.filter(Boolean).join('\n');
    if (text === '') return null;
    collected.paragraphs.push({ page: null, part, text });
    return collected.paragraphs.length - 1;
  };
  return { collected, write };
};

type Experience = Extract<Found, { kind: 'experience' }>['what'];

export const anExperience = (
  told: Partial<Experience> & Pick<Experience, 'kind' | 'title'>,
  language: Language,
): Experience => ({
  place: '',
  from: null,
  to: null,
  isOngoing: false,
  did: '',
  language,
  skills: [],
  isHidden: false,
  ...told,
});

export const aSkill = (uri: string, label: string): Extract<Found, { kind: 'knowHow' }>['what'] => ({
  uri,
  label,
  level: null,
  levelWords: '',
  words: [],
  isHidden: false,
});

/** URIs of ESCO's skills alone: nothing is looked up anywhere. */
export const isSkillUri = (uri: string): boolean =>
  /^https?:\/\/data\.europa\.eu\/esco\/skill\/[\w./-]{1,100}$/.test(uri);
