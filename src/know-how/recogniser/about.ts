import type { Language } from '../../kernel/languages.ts';
import { labelIn, type Skill } from '../vocabulary/types.ts';

const mostNames = 8;

/**
 * What tells a skill from one of nearly the same name: the first sentence of its description alone, else what else it is called; empty where the
 * vocabulary says no more of it.
 */
export const aboutSkill = ({ labels, names, description }: Skill, language: Language): string[] => {
  const [sentence = ''] = description[language].split(/(?<=[.!?])\s/u);
  const label = labelIn(labels, language).toLocaleLowerCase(language);
  const others = names[language].filter((name) => name.toLocaleLowerCase(language) !== label);
  return sentence ? [sentence] : others.slice(0, mostNames);
};
