import type { Language } from '../../kernel/languages.ts';
import { dimensions } from '../vectors/features.ts';
import { addWords, toUnit, type Vectors } from '../vectors/vectors.ts';
import type { SkillVectors } from './skill-vectors.ts';
import { stopWords } from './stop-words.ts';
import type { Word } from './words.ts';

/** Some 600 bytes each. */
const mostRemembered = 5000;

/** What words mean, as vectors; remembers words it has met. */
export const meaningIn = (vectors: Vectors, language: Language) => {
  const remembered = new Map<string, Float32Array | undefined>();
  const ignored = stopWords[language];
  const look = (folded: string): Float32Array | undefined => {
    if (ignored.has(folded)) return undefined;
    const sum = new Float32Array(dimensions);
    addWords(vectors, [folded], sum);
    return sum.some((value) => value !== 0) ? sum : undefined;
  };
  const ofWord = (folded: string): Float32Array | undefined => {
    if (remembered.has(folded)) return remembered.get(folded);
    if (remembered.size > mostRemembered) remembered.clear();
    const found = look(folded);
    remembered.set(folded, found);
    return found;
  };
  return {
    /** The vector of a clause's words together, of length 1; undefined when none is known. */
    ofClause: (words: readonly Word[]): Float32Array | undefined => {
      const sum = new Float32Array(dimensions);
      let known = 0;
      for (const { folded } of words) {
        const word = ofWord(folded);
        if (!word) continue;
        known += 1;
        for (let d = 0; d < dimensions; d += 1) sum[d] = (sum[d] as number) + (word[d] as number);
      }
      return known > 0 ? toUnit(sum) : undefined;
    },
    /** The places of the words that bring a clause nearest to a skill: those with at least half of the greatest pull. */
    towards: (words: readonly Word[], { rows, scales }: SkillVectors, skill: number): number[] => {
      const scale = scales[skill] ?? 0;
      const pulls = words.map(({ folded }) => {
        const word = ofWord(folded);
        let sum = 0;
        if (word)
          for (let d = 0; d < dimensions; d += 1) sum += (word[d] as number) * (rows[skill * dimensions + d] ?? 0);
        return sum * scale;
      });
      const most = Math.max(0, ...pulls);
      return pulls.flatMap((pull, at) => (most > 0 && pull >= most / 2 ? [at] : []));
    },
  };
};
export type Meaning = ReturnType<typeof meaningIn>;
