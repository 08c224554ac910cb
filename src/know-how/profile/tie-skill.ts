import { z } from 'zod';
import { badField, Problem } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { chosenSkillInput } from '../add-know-how.ts';
import { tellText } from './change-experience.ts';
import { toldOf } from './experience-input.ts';
import { tieSkills } from './experience-skills.ts';
import { loadExperience } from './load-experience.ts';

export const tieSkillInput = chosenSkillInput.extend({ isTied: z.boolean() });

/**
 * Says that a kept skill belongs to an experience, or that it does not: then it is not found there again. Throws badInput (`uri`) for one the
 * customer does not keep, notNow for a removed experience.
 */
export const tieSkill = async (
  work: Work,
  { experienceId, uri, isTied }: z.output<typeof tieSkillInput> & { experienceId: string },
): Promise<{ id: string }> => {
  const experience = await loadExperience(work, experienceId, { action: 'write', why: 'changed an experience' });
  if (experience.isRemoved) throw new Problem('notNow');
  const skillId = work.services.vocabulary.idOf(uri);
  const kept = await work.tx
    .selectFrom('knowHow')
    .select('id')
    .where('cityId', '=', work.cityId)
    .where('customerId', '=', experience.customerId)
    .where('skillId', '=', skillId ?? 0)
    .where('state', '=', 'kept')
    .executeTakeFirst();
  if (skillId === undefined || !kept) throw badField('uri', 'form.choose');
  await tieSkills(work, experienceId, [{ skillId, words: [] }], { isByHand: true });
  if (!isTied)
    await work.tx
      .updateTable('experienceSkill')
      .set({ isLeftOut: true })
      .where('cityId', '=', work.cityId)
      .where('experienceId', '=', experienceId)
      .where('skillId', '=', skillId)
      .execute();
  work.emit('profileChanged', { customerId: experience.customerId });
  return { id: experienceId };
};

/** Looks for know-how in what is told of an experience, as one brought from elsewhere has not been looked at yet. Answers how much waits. */
export const lookInto = async (
  work: Work,
  { experienceId }: { experienceId: string },
): Promise<{ suggestions: number }> => {
  const experience = await loadExperience(work, experienceId, { action: 'write', why: 'changed an experience' });
  if (experience.isRemoved || toldOf(experience).text === '') throw new Problem('notNow');
  const { storyId, suggestions } = await tellText(work, experience, experience);
  await work.tx
    .updateTable('experience')
    .set({ storyId })
    .where('cityId', '=', work.cityId)
    .where('id', '=', experienceId)
    .execute();
  work.emit('knowHowChanged', { customerId: experience.customerId });
  return { suggestions };
};
