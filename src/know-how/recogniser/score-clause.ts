import { bestOf } from './best-of.ts';
import { gramsOf } from './grams.ts';
import type { LanguageIndex } from './language-index.ts';
import { type Weights, weighed } from './parts.ts';
import type { Postings } from './postings.ts';
import type { Nearness } from './skill-vectors.ts';
import type { ScoreParts } from './types.ts';
import type { Word } from './words.ts';

/** A term of the clause, and which of the clause's words it came from (-1: a word of the same sentence elsewhere). */
export type ClauseTerm = { term: number; word: number };
/**
 * What an activity of the lexicon, sayings or a kind of work say for a skill: 0..1, and the places of the words that tell of it, which are looked for only
 * when asked: few hints lead to a suggestion.
 */
export type Hint = {
  skill: number;
  part: 'lexicon' | 'occupation';
  value: number;
  words: () => readonly number[];
  /** The activity's id, or the number of the work. */
  from: string | number;
};
export type ClauseQuery = {
  own: ClauseTerm[];
  nearby: ClauseTerm[];
  words: Word[];
  /** What the clause means, of length 1; undefined without vectors or known words. */
  vector: Float32Array | undefined;
  /** How near each skill lies to the whole text, as `ofText` gives it. */
  text: TextNearness | undefined;
  hints: readonly Hint[];
  weights: Weights;
};
/** A skill with its score, the numbers of the clause's words that stand in its best name, and what else spoke for it. */
export type Candidate = { skill: number; score: number; parts: ScoreParts; words: number[]; hints: Hint[] };

/** How near each skill lies to what the whole text means: the share of `vectors` that all its clauses have. `first`: the nearest ones. */
export type TextNearness = { near: Float32Array; first: readonly number[] };

/** How parts are measured; found with their weights (parts.ts). */
export const shape = {
  nearbyCredit: 0.6,
  /** Names whose words weigh this much together lose nothing for being short: about four telling words. */
  fullMass: 5.5,
  halfBm25: 10,
  /** A cosine of less says nothing. */
  leastNearness: 0.34,
  /** How much of nearness is that of the whole text; the rest is the clause's own. */
  textShare: 0.6,
  leastTextNearness: 0.2,
};

/** Scratch memory for one language; cleared after each clause by what was touched. */
const scratch = ({ slotForm, formSkill, skillCount }: LanguageIndex) => ({
  slotCredit: new Float32Array(slotForm.length),
  slotWord: new Int16Array(slotForm.length),
  slots: [] as number[],
  formSum: new Float32Array(formSkill.length),
  forms: [] as number[],
  /** Skills a name of which has a word of the clause, and the name that has most. */
  named: [] as number[],
  bestForm: new Int32Array(skillCount),
  coverage: new Float32Array(skillCount),
  /** Skills with a word of the clause in name or description. */
  described: [] as number[],
  label: new Float32Array(skillCount),
  everything: new Float32Array(skillCount),
  grams: new Float32Array(skillCount),
  nearness: new Float32Array(skillCount),
  /** The text, and likeness of spelling. */
  score: new Float32Array(skillCount),
  /** What words and hints will add, of the skills in `spoken`. */
  added: new Float32Array(skillCount),
  spoken: [] as number[],
  /** Skills that may be among the best, from the beginning on. */
  hopeful: new Int32Array(skillCount),
});
type Scratch = ReturnType<typeof scratch>;

const cover = (index: LanguageIndex, memory: Scratch, { term, word }: ClauseTerm): void => {
  const { offsets, values } = index.slots;
  const { slotCredit, slotWord, formSum } = memory;
  const credit = word < 0 ? shape.nearbyCredit : 1;
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
  const { coverage, named, bestForm, formSum } = memory;
  const full = Math.log2(1 + shape.fullMass);
  for (const form of memory.forms) {
    const mass = index.formMass[form] ?? 1;
    const share = Math.min(1, (formSum[form] ?? 0) / mass);
    const skill = index.formSkill[form] ?? 0;
    const before = coverage[skill] ?? 0;
    if (share * share <= before) continue;
    const value = share * share * Math.min(1, Math.log2(1 + mass) / full);
    if (value <= before) continue;
    if (before === 0) named.push(skill);
    coverage[skill] = value;
    bestForm[skill] = form;
  }
};

const add = ({ offsets, values, weights: of }: Postings, key: number, into: Float32Array): void => {
  const end = offsets[key + 1] ?? 0;
  for (let at = offsets[key] ?? 0; at < end; at += 1) {
    const skill = values[at] as number;
    into[skill] = (into[skill] as number) + (of[at] as number);
  }
};

