import { Problem } from '../kernel/problem.ts';
import type { Work } from '../kernel/work.ts';
import { loadChallenge } from './load-challenge.ts';
import { saveChallenge } from './save-challenge.ts';

/**
 * Takes a draft away. Throws notNow for a challenge customers have seen: that one is closed instead; changedMeanwhile when somebody has changed it
 * since `version`.
 */
export const removeDraft = async (
  work: Work,
  { challengeId, version }: { challengeId: string; version: number },
): Promise<void> => {
  const { standing } = await loadChallenge(work, challengeId, {
    section: 'challenge',
    action: 'write',
    why: 'removed a draft',
  });
  if (standing !== 'draft') throw new Problem('notNow');
  const saved = await saveChallenge(work, { challengeId, version, changes: { deletedAt: work.now } });
  if (saved === null) throw new Problem('changedMeanwhile');
};
