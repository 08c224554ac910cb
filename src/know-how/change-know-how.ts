import type { z } from 'zod';
import { badField, Problem } from '../kernel/problem.ts';
import type { Work } from '../kernel/work.ts';
import { chosenSkill, type chosenSkillInput, keepChosen } from './add-know-how.ts';
import { asCurrent, countLeft, type Decided } from './decide-know-how.ts';
import { loadKnowHow } from './load-know-how.ts';
import { keepVersions } from './profile/versions.ts';

export type ChangeKnowHow = z.infer<typeof chosenSkillInput> & { knowHowId: string; version: number };

/**
 * Puts another skill in the place of one: the new one is kept with the same words, the old one is dropped and not suggested again.
 * Throws badInput (`uri`) for an unknown skill or the same one, changedMeanwhile when the version is another.
 */
export const changeKnowHow = async (work: Work, { knowHowId, version, uri }: ChangeKnowHow): Promise<Decided> => {
  const found = await loadKnowHow(work, knowHowId, { action: 'write', why: 'changed to another skill' });
  const skillId = chosenSkill(work, uri);
  if (skillId === found.skillId) throw badField('uri', 'knowHow.change.same');
  const dropped = await work.tx
    .updateTable('knowHow')
    .set({ state: 'dropped', decidedAt: work.now, version: version + 1 })
    .where('cityId', '=', work.cityId)
    .where('id', '=', knowHowId)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  if (!dropped) throw new Problem('changedMeanwhile', { current: asCurrent(found) });
  await keepVersions(work, 'knowHow', [knowHowId]);
  const { customerId, storyId, because, words } = found;
  const kept = await keepChosen(work, { customerId, skillId, from: { storyId, because, words } });
  work.emit('knowHowChanged', { customerId });
  return { ...kept, state: 'kept', storyId, left: await countLeft(work, found) };
};