const describe = (index: LanguageIndex, memory: Scratch, terms: ReadonlySet<number>): void => {
  const { offsets, values, weights: of } = index.everything;
  for (const term of terms) {
    add(index.label, term, memory.label);
    const end = offsets[term + 1] ?? 0;
    for (let at = offsets[term] ?? 0; at < end; at += 1) {
      const skill = values[at] as number;
      const before = memory.everything[skill] as number;
      if (before === 0) memory.described.push(skill);
      memory.everything[skill] = before + (of[at] as number);
    }
  }
};

/** Likeness of spelling: added to the scores at once, weighed. */
const addGrams = (index: LanguageIndex, memory: Scratch, { words, weights }: ClauseQuery): void => {
  const list: number[] = [];
  for (const word of words) gramsOf(word.folded, list);
  const grams = new Set(list);
  let square = 0;
  for (const gram of grams) square += (index.gramIdf[gram] ?? 1) ** 2;
  const length = Math.sqrt(square) || 1;
  const { offsets, values, weights: of } = index.grams;
  for (const gram of grams) {
    const factor = (index.gramIdf[gram] ?? 1) / length;
    const end = offsets[gram + 1] ?? 0;
    for (let at = offsets[gram] ?? 0; at < end; at += 1) {
      const skill = values[at] as number;
      const value = factor * (of[at] as number);
      memory.grams[skill] = (memory.grams[skill] as number) + value;
      memory.score[skill] = (memory.score[skill] as number) + weights.grams * value;
    }
  }
};

/** 0 up to the least cosine that says something, then evenly up to 1. */
const told = (cosine: number, least: number): number => (cosine > least ? (cosine - least) / (1 - least) : 0);

const bm25Of = ({ label, everything }: Scratch, skill: number): number => {
  const inLabel = label[skill] as number;
  const inAll = everything[skill] as number;
  return 0.5 * (inLabel / (inLabel + shape.halfBm25)) + 0.5 * (inAll / (inAll + shape.halfBm25));
};

/** What activities, sayings or kinds of work say for each skill together (0..1): the more say so, the more. */
const allOf = (hints: readonly Hint[], part: Hint['part']): Map<number, number> => {
  const all = new Map<number, number>();
  for (const hint of hints)
    if (hint.part === part) all.set(hint.skill, 1 - (1 - (all.get(hint.skill) ?? 0)) * (1 - hint.value));
  return all;
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
  for (const skill of memory.named) memory.coverage[skill] = 0;
  for (const skill of memory.spoken) memory.added[skill] = 0;
  for (const list of [memory.slots, memory.forms, memory.named, memory.described, memory.spoken]) list.length = 0;
  for (const list of [memory.label, memory.everything, memory.grams, memory.nearness]) list.fill(0);
};

type Said = Record<'lexicon' | 'occupation', Map<number, number>>;

/** What rounding may bring in. */
const room = 1e-4;
/** So many are looked at first. */
const firstLook = 32;
/** A cosine is one at most, but for what rounding to bytes may add. */
const mostNear = 1.05;

/** Scores are added up in single numbers. */
const { fround } = Math;

/** Adds up what words and hints will add to each skill that they speak for. */
const addSpoken = (memory: Scratch, weights: Weights, { lexicon, occupation }: Said): void => {
  const { added, spoken, coverage } = memory;
  const put = (skill: number, value: number): void => {
    if (value <= 0) return;
    const before = added[skill] as number;
    if (before === 0) spoken.push(skill);
    added[skill] = before + value;
  };
  for (const skill of memory.named) put(skill, weights.coverage * (coverage[skill] as number));
  for (const skill of memory.described) put(skill, weights.bm25 * bm25Of(memory, skill));
  for (const [skill, value] of lexicon) put(skill, weights.lexicon * value);
  for (const [skill, value] of occupation) put(skill, weights.occupation * value);
};

/** What the nearness of a clause adds to a score for each unit of cosine over the least. */
const nearFactor = ({ vectors }: Weights): number => (vectors * (1 - shape.textShare)) / (1 - shape.leastNearness);

/** A skill's whole score: the text and the likeness of spelling, and then what the clause means, its words and hints. */
const wholeScore = (memory: Scratch, weights: Weights, { lexicon, occupation }: Said, skill: number): number => {
  const { coverage, everything } = memory;
  const near = (memory.nearness[skill] as number) - shape.leastNearness;
  let sum = memory.score[skill] as number;
  if (near > 0) sum = fround(sum + nearFactor(weights) * near);
  if (memory.added[skill] === 0) return sum;
  if (coverage[skill]) sum = fround(sum + weights.coverage * coverage[skill]);
  if (everything[skill]) sum = fround(sum + weights.bm25 * bm25Of(memory, skill));
  if (lexicon.size > 0) sum = fround(sum + weights.lexicon * (lexicon.get(skill) ?? 0));
  if (occupation.size > 0) sum = fround(sum + weights.occupation * (occupation.get(skill) ?? 0));
  return sum;
};

