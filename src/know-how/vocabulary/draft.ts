import type { Language } from '../../kernel/languages.ts';
import { inLanguages } from './normalise.ts';
import type { Occupation, Skill, SkillGroup } from './types.ts';

/** A vocabulary being gathered from several files. */
export type Draft = {
  skills: Map<string, Skill>;
  groups: Map<string, SkillGroup>;
  occupations: Map<string, Occupation>;
};
export type Progress = (step: { file: string; rows: number }) => void;

export const emptyDraft = (): Draft => ({ skills: new Map(), groups: new Map(), occupations: new Map() });

export const emptySkill = (uri: string): Skill => ({
  uri,
  kind: 'skill',
  labels: inLanguages(() => ''),
  names: inLanguages<string[]>(() => []),
  description: inLanguages(() => ''),
  broader: [],
});

export const emptyGroup = (uri: string): SkillGroup => ({ uri, labels: inLanguages(() => '') });

export const emptyOccupation = (uri: string): Occupation => ({
  uri,
  labels: inLanguages(() => ''),
  names: inLanguages<string[]>(() => []),
  description: inLanguages(() => ''),
  skills: [],
});

/** Gets the concept of a URI, making it when it is new. */
export const conceptOf = <Concept>(
  concepts: Map<string, Concept>,
  uri: string,
  make: (uri: string) => Concept,
): Concept => {
  const known = concepts.get(uri);
  if (known) return known;
  const made = make(uri);
  concepts.set(uri, made);
  return made;
};

export const languageOfFile = (name: string): Language | undefined => {
  const found = /_(fi|sv|en)\.csv$/i.exec(name)?.[1]?.toLowerCase();
  return found === 'fi' || found === 'sv' || found === 'en' ? found : undefined;
};

export const isUri = (text: string): boolean => /^https?:\/\/[^\s"<>]{3,480}$/.test(text);
