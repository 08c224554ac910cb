import type { Language } from '../../kernel/languages.ts';
import { labelIn, type Skill } from '../vocabulary/types.ts';
import { isWithinEdits } from './edits.ts';
import { type Postings, packPostings } from './postings.ts';
import type { FoundSkill } from './types.ts';
import { wordsOf } from './words.ts';

/** What one language's names are searched by; made with the rest of what is prepared. */
export type NameIndex = {
  /** Distinct folded words. */
  words: string[];
  /** Word -> names. */
  names: Postings;
  nameSkill: Int32Array;
  nameLength: Uint8Array;
  /** 1 for a skill's label, 0 for its other names. */
  isLabel: Uint8Array;
};

export const buildNames = (skills: readonly Skill[], language: Language): NameIndex => {
  const numbers = new Map<string, number>();
  const keys: number[] = [];
  const values: number[] = [];
  const nameSkill: number[] = [];
  const nameLength: number[] = [];
  const isLabel: number[] = [];
  const addName = (skill: number, name: string, isOwnLabel: boolean) => {
    const words = new Set(wordsOf(name).map((word) => word.folded));
    for (const word of words) {
      const number = numbers.get(word) ?? numbers.size;
      numbers.set(word, number);
      keys.push(number);
      values.push(nameSkill.length);
    }
    nameSkill.push(skill);
    nameLength.push(Math.min(255, words.size));
    isLabel.push(Number(isOwnLabel));
  };
  skills.forEach((skill, number) => {
    addName(number, labelIn(skill.labels, language), true);
    for (const name of skill.names[language]) addName(number, name, false);
  });
  return {
    words: [...numbers.keys()],
    names: packPostings(numbers.size, keys, values),
    nameSkill: Int32Array.from(nameSkill),
    nameLength: Uint8Array.from(nameLength),
    isLabel: Uint8Array.from(isLabel),
  };
};

/** How well a name's word answers a typed one: whole, beginning, inside a compound, with a slip; 0 when not at all. */
const fit = (typed: string, word: string): number => {
  if (word === typed) return 1;
  if (word.startsWith(typed)) return 0.6 + 0.3 * (typed.length / word.length);
  if (typed.length >= 4 && word.includes(typed)) return 0.5;
  return 0;
};

const withoutDots = (word: string): string => word.replace(/[åä]/g, 'a').replace(/ö/g, 'o');

const slip = (typed: string, word: string): number => {
  if (typed.length < 4) return 0;
  if (withoutDots(word).startsWith(withoutDots(typed))) return 0.55;
  const allowed = typed.length >= 8 ? 2 : 1;
  const head = word.slice(0, typed.length + allowed);
  return isWithinEdits(typed, word, allowed)
    ? 0.45
    : isWithinEdits(typed, head.slice(0, typed.length), allowed)
      ? 0.35
      : 0;
};

const fitsOf = (index: NameIndex, typed: string): Map<number, number> => {
  const byName = new Map<number, number>();
  const take = (measure: (typed: string, word: string) => number) => {
    const { offsets, values } = index.names;
    index.words.forEach((word, number) => {
      const value = measure(typed, word);
      if (value === 0) return;
      for (let at = offsets[number] ?? 0; at < (offsets[number + 1] ?? 0); at += 1) {
        const name = values[at] ?? 0;
        byName.set(name, Math.max(byName.get(name) ?? 0, value));
      }
    });
  };
  take(fit);
  if (byName.size === 0) take(slip);
  return byName;
};

const scoreNames = (index: NameIndex, typed: string[]): Map<number, number> => {
  const sums = new Map<number, number>();
  const hits = new Map<number, number>();
  for (const word of typed)
    for (const [name, value] of fitsOf(index, word)) {
      sums.set(name, (sums.get(name) ?? 0) + value);
      hits.set(name, (hits.get(name) ?? 0) + 1);
    }
  const bySkill = new Map<number, number>();
  const fullest = Math.max(0, ...new Set(hits.values()));
  for (const [name, sum] of sums) {
    if ((hits.get(name) ?? 0) < fullest) continue;
    const shape =
      0.85 + 0.1 / Math.max(1, (index.nameLength[name] ?? 1) - typed.length + 1) + (index.isLabel[name] ? 0.05 : 0);
    const skill = index.nameSkill[name] ?? 0;
    bySkill.set(skill, Math.max(bySkill.get(skill) ?? 0, (sum / typed.length) * shape));
  }
  return bySkill;
};

const mostTyped = 8;

/** Typing-search over one language's names. */
export const nameSearch =
  (
    index: NameIndex,
    skills: readonly Pick<Skill, 'uri' | 'labels'>[],
    language: Language,
  ): ((query: string, limit: number) => FoundSkill[]) =>
  (query, limit) => {
    const typed = [...new Set(wordsOf(query.slice(0, 200)).map((word) => word.folded))].slice(0, mostTyped);
    if (typed.length === 0) return [];
    const found = [...scoreNames(index, typed)].flatMap(([number, score]) => {
      const skill = skills[number];
      return skill ? [{ uri: skill.uri, label: labelIn(skill.labels, language), score }] : [];
    });
    found.sort((a, b) => b.score - a.score || a.label.length - b.label.length || (a.uri < b.uri ? -1 : 1));
    return found.slice(0, Math.max(0, limit));
  };