/** Some skills that come first before it is asked what the clause means: the best of those spoken for, and those nearest to the text. */
const firstOf = ({ score, added, spoken }: Scratch, { text }: ClauseQuery): Int32Array => {
  const first = bestOf(firstLook, 0);
  for (const skill of spoken) first.put(skill, (score[skill] as number) + (added[skill] as number));
  const near = (text?.first ?? []).filter((skill) => added[skill] === 0);
  return Int32Array.from([...first.numbers, ...near]);
};

/** A skill's whole score or a little more, without looking up what speaks for it. */
const mostOf = ({ score, added, nearness }: Scratch, factor: number, skill: number): number =>
  (score[skill] as number) +
  (added[skill] as number) +
  factor * Math.max(0, (nearness[skill] as number) - shape.leastNearness) +
  room;

/** The skills that reach at least so much before it is asked what the clause means. */
const hopefulOf = ({ score, added, hopeful }: Scratch, least: number): Int32Array => {
  let found = 0;
  for (let skill = 0; skill < score.length; skill += 1) {
    if ((score[skill] as number) + (added[skill] as number) < least) continue;
    hopeful[found] = skill;
    found += 1;
  }
  return hopeful.subarray(0, found);
};

export type ClauseScorer = {
  ofText: (meaning: Float32Array | undefined) => TextNearness | undefined;
  /** The best `count` skills for a clause that score at least `floor`, best first. */
  score: (query: ClauseQuery, count: number, floor: number) => Candidate[];
};

/**
 * Scores all skills against one clause by all parts. Words of the same sentence outside the clause count half, and only for names the clause
 * itself touches.
 */
export const clauseScorer = (index: LanguageIndex, nearness: Nearness | undefined): ClauseScorer => {
  const memory = scratch(index);
  const ofText: ClauseScorer['ofText'] = (meaning) => {
    if (!meaning || !nearness) return undefined;
    const near = new Float32Array(index.skillCount);
    nearness.all(meaning, near);
    const first = bestOf(firstLook, 0);
    for (let skill = 0; skill < near.length; skill += 1) {
      const value = shape.textShare * told(near[skill] as number, shape.leastTextNearness);
      near[skill] = value;
      if (value > first.least()) first.put(skill, value);
    }
    return { near, first: first.numbers };
  };
  const begin = ({ text, weights }: ClauseQuery): void => {
    const { score } = memory;
    if (!text) score.fill(0);
    else
      for (let skill = 0; skill < score.length; skill += 1)
        score[skill] = weights.vectors * (text.near[skill] as number);
  };
  const score: ClauseScorer['score'] = (query, count, floor) => {
    if (query.own.length === 0 && query.hints.length === 0 && !query.vector) return [];
    const { weights } = query;
    begin(query);
    for (const term of query.own) cover(index, memory, term);
    for (const term of query.nearby) cover(index, memory, term);
    bestForms(index, memory);
    describe(index, memory, new Set(query.own.map(({ term }) => term)));
    addGrams(index, memory, query);
    const said = { lexicon: allOf(query.hints, 'lexicon'), occupation: allOf(query.hints, 'occupation') };
    addSpoken(memory, weights, said);
    const factor = nearFactor(weights);
    const look = (skills: Int32Array): ReturnType<typeof bestOf> => {
      if (query.vector && nearness) {
        if (2 * skills.length > index.skillCount) nearness.all(query.vector, memory.nearness);
        else nearness.some(query.vector, skills, memory.nearness);
      }
      const best = bestOf(count, floor);
      for (let at = 0; at < skills.length; at += 1) {
        const skill = skills[at] as number;
        if (mostOf(memory, factor, skill) >= best.least()) best.put(skill, wholeScore(memory, weights, said, skill));
      }
      return best;
    };
    // What some score for certain tells how far behind others may be, and come before them by what the clause means.
    const sure = look(firstOf(memory, query)).least();
    const best = look(hopefulOf(memory, sure - factor * (mostNear - shape.leastNearness) - room));
    const found = best.numbers.map((skill, place): Candidate => {
      const parts = weighed(
        {
          coverage: memory.coverage[skill] ?? 0,
          bm25: bm25Of(memory, skill),
          grams: memory.grams[skill] ?? 0,
          vectors:
            (query.text?.near[skill] ?? 0) +
            (1 - shape.textShare) * told(memory.nearness[skill] ?? 0, shape.leastNearness),
          occupation: said.occupation.get(skill) ?? 0,
          lexicon: said.lexicon.get(skill) ?? 0,
        },
        weights,
      );
      return {
        skill,
        score: best.scores[place] ?? 0,
        parts,
        words: wordsIn(index, memory, skill),
        hints: query.hints.filter((hint) => hint.skill === skill),
      };
    });
    clear(memory);
    return found;
  };
  return { ofText, score };
};
