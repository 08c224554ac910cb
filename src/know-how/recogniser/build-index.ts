import type { Language } from '../../kernel/languages.ts';
import type { Skill } from '../vocabulary/types.ts';
import { labelIn } from '../vocabulary/types.ts';
import { bm25Postings } from './build-bm25.ts';
import { gramPostings } from './build-grams.ts';
import { type Compounds, partsOf } from './compounds.ts';
import type { LanguageIndex } from './language-index.ts';
import { packPostings } from './postings.ts';
import { stemmers } from './stem.ts';
import { stopWords } from './stop-words.ts';
import { wordsOf } from './words.ts';

type SkillWords = { label: string[]; names: string[][]; loose: string[]; description: string[] };

const foldedWords = (text: string): string[] => wordsOf(text).map((word) => word.folded);

const wordsOfSkill = (skill: Skill, language: Language): SkillWords => ({
  label: foldedWords(labelIn(skill.labels, language)),
  names: skill.names[language].map(foldedWords),
  loose: foldedWords(skill.looseWords?.[language] ?? ''),
  description: foldedWords(skill.description[language]),
});

const compoundsOf = (language: Language, skills: SkillWords[]): Compounds => {
  const words = new Set<string>();
  for (const { label, names, loose, description } of skills)
    for (const list of [label, ...names, loose, description])
      for (const word of list) if (word.length >= 3) words.add(word);
  const stem = stemmers[language];
  const stems = new Set<string>();
  for (const word of words) if (word.length >= 4) stems.add(stem(word));
  return { language, words, stems, stem };
};

/** Numbers terms as they come; a word's terms are looked up once. */
const termNumbers = (compounds: Compounds) => {
  const numbers = new Map<string, number>();
  const ofWord = new Map<string, number[]>();
  const ignored = stopWords[compounds.language];
  const numberOf = (term: string): number => {
    const known = numbers.get(term) ?? numbers.size;
    numbers.set(term, known);
    return known;
  };
  const lookUp = (word: string): number[] => {
    if (ignored.has(word) || (word.length === 1 && word !== 'c' && word !== 'r')) return [];
    return partsOf(word, compounds).map(numberOf);
  };
  const termsOf = (words: string[]): number[] =>
    words.flatMap((word) => {
      const known = ofWord.get(word);
      if (known) return known;
      const found = lookUp(word);
      ofWord.set(word, found);
      return found;
    });
  return { termsOf, all: () => [...numbers.keys()] };
};

const inverseFrequency = (termCount: number, skills: number[][][]): Float32Array => {
  const frequency = new Int32Array(termCount);
  for (const forms of skills) for (const term of new Set(forms.flat())) frequency[term] = (frequency[term] ?? 0) + 1;
  const most = Math.log(skills.length + 1);
  return Float32Array.from(frequency, (count) =>
    count === 0 ? 1 : Math.max(0.05, Math.log((skills.length + 1) / (count + 0.5)) / most),
  );
};

const distinctForms = (forms: number[][]): number[][] => {
  const seen = new Map<string, number[]>();
  for (const form of forms) {
    const slots = [...new Set(form)];
    if (slots.length) seen.set([...slots].sort((a, b) => a - b).join(), slots);
  }
  return [...seen.values()];
};

const slotsOf = (skills: number[][][], looseTerms: number[][], idf: Float32Array) => {
  const keys: number[] = [];
  const values: number[] = [];
  const slotForm: number[] = [];
  const formSkill: number[] = [];
  const formMass: number[] = [];
  const formStart: number[] = [0];
  const massOf = (form: number[]) => form.reduce((sum, term) => sum + (idf[term] ?? 0), 0);
  const addForm = (skill: number, form: number[], mass: number) => {
    for (const term of form) {
      keys.push(term);
      values.push(slotForm.length);
      slotForm.push(formSkill.length);
    }
    formSkill.push(skill);
    formMass.push(mass);
    formStart.push(slotForm.length);
  };
  skills.forEach((forms, skill) => {
    for (const form of distinctForms(forms)) addForm(skill, form, massOf(form));
    // Names that lost their separators are one bag: as many names as its length makes likely share its mass.
    const loose = [...new Set(looseTerms[skill])];
    const labelLength = Math.max(2, forms[0]?.length ?? 0);
    const namesInBag = Math.max(1, Math.round((looseTerms[skill]?.length ?? 0) / labelLength));
    if (loose.length) addForm(skill, loose, Math.max(massOf(loose) / namesInBag, massOf(forms[0] ?? []) * 0.8));
  });
  return {
    slots: packPostings(idf.length, keys, values),
    slotForm: Int32Array.from(slotForm),
    formSkill: Int32Array.from(formSkill),
    formMass: Float32Array.from(formMass),
    formStart: Int32Array.from(formStart),
  };
};

/** Prepares the skills' names in one language for recognising. Pure; 14,000 skills take a second or so. */
export const buildIndex = (skills: Skill[], language: Language): LanguageIndex => {
  const skillWords = skills.map((skill) => wordsOfSkill(skill, language));
  const compounds = compoundsOf(language, skillWords);
  const { termsOf, all } = termNumbers(compounds);
  const forms = skillWords.map(({ label, names }) => [label, ...names].map(termsOf));
  const loose = skillWords.map((words) => termsOf(words.loose));
  const described = skillWords.map((words, at) => [
    ...(forms[at] ?? []).flat(),
    ...(loose[at] ?? []),
    ...termsOf(words.description),
  ]);
  const terms = all();
  const idf = inverseFrequency(terms.length, forms);
  return {
    language,
    terms,
    idf,
    words: [...compounds.words],
    ...slotsOf(forms, loose, idf),
    label: bm25Postings(
      terms.length,
      forms.map(([label = []]) => label),
    ),
    everything: bm25Postings(terms.length, described),
    ...gramPostings(skillWords.map(({ label }) => label)),
    skillCount: skills.length,
  };
};
