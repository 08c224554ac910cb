import type { Work } from '../kernel/work.ts';
import { skillLabels } from '../know-how/index.ts';

export type LabelOf = (skillId: number) => string;

/** Names of skills in the actor's language. */
export const labelsFor = (work: Work, skillIds: readonly number[]): LabelOf => {
  const labels = skillLabels(work.services.vocabulary, [...new Set(skillIds)], work.actor.language);
  return (skillId) => labels.get(skillId) ?? '';
};
