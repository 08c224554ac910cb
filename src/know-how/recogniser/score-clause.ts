import { gramsOf } from './grams.ts';
import type { LanguageIndex } from './language-index.ts';
import type { Postings } from './postings.ts';
import type { ScoreParts } from './types.ts';
import type { Word } from './words.ts';

/** A term of the clause, and which of the clause's words it came from (-1: a word of the same sentence elsewhere). */
export type ClauseTerm = { term: number; word: number };
export type ClauseQuery = { own: ClauseTerm[]; nearby: ClauseTerm[]; words: Word[] };
/** A skill with its score and the numbers of the clause's words that stand in its best name. */
export type Candidate = { skill: number; score: number; parts: ScoreParts; words: number[] };

export const weights = { coverage: 0.62, bm25: 0.23, grams: 0.15 };
const nearbyCredit = 0.5;
/** Names whose words weigh this much together lose nothing for being short: about four telling words. */
const fullMass = 3;
const halfBm25 = 10;

/** Scratch memory for one language; cleared after each clause by what was touched. */
const scratch = (index: LanguageIndex) => ({
  slotCredit: new Float32Array(index.slotForm.length),
  slotWord: new Int16Array(index.slotForm.length),
  slots: [] as number[],
  formSum: new Float32Array(index.formSkill.length),
  forms: [] as number[],
  coverage: new Float32Array(index.skillCount),
  /** Skills with a word in common. */
  touched: [] as number[],
  all: Array.from({ length: index.skillCount }, (_, skill) => skill),
  bestForm: new Int32Array(index.skillCount),
  label: new Float32Array(index.skillCount),
  everything: new Float32Array(index.skillCount),
  grams: new Float32Array(index.skillCount),
});
type Scratch = ReturnType<typeof scratch>;

const cover = (index: LanguageIndex, memory: Scratch, { term, word }: ClauseTerm): void => {
  const { offsets, values } = index.slots;
  const { slotCredit, slotWord, formSum } = memory;
  const credit = word < 0 ? nearbyCredit : 1;
  const weight = index.idf[term] ?? 0;
  const end = offsets[term + 1] ?? 0;
  for (let at = offsets[term] ?? 0; at < end; at += 1) {
    const slot = values[at] ?? 0;
    const before = slotCredit[slot] ?? 0;
    if (before >= credit) continue;
    const form = index.slotForm[slot] ?? 0;
    const sum = formSum[form] ?? 0;
    if (sum === 0) {
      if (word < 0) continue;
      memory.forms.push(form);
    }
    if (before === 0) memory.slots.push(slot);
    slotCredit[slot] = credit;
    slotWord[slot] = word;
    formSum[form] = sum + (credit - before) * weight;
  }
};

const bestForms = (index: LanguageIndex, memory: Scratch): void => {
  for (const form of memory.forms) {
    const mass = index.formMass[form] ?? 1;
    const share = Math.min(1, (memory.formSum[form] ?? 0) / mass);
    const value = share * share * Math.min(1, Math.log2(1 + mass) / Math.log2(1 + fullMass));
    const skill = index.formSkill[form] ?? 0;
    const before = memory.coverage[skill] ?? 0;
    if (value <= before) continue;
    if (before === 0) memory.touched.push(skill);
    memory.coverage[skill] = value;
    memory.bestForm[skill] = form;
  }
};

const add = ({ offsets, values, weights: of }: Postings, key: number, factor: number, into: Float32Array): void => {
  const end = offsets[key + 1] ?? 0;
  for (let at = offsets[key] ?? 0; at < end; at += 1) {
    const skill = values[at] ?? 0;
    into[skill] = (into[skill] ?? 0) + factor * (of[at] ?? 0);
  }
};

const addGrams = (index: LanguageIndex, memory: Scratch, words: Word[]): void => {
  const list: number[] = [];
  for (const word of words) gramsOf(word.folded, list);
  const grams = new Set(list);
  let square = 0;
  for (const gram of grams) square += (index.gramIdf[gram] ?? 1) ** 2;
  const length = Math.sqrt(square) || 1;
  for (const gram of grams) add(index.grams, gram, (index.gramIdf[gram] ?? 1) / length, memory.grams);
};

