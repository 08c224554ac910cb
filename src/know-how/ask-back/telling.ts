import type { Language } from '../../kernel/languages.ts';
import { type Clause, clausesOf } from '../recogniser/clauses.ts';
import { stopWords } from '../recogniser/stop-words.ts';
import type { Span } from '../recogniser/types.ts';
import { signs } from './signs.ts';

/** What one clause of a text says of its writer, and what it leaves out. */
export type ClauseTold = {
  span: Span;
  sentence: number;
  hasDoing: boolean;
  /** Speaks of something that takes people. */
  hasPeople: boolean;
  hasNumber: boolean;
  hasTime: boolean;
  hasMaking: boolean;
  hasTools: boolean;
  isTogether: boolean;
  hasRole: boolean;
};

const spanOf = ({ words }: Clause): Span => ({ start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 });

const told = (clause: Clause, language: Language): ClauseTold => {
  const { doing, people, number, time, making, tools, together, role } = signs[language];
  // Each word framed by spaces of its own, so that patterns of whole words find neighbours too.
  const text = ` ${clause.words.map(({ folded }) => folded).join('  ')} `;
  const has = (sign: RegExp) => sign.test(text);
  return {
    span: spanOf(clause),
    sentence: clause.sentence,
    hasDoing: has(doing),
    hasPeople: has(people),
    hasNumber: has(number),
    hasTime: has(time),
    hasMaking: has(making),
    hasTools: has(tools),
    isTogether: has(together),
    hasRole: has(role),
  };
};

/** What a text says clause by clause: only what its writer has done or can, nothing they cannot do or merely wish for. */
export const tellingOf = (text: string, language: Language): ClauseTold[] =>
  clausesOf(text, language)
    .filter(({ stance }) => stance === 'can')
    .map((clause) => told(clause, language));

/** Whether an answer says something of what its writer did, and not "nothing", "no" or "I did not". */
export const saysSomething = (answer: string, language: Language): boolean =>
  clausesOf(answer, language).some(
    ({ stance, words }) => stance === 'can' && words.some(({ folded }) => !stopWords[language].has(folded)),
  );
