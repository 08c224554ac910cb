import { z } from 'zod';
import { mostInteger } from '../kernel/numbers.ts';
import { badField, Problem } from '../kernel/problem.ts';
import type { Work } from '../kernel/work.ts';
import { levels } from '../know-how/index.ts';
import { recordId } from './input.ts';
import { loadChallenge } from './load-challenge.ts';
import { mostNeeds, type Need, weightOf } from './needs.ts';
import { canChange } from './rules.ts';
import { lostRace, refuseUnlessReady, saveChallenge } from './save-challenge.ts';
import { readNeeds, replaceNeeds } from './write-needs.ts';

export const needsInput = z.object({
  needs: z
    .array(
      z.object({
        skillId: z.number('form.choose').int('form.choose').min(1, 'form.choose').max(mostInteger, 'form.choose'),
        /** 1 a little, 2 quite, 3 very. */
        weight: z.union([z.literal(1), z.literal(2), z.literal(3)], 'form.choose'),
        isMust: z.boolean(),
        /** 1 begun, 2 with some help, 3 on their own, 4 can guide others; null when it does not matter. */
        level: z.literal(levels, 'form.choose').nullable().default(null),
      }),
    )
    .max(mostNeeds, 'business.form.needsMost'),
});
export const setNeedsInput = needsInput.extend({ challengeId: recordId });

type Wanted = z.input<typeof needsInput>['needs'];

/** Each skill once, the last word said about it; those found in the text keep their words. */
const withWords = (wanted: Wanted, kept: readonly Need[]): Need[] => {
  const because = new Map(kept.map((need) => [need.skillId, need.because]));
  const bySkill = new Map(wanted.map((need) => [need.skillId, need]));
  return [...bySkill.values()].map((need) => ({
    ...need,
    level: need.level ?? null,
    because: because.get(need.skillId) ?? [],
  }));
};

const refuseUnknown = ({ services: { vocabulary } }: Work, needs: readonly Need[]): void => {
  if (needs.some(({ skillId }) => !vocabulary.skill(skillId))) throw badField('needs', 'business.form.needUnknown');
};

/** Puts these needs in the place of a challenge's earlier ones. Throws as changeChallenge does, and badInput for an unknown skill. */
export const setNeeds = async (
  work: Work,
  { challengeId, version, needs: wanted }: z.input<typeof setNeedsInput> & { version: number },
): Promise<{ challengeId: string; version: number }> => {
  const challenge = await loadChallenge(work, challengeId, { section: 'challenge', action: 'write', why: 'set needs' });
  if (!canChange(challenge.standing)) throw new Problem('notNow');
  const needs = withWords(wanted, await readNeeds(work, challengeId));
  refuseUnknown(work, needs);
  if (challenge.standing === 'published') refuseUnlessReady({ ...challenge, needCount: needs.length }, work.today);
  const saved = await saveChallenge(work, { challengeId, version, changes: { needsWeight: weightOf(needs) } });
  if (saved === null) throw await lostRace(work, challengeId);
  await replaceNeeds(work, challengeId, needs);
  return { challengeId, version: saved };
};
