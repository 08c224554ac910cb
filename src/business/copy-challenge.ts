import { addDays } from '../kernel/clock.ts';
import { Problem } from '../kernel/problem.ts';
import type { Work } from '../kernel/work.ts';
import { insertDraft } from './insert-draft.ts';
import { loadChallenge } from './load-challenge.ts';
import { usualDays } from './write-challenge.ts';
import { readNeeds } from './write-needs.ts';

/** Makes a new draft of a closed challenge: its words and needs, no answers, a new last day. Throws notNow for one that is not closed. */
export const copyChallenge = async (
  work: Work,
  { challengeId }: { challengeId: string },
): Promise<{ challengeId: string; version: number }> => {
  const from = await loadChallenge(work, challengeId, {
    section: 'challenge',
    action: 'write',
    why: 'copied a challenge',
  });
  if (from.standing !== 'closed') throw new Problem('notNow');
  const needs = await readNeeds(work, challengeId);
  const { businessId, title, problem, language, place, hours, languages } = from;
  const untilOn = addDays(work.today, usualDays);
  return insertDraft(work, { businessId, title, problem, language, place, hours, languages, untilOn }, needs);
};
