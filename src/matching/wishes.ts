import type { Work } from '../kernel/work.ts';
import { recogniseSkills, wishesOf } from '../know-how/index.ts';

/** What a customer wishes for and what not, as skills. Neither moves a score: the one is said beside a match, the other puts it aside. */
export type Wished = {
  /** Skills they would like to use. */
  wanted: ReadonlySet<number>;
  /** Skills found in what they do not want, with their words. */
  notWanted: ReadonlyMap<number, string>;
};

export const nothingWished: Wished = { wanted: new Set(), notWanted: new Map() };

/** A customer's wishes; the caller has authorised and asked for the consent. */
export const readWished = async (work: Work, customerId: string): Promise<Wished> => {
  const { what, notWanted: text } = await wishesOf(work.tx, work.cityId, customerId);
  const wanted = new Set(what.flatMap(({ skillId }) => skillId ?? []));
  const { vocabulary } = work.services;
  // What is not wanted is told as a business tells its needs: by naming it.
  const asked = { text, language: work.actor.language, of: 'need' as const };
  const found = text === '' ? [] : await recogniseSkills(vocabulary, asked);
  const words = found.map(({ skillId, because }): [number, string] => [
    skillId,
    because.map(({ start, end }) => text.slice(start, end)).join(' … '),
  ]);
  // A wish said plainly stands before what is found in a text.
  return { wanted, notWanted: new Map(words.filter(([skillId]) => !wanted.has(skillId))) };
};
