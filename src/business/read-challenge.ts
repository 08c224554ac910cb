import type { Language } from '../kernel/languages.ts';
import type { Work } from '../kernel/work.ts';
import { skillLabels } from '../know-how/index.ts';
import { type ChallengeRecord, loadChallenge } from './load-challenge.ts';
import type { Need } from './needs.ts';
import { canChange, type Missing, type MoveName, missingToPublish, movesFrom } from './rules.ts';
import { readNeeds } from './write-needs.ts';

export type LabelledNeed = Need & { label: string };

export type Challenge = ChallengeRecord & {
  needs: LabelledNeed[];
  /** What the actor may do with it now. */
  moves: MoveName[];
  canChange: boolean;
  /** What it lacks before customers can see it. */
  missing: Missing[];
};

/** Needs with their names in a language: an own need keeps its name though the vocabulary drops the skill. */
export const labelNeeds = (work: Work, needs: readonly Need[], language: Language): LabelledNeed[] => {
  const labels = skillLabels(
    work.services.vocabulary,
    needs.map(({ skillId }) => skillId),
    language,
  );
  return needs.map((need) => ({ ...need, label: labels.get(need.skillId) ?? '' }));
};

/** A challenge with its needs named in the actor's language, and what can be done with it. */
export const readChallenge = async (work: Work, { challengeId }: { challengeId: string }): Promise<Challenge> => {
  const challenge = await loadChallenge(work, challengeId, { section: 'challenge', action: 'read', why: 'challenge' });
  const needs = labelNeeds(work, await readNeeds(work, challengeId), work.actor.language);
  const { standing } = challenge;
  const isOurs = work.actor.businessId === challenge.businessId;
  return {
    ...challenge,
    needs,
    moves: isOurs ? movesFrom({ standing, role: work.actor.role }) : [],
    canChange: isOurs && canChange(standing),
    missing: missingToPublish({ ...challenge, needCount: needs.length }, work.today),
  };
};
