import { access } from '../kernel/access/access.ts';
import { hasConsent } from '../kernel/consent.ts';
import { isId } from '../kernel/ids.ts';
import { notFound } from '../kernel/problem.ts';
import type { Work } from '../kernel/work.ts';
import { loadKnowHow } from './load-know-how.ts';
import { shownToAdviser } from './profile/shown.ts';
import { type KeptKnowHow, keptKnowHow, placeOf } from './queries.ts';
import { labelIn } from './vocabulary/types.ts';

/** One piece of my know-how: what it is, its state, and the words of mine it was found in. */
export const readKnowHow = async (work: Work, knowHowId: string) => {
  const { labels, customerId, ...found } = await loadKnowHow(work, knowHowId, { action: 'read', why: 'own know-how' });
  return { ...found, label: labelIn(labels, work.actor.language) };
};

/** Know-how as an adviser sees it: the skill, and none of the customer's story. */
export type SharedKnowHow = Pick<KeptKnowHow, 'id' | 'skillId' | 'uri' | 'label' | 'level'>;

/**
 * An adviser's look at what a customer of their caseload keeps and shows them, newest first. `isShared` is false, and nothing is listed, while the customer
 * does not agree to it (consent `adviserKnowHow`). Throws "not found" for anybody else's customer.
 */
export const readCustomerKnowHow = async (
  work: Work,
  customerId: string,
): Promise<{ isShared: boolean; knowHow: SharedKnowHow[] }> => {
  if (!isId(customerId)) throw notFound();
  const customer = await access.customer(work, customerId, {
    section: 'knowHow',
    action: 'read',
    why: "customer's know-how",
  });
  if (!(await hasConsent(work, customer.id, 'adviserKnowHow'))) return { isShared: false, knowHow: [] };
  const kept = await shownToAdviser(work, customer.id, await keptKnowHow(placeOf(work), customer.id));
  return {
    isShared: true,
    knowHow: kept.map(({ id, skillId, uri, label, level }) => ({ id, skillId, uri, label, level })),
  };
};
