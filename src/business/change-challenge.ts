import type { z } from 'zod';
import { Problem } from '../kernel/problem.ts';
import type { Work } from '../kernel/work.ts';
import { challengeFields, recordId } from './input.ts';
import { type ChallengeRecord, loadChallenge } from './load-challenge.ts';
import { mergeNeeds, type Need, weightOf } from './needs.ts';
import { recogniseNeeds } from './recognise-needs.ts';
import { canChange, standingOf } from './rules.ts';
import { lostRace, refuseUnlessReady, saveChallenge } from './save-challenge.ts';
import { checkLastDay } from './write-challenge.ts';
import { readNeeds, replaceNeeds } from './write-needs.ts';

export const challengeChanges = challengeFields.partial();
export const changeChallengeInput = challengeChanges.extend({ challengeId: recordId });

type Texts = Pick<ChallengeRecord, 'problem' | 'language'>;

const needsAfter = async (
  work: Work,
  kept: Need[],
  { before, after }: { before: Texts; after: Texts },
): Promise<Need[]> => {
  if (before.problem === after.problem && before.language === after.language) return kept;
  const find = ({ problem, language }: Texts) => recogniseNeeds(work, { text: problem, language });
  return mergeNeeds({ kept, foundBefore: await find(before), foundNow: await find(after) });
};

/**
 * Changes what is told of a challenge; its needs follow the new words. Throws notNow for a closed one, changedMeanwhile with the challenge as
 * it stands for a writer who lost the race, badInput when customers would see it unready.
 */
export const changeChallenge = async (
  work: Work,
  { challengeId, version, ...changes }: z.output<typeof changeChallengeInput> & { version: number },
): Promise<{ challengeId: string; version: number }> => {
  const before = await loadChallenge(work, challengeId, {
    section: 'challenge',
    action: 'write',
    why: 'changed a challenge',
  });
  if (!canChange(before.standing)) throw new Problem('notNow');
  const after = { ...before, ...changes };
  if (after.untilOn !== before.untilOn) checkLastDay(after.untilOn, work.today);
  const kept = await readNeeds(work, challengeId);
  const needs = await needsAfter(work, kept, { before, after });
  if (standingOf(after, work.today) === 'published')
    refuseUnlessReady({ ...after, needCount: needs.length }, work.today);
  const needsWeight = weightOf(needs);
  const saved = await saveChallenge(work, { challengeId, version, changes: { ...changes, needsWeight } });
  if (saved === null) throw await lostRace(work, challengeId);
  if (needs !== kept) await replaceNeeds(work, challengeId, needs);
  return { challengeId, version: saved };
};
