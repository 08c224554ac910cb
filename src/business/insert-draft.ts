import { newId } from '../kernel/ids.ts';
import type { Work } from '../kernel/work.ts';
import type { ChallengeRecord } from './load-challenge.ts';
import { type Need, weightOf } from './needs.ts';
import { replaceNeeds } from './write-needs.ts';

type Draft = Pick<
  ChallengeRecord,
  'businessId' | 'title' | 'problem' | 'language' | 'place' | 'hours' | 'languages' | 'untilOn'
>;

/** A new draft with its needs, in its first version. The caller has authorised it. */
export const insertDraft = async (
  work: Work,
  draft: Draft,
  needs: readonly Need[],
): Promise<{ challengeId: string; version: number }> => {
  const challengeId = newId();
  await work.tx
    .insertInto('challenge')
    .values({
      cityId: work.cityId,
      id: challengeId,
      ...draft,
      state: 'draft',
      needsWeight: weightOf(needs),
      createdAt: work.now,
      publishedAt: null,
      deletedAt: null,
    })
    .execute();
  await replaceNeeds(work, challengeId, needs);
  return { challengeId, version: 1 };
};
