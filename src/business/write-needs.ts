import type { Work } from '../kernel/work.ts';
import type { Need } from './needs.ts';

const placeOf = ({ because }: Need): number => because[0]?.start ?? Number.POSITIVE_INFINITY;

/** Musts first, then the heavier, then in the order of the text with what was added last. */
const inOrder = (a: Need, b: Need): number => {
  if (a.isMust !== b.isMust) return a.isMust ? -1 : 1;
  if (a.weight !== b.weight) return b.weight - a.weight;
  return placeOf(a) === placeOf(b) ? a.skillId - b.skillId : placeOf(a) - placeOf(b);
};

/** The needs of a challenge, in the order to be read. */
export const readNeeds = async ({ tx, cityId }: Work, challengeId: string): Promise<Need[]> => {
  const needs = await tx
    .selectFrom('challengeNeed')
    .select(['skillId', 'weight', 'isMust', 'level', 'because'])
    .where('cityId', '=', cityId)
    .where('challengeId', '=', challengeId)
    .execute();
  return needs.sort(inOrder);
};

/** Puts these needs in the place of a challenge's earlier ones. The caller keeps challenge.needsWeight with them. */
export const replaceNeeds = async (work: Work, challengeId: string, needs: readonly Need[]): Promise<void> => {
  const { tx, cityId } = work;
  await tx.deleteFrom('challengeNeed').where('cityId', '=', cityId).where('challengeId', '=', challengeId).execute();
  if (needs.length === 0) return;
  await tx
    .insertInto('challengeNeed')
    .values(needs.map((need) => ({ cityId, challengeId, ...need, because: JSON.stringify(need.because) })))
    .execute();
};