const wordsIn = (index: LanguageIndex, memory: Scratch, skill: number): number[] => {
  if (!memory.coverage[skill]) return [];
  const form = memory.bestForm[skill] ?? 0;
  const words = new Set<number>();
  for (let slot = index.formStart[form] ?? 0; slot < (index.formStart[form + 1] ?? 0); slot += 1)
    if (memory.slotCredit[slot]) words.add(memory.slotWord[slot] ?? 0);
  return [...words].filter((word) => word >= 0).sort((a, b) => a - b);
};

const clear = (memory: Scratch): void => {
  for (const slot of memory.slots) memory.slotCredit[slot] = 0;
  for (const form of memory.forms) memory.formSum[form] = 0;
  memory.slots.length = 0;
  memory.forms.length = 0;
  memory.touched.length = 0;
  for (const list of [memory.coverage, memory.label, memory.everything, memory.grams]) list.fill(0);
};

const isBehind = (score: number, skill: number, thanScore: number, thanSkill: number): boolean =>
  score < thanScore || (score === thanScore && skill > thanSkill);

const bm25Of = (memory: Scratch, skill: number): number => {
  const label = memory.label[skill] ?? 0;
  const everything = memory.everything[skill] ?? 0;
  return 0.5 * (label / (label + halfBm25)) + 0.5 * (everything / (everything + halfBm25));
};

const scoreOf = (memory: Scratch, skill: number): number =>
  weights.coverage * (memory.coverage[skill] ?? 0) +
  weights.bm25 * bm25Of(memory, skill) +
  weights.grams * (memory.grams[skill] ?? 0);

/** Likeness of spelling and description alone never reach this, so skills without a common word need no look. */
const mostWithoutWords = 0.25;

/** The best `count` skills, best first; equal scores by the skill's number. */
const best = (index: LanguageIndex, memory: Scratch, count: number, floor: number): Candidate[] => {
  const skills: number[] = [];
  const scores: number[] = [];
  let least = floor;
  for (const skill of floor > mostWithoutWords ? memory.touched : memory.all) {
    const score = scoreOf(memory, skill);
    if (score === 0 || score < least) continue;
    let place = skills.length;
    while (place > 0 && isBehind(scores[place - 1] ?? 0, skills[place - 1] ?? 0, score, skill)) place -= 1;
    skills.splice(place, 0, skill);
    scores.splice(place, 0, score);
    if (skills.length <= count) continue;
    skills.pop();
    scores.pop();
    least = Math.max(floor, scores.at(-1) ?? 0);
  }
  return skills.map((skill, place) => ({
    skill,
    score: Math.min(1, scores[place] ?? 0),
    parts: {
      coverage: memory.coverage[skill] ?? 0,
      bm25: bm25Of(memory, skill),
      grams: Math.min(1, memory.grams[skill] ?? 0),
    },
    words: wordsIn(index, memory, skill),
  }));
};

/**
 * Scores all skills against one clause: the share of a name's words that stand in it, BM25, and likeness of spelling.
 * Words of the same sentence outside the clause count half, and only for names the clause itself touches.
 */
export const clauseScorer = (
  index: LanguageIndex,
): ((query: ClauseQuery, count: number, floor: number) => Candidate[]) => {
  const memory = scratch(index);
  return (query, count, floor) => {
    if (query.own.length === 0) return [];
    for (const term of query.own) cover(index, memory, term);
    for (const term of query.nearby) cover(index, memory, term);
    bestForms(index, memory);
    for (const term of new Set(query.own.map(({ term }) => term))) {
      add(index.label, term, 1, memory.label);
      add(index.everything, term, 1, memory.everything);
    }
    addGrams(index, memory, query.words);
    const found = best(index, memory, count, floor);
    clear(memory);
    return found;
  };
};
