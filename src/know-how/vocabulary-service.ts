import type { Database, Tx } from '../kernel/database.ts';
import type { InLanguages, Language } from '../kernel/languages.ts';
import { installedVocabulary, installVocabulary } from './import-vocabulary.ts';
import { loadRecogniser } from './recogniser/load-recogniser.ts';
import type { Recogniser } from './recogniser/types.ts';
import { currentVocabulary } from './vocabulary/store.ts';

export type KnownSkill = { id: number; uri: string; labels: InLanguages };
export type FoundSkill = { skillId: number; uri: string; label: string };

/** The vocabulary in use, in memory: what every use case recognises and searches with. */
export type VocabularyService = {
  readonly version: string;
  /** Of the vectors the recogniser reads by; null while it has none. */
  readonly vectorsVersion: string | null;
  readonly source: 'starter' | 'esco';
  readonly recogniser: Recogniser;
  /** The database's id of a skill; undefined for a URI it has never had. */
  idOf(uri: string): number | undefined;
  skill(id: number): KnownSkill | undefined;
  /** An occupation by its URI, and the skills it needs, those first that say most of it; undefined for one that is not known. */
  occupation(uri: string): { labels: InLanguages; skillIds: number[] } | undefined;
  /** Typing-search over names, best first. */
  search(query: string, language: Language, limit: number): FoundSkill[];
  /** What tells a skill from one of nearly its name: a sentence, or its other names; empty where the vocabulary says no more. */
  about(uri: string, language: Language): readonly string[];
  /** Ends looking for another import; what is loaded stays. */
  close(): void;
};

declare module '../kernel/work.ts' {
  interface Services {
    vocabulary: VocabularyService;
  }
}

type Loaded = {
  version: string;
  source: 'starter' | 'esco';
  recogniser: Recogniser;
  byId: Map<number, KnownSkill>;
  byUri: Map<string, KnownSkill>;
};

const readSkills = (tx: Tx): Promise<KnownSkill[]> => tx.selectFrom('skill').select(['id', 'uri', 'labels']).execute();

const hasRelations = async (tx: Tx): Promise<boolean> =>
  (await tx.selectFrom('skillRelation').select('skillId').limit(1).executeTakeFirst()) !== undefined;

/**
 * Loads the data folder's vocabulary and sees to it that the database has it. A folder without an import never takes an imported one out of
 * the database: that is a second machine the operator has not imported to yet.
 */
const load = async ({ database, dataFolder }: Outside): Promise<Loaded> => {
  const { recogniser, vocabulary } = await loadRecogniser(dataFolder);
  const installed = await database.acrossCities(installedVocabulary);
  // Its relations are gone after an upgrade that tells them by another rule: they are written anew, as with a new version.
  const isNew = installed?.version !== vocabulary.version || !(await database.acrossCities(hasRelations));
  const isStepBack = vocabulary.source === 'starter' && installed?.source === 'esco';
  if (isNew && !isStepBack) await installVocabulary(database, await vocabulary.read());
  const skills = await database.acrossCities(readSkills);
  return {
    version: vocabulary.version,
    source: vocabulary.source,
    recogniser,
    byId: new Map(skills.map((skill) => [skill.id, skill])),
    byUri: new Map(skills.map((skill) => [skill.uri, skill])),
  };
};

type Outside = { database: Database; dataFolder: string };

/** True when another process has imported a vocabulary that this one does not use yet. */
const isOutdated = async ({ database, dataFolder }: Outside, { version }: Loaded): Promise<boolean> => {
  const installed = await database.acrossCities(installedVocabulary);
  if (installed?.version === version) return false;
  return (await currentVocabulary(dataFolder))?.version === installed?.version;
};

const serviceOver = (current: () => Loaded, close: () => void): VocabularyService => ({
  get version() {
    return current().version;
  },
  get vectorsVersion() {
    return current().recogniser.vectorsVersion ?? null;
  },
  get source() {
    return current().source;
  },
  get recogniser() {
    return current().recogniser;
  },
  idOf: (uri) => current().byUri.get(uri)?.id,
  skill: (id) => current().byId.get(id),
  occupation: (uri) => {
    const { recogniser, byUri } = current();
    const work = recogniser.work(uri);
    return work && { labels: work.labels, skillIds: work.skills.flatMap((skill) => byUri.get(skill)?.id ?? []) };
  },
  about: (uri, language) => current().recogniser.about(uri, language),
  close,
  search: (query, language, limit) => {
    const { recogniser, byUri } = current();
    return recogniser.search(query, language, limit).flatMap(({ uri, label }) => {
      const skillId = byUri.get(uri)?.id;
      return skillId === undefined ? [] : [{ skillId, uri, label }];
    });
  },
});

/**
 * Loads the vocabulary in use once, and again when the operator has imported another (looked for every `checkEvery` ms: one small query;
 * until it is closed).
 * Throws VocabularyFileError when the imported vocabulary of the data folder is broken.
 */
export const loadVocabularyService = async (
  outside: Outside,
  { checkEvery = 30_000 }: { checkEvery?: number } = {},
): Promise<VocabularyService> => {
  let loaded = await load(outside);
  let isChecking = false;
  const check = async (): Promise<void> => {
    if (isChecking) return;
    isChecking = true;
    try {
      if (await isOutdated(outside, loaded)) loaded = await load(outside);
    } catch {
      // A database away for a moment, or closed at the end: what is loaded stays in use until the next look.
    } finally {
      isChecking = false;
    }
  };
  const looking = setInterval(check, checkEvery);
  looking.unref();
  return serviceOver(
    () => loaded,
    () => clearInterval(looking),
  );
};
