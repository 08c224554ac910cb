import type { InLanguages, Language } from '../../kernel/languages.ts';
import type { Meaning } from './meaning.ts';
import { workPlaces } from './own-work.ts';
import type { Postings } from './postings.ts';
import type { Hint } from './score-clause.ts';
import { nearnessOver, type SkillVectors } from './skill-vectors.ts';
import type { Word } from './words.ts';

/** Kinds of work (ESCO's occupations), what they are called, and the skills each needs. */
export type Works = {
  uris: string[];
  labels: InLanguages[];
  /** Work -> skills, weighed by how much each says of the work (0..1). */
  skills: Postings;
  /** Folded names by language, and whose they are. */
  names: Record<Language, { names: string[]; of: Int32Array }>;
  /** What each kind of work means; undefined without vectors. */
  vectors: SkillVectors | undefined;
};

/** Kinds of work named at some places of a clause, and how sure each is; together at most 1. */
export type FoundWork = { places: number[]; works: { work: number; share: number }[] };

/** What a word may be called as a name: Finnish says "hitsaajana" (as a welder). */
const baseForms = (word: string, language: Language): string[] => {
  if (language === 'fi' && /[a-zåäö]{3}n[aä]$/.test(word)) {
    const bare = word.slice(0, -2);
    return [word, bare, bare.replace(/miehe$/, 'mies'), bare.replace(/se$/, 'nen')];
  }
  return [word];
};

const nearWork = { least: 0.65, within: 0.06, most: 5 };

/** Finds the kinds of work a clause names as its writer's own: by name, else by what is nearest in meaning. */
export const workFinder = (
  works: Works,
  language: Language,
  meaning: Meaning | undefined,
): ((words: readonly Word[]) => FoundWork[]) => {
  const { names, of } = works.names[language];
  const numbers = new Map(names.map((name, at) => [name, of[at] ?? 0]));
  const nearness = works.vectors && meaning && nearnessOver(works.vectors);
  const cosines = new Float32Array(works.uris.length);

  const byName = (words: readonly Word[]): number | undefined => {
    const ahead = words.slice(0, -1).map(({ folded }) => folded);
    for (const last of baseForms(words.at(-1)?.folded ?? '', language)) {
      const found = numbers.get([...ahead, last].join(' '));
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const byMeaning = (words: readonly Word[]): { near: number; works: FoundWork['works'] } | undefined => {
    const vector = meaning?.ofClause(words);
    if (!vector || !nearness) return undefined;
    nearness.all(vector, cosines);
    let near = 0;
    for (let work = 0; work < cosines.length; work += 1) near = Math.max(near, cosines[work] as number);
    if (near < nearWork.least) return undefined;
    const close: number[] = [];
    for (let work = 0; work < cosines.length; work += 1)
      if ((cosines[work] as number) >= near - nearWork.within) close.push(work);
    const nearest = close.sort((a, b) => (cosines[b] ?? 0) - (cosines[a] ?? 0) || a - b).slice(0, nearWork.most);
    return { near, works: nearest.map((work) => ({ work, share: near / nearest.length })) };
  };

  return (words) => {
    if (numbers.size === 0) return [];
    const found: (FoundWork & { near: number })[] = [];
    for (const { from, to } of workPlaces(words, language)) {
      const own = words.slice(from, to);
      const places = own.map((_, at) => from + at);
      const named = byName(own);
      if (named !== undefined) found.push({ places, near: 1 + to - from, works: [{ work: named, share: 1 }] });
      else {
        const near = byMeaning(own);
        if (near) found.push({ places, ...near });
      }
    }
    found.sort((a, b) => b.near - a.near);
    const taken = new Set<number>();
    return found.filter(({ places }) => {
      const isFree = places.every((place) => !taken.has(place));
      if (isFree) for (const place of places) taken.add(place);
      return isFree;
    });
  };
};

/** How much the whole text says for a skill, beside how much the skill says of the work. */
const textShare = 2;
const mostSkills = 6;

/**
 * What named work says for the skills it needs: for those most, that say most of it and lie nearest to what else the text tells. `nearText`:
 * how near a skill lies to the whole text (a cosine).
 */
export const workHints = (
  { skills }: Works,
  { works, places }: FoundWork,
  nearText: (skill: number) => number,
): Hint[] => {
  const found = new Map<number, { weight: number; sure: number; from: number }>();
  for (const { work, share } of works)
    for (let at = skills.offsets[work] ?? 0; at < (skills.offsets[work + 1] ?? 0); at += 1) {
      const skill = skills.values[at] ?? 0;
      const { weight = 0, sure = 0, from = work } = found.get(skill) ?? {};
      found.set(skill, { weight: weight + share * (skills.weights[at] ?? 0), sure: sure + share, from });
    }
  return [...found]
    .map(([skill, { weight, sure, from }]) => ({
      skill,
      sure,
      from,
      order: weight + textShare * sure * nearText(skill),
    }))
    .sort((a, b) => b.order - a.order || a.skill - b.skill)
    .slice(0, mostSkills)
    .map(({ skill, sure, from }, rank) => ({
      skill,
      part: 'occupation' as const,
      value: Math.min(1, sure) * (1 - rank / 10),
      words: () => places,
      from,
    }));
};
