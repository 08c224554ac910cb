import { z } from 'zod';
import { badField } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { keptSkills } from '../queries.ts';

const uri = z.string().max(300);

/** Some skills, by their URIs. */
export const chosenSkills = (most: number) =>
  z.array(uri).min(1, 'vouch.form.noSkills').max(most, 'vouch.form.manySkills');

/** The numbers of chosen skills, all of which the customer keeps and shows. Throws badField (`skills`) for another. */
export const keptChosen = async (work: Work, customerId: string, skills: readonly string[]): Promise<number[]> => {
  const kept = new Map((await keptSkills(work.tx, work.cityId, customerId)).map(({ uri, skillId }) => [uri, skillId]));
  return [...new Set(skills)].map((skill) => {
    const skillId = kept.get(skill);
    if (skillId === undefined) throw badField('skills', 'vouch.form.notKept');
    return skillId;
  });
};
