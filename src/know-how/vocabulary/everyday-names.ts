import type { Language } from '../../kernel/languages.ts';
import { inLanguages } from './normalise.ts';
import type { Skill, Vocabulary } from './types.ts';

const both = (skill: Skill, everyday: Skill, language: Language): string[] => {
  const names = [...skill.names[language], everyday.labels[language], ...everyday.names[language]];
  return [...new Set(names)].filter((name) => name !== '' && name !== skill.labels[language]);
};

/**
 * Gives an imported vocabulary's skills the everyday names the starter has for the same URIs: ESCO speaks of
 * "antaa tukea perheelle" where a person says "hoidin äitiäni". The version stays that of the imported content.
 */
export const withEverydayNames = (imported: Vocabulary, starter: Vocabulary): Vocabulary => {
  const everyday = new Map(starter.skills.map((skill) => [skill.uri, skill]));
  const skills = imported.skills.map((skill) => {
    const found = everyday.get(skill.uri);
    return found ? { ...skill, names: inLanguages((language) => both(skill, found, language)) } : skill;
  });
  return { ...imported, skills };
};
