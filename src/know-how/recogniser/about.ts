import type { Language } from '../../kernel/languages.ts';
import { labelIn, type Skill } from '../vocabulary/types.ts';

/** Letters: fits in two lines of a phone. */
const longest = 90;
const namesTold = 3;

const shorten = (text: string): string =>
  text.length <= longest ? text : `${text.slice(0, longest).replace(/\s+\S*$/u, '')} …`;

/**
 * What tells a skill from one of nearly the same name, in few words: the beginning of its description, else what else it is called; '' where the
 * vocabulary says no more of it.
 */
export const aboutSkill = ({ labels, names, description }: Skill, language: Language): string => {
  const [sentence = ''] = description[language].split(/(?<=[.!?])\s/u);
  const label = labelIn(labels, language).toLocaleLowerCase(language);
  const others = names[language].filter((name) => name.toLocaleLowerCase(language) !== label);
  return shorten(sentence || others.slice(0, namesTold).join(', '));
};
