import { createHash } from 'node:crypto';
import { type InLanguages, languages } from '../../kernel/languages.ts';
import type { NamesInLanguages, Occupation, Skill, SkillGroup, Vocabulary } from './types.ts';

export const tidy = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

export const inLanguages = <Value>(make: (language: keyof InLanguages) => Value): Record<keyof InLanguages, Value> => ({
  fi: make('fi'),
  sv: make('sv'),
  en: make('en'),
});

const tidyNames = ({ labels, names }: Pick<Skill, 'labels' | 'names'>): NamesInLanguages =>
  inLanguages((language) => {
    const label = tidy(labels[language]);
    return [...new Set(names[language].map(tidy))].filter((name) => name !== '' && name !== label);
  });

const tidySkill = (skill: Skill): Skill => {
  const loose = Object.fromEntries(
    languages.map((language) => [language, tidy(skill.looseWords?.[language] ?? '')]).filter(([, words]) => words),
  );
  return {
    uri: skill.uri,
    kind: skill.kind,
    labels: inLanguages((language) => tidy(skill.labels[language])),
    names: tidyNames(skill),
    description: inLanguages((language) => tidy(skill.description[language])),
    broader: [...new Set(skill.broader)].sort(),
    ...(skill.related?.length ? { related: [...new Set(skill.related)].sort() } : {}),
    ...(Object.keys(loose).length ? { looseWords: loose } : {}),
  };
};

const tidyGroup = (group: SkillGroup): SkillGroup => ({
  uri: group.uri,
  labels: inLanguages((language) => tidy(group.labels[language])),
  ...(group.broader?.length ? { broader: [...new Set(group.broader)].sort() } : {}),
});

const tidyOccupation = (occupation: Occupation): Occupation => ({
  uri: occupation.uri,
  labels: inLanguages((language) => tidy(occupation.labels[language])),
  names: tidyNames(occupation),
  description: inLanguages((language) => tidy(occupation.description[language])),
  skills: [...new Set(occupation.skills)].sort(),
});

const byUri = (a: { uri: string }, b: { uri: string }): number => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0);

type Raw = Omit<Vocabulary, 'version' | 'occupations'> & { occupations?: Occupation[] };

/** Brings a vocabulary into its one normal form and names it by the sha256 of that form. */
export const normaliseVocabulary = (raw: Raw): Vocabulary => {
  const skills = raw.skills.map(tidySkill).sort(byUri);
  const groups = raw.groups.map(tidyGroup).sort(byUri);
  const occupations = (raw.occupations ?? []).map(tidyOccupation).sort(byUri);
  const hash = createHash('sha256');
  for (const concept of [...groups, ...skills, ...occupations]) hash.update(`${JSON.stringify(concept)}\n`);
  return { version: hash.digest('hex'), source: raw.source, skills, groups, occupations };
};
