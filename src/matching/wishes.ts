import type { Language } from '../kernel/languages.ts';
import type { Work } from '../kernel/work.ts';
import { recogniseSkills, type VocabularyService, wishesOf } from '../know-how/index.ts';

/** What a customer wishes for and what not, as skills. Neither moves a score: the one is said beside a match, the other puts it aside. */
export type Wished = {
  /** Skills they would like to use. */
  wanted: ReadonlySet<number>;
  /** Skills found in what they do not want, with their words. */
  notWanted: ReadonlyMap<number, string>;
};

type Wishes = Awaited<ReturnType<typeof wishesOf>>;

export const nothingWished: Wished = { wanted: new Set(), notWanted: new Map() };

/** Wishes as told, as skills. */
export const wishedOf = async (
  vocabulary: VocabularyService,
  { what, notWanted: text, language }: Pick<Wishes, 'what' | 'notWanted'> & { language: Language },
): Promise<Wished> => {
  const wanted = new Set(what.flatMap(({ skillId }) => skillId ?? []));
  // What is not wanted is told as a business tells its needs: by naming it.
  const found = text === '' ? [] : await recogniseSkills(vocabulary, { text, language, of: 'need' });
  const words = found.map(({ skillId, because }): [number, string] => [
    skillId,
    because.map(({ start, end }) => text.slice(start, end)).join(' … '),
  ]);
  // A wish said plainly stands before what is found in a text.
  return { wanted, notWanted: new Map(words.filter(([skillId]) => !wanted.has(skillId))) };
};

/** A customer's wishes; the caller has authorised and asked for the consent. */
export const readWished = async ({ tx, cityId, actor, services }: Work, customerId: string): Promise<Wished> =>
  wishedOf(services.vocabulary, { ...(await wishesOf(tx, cityId, customerId)), language: actor.language });
