import { sql } from 'kysely';
import { z } from 'zod';
import { access } from '../kernel/access/access.ts';
import { newId } from '../kernel/ids.ts';
import { badField } from '../kernel/problem.ts';
import type { Work } from '../kernel/work.ts';
import { keepVersions } from './profile/versions.ts';
import type { Span } from './recogniser/types.ts';

export const chosenSkillInput = z.object({
  uri: z.string('form.choose').min(1, 'form.choose').max(500, 'form.choose'),
});

type Chosen = {
  customerId: string;
  skillId: number;
  from?: { storyId: string | null; because: Span[]; words: string[] };
};

/** The id of a skill somebody chose. Throws badInput for the field `uri` when there is no such skill. */
export const chosenSkill = (work: Work, uri: string): number => {
  const skillId = work.services.vocabulary.idOf(uri);
  if (skillId === undefined) throw badField('uri', 'form.choose');
  return skillId;
};

/** Makes a skill the customer's kept know-how, whether it is new to them, waits as a suggestion, or was dropped once. */
export const keepChosen = async (
  work: Work,
  { customerId, skillId, from }: Chosen,
): Promise<{ id: string; version: number }> => {
  const { storyId = null, because = [], words = [] } = from ?? {};
  const kept = { state: 'kept' as const, decidedAt: work.now };
  const found = { storyId, because: JSON.stringify(because), words };
  const row = { cityId: work.cityId, id: newId(), customerId, skillId, score: null, ...kept, ...found };
  const written = await work.tx
    .insertInto('knowHow')
    .values({ ...row, origin: storyId ? 'story' : 'added' })
    .onConflict((conflict) =>
      conflict
        .columns(['cityId', 'customerId', 'skillId'])
        .doUpdateSet({ ...kept, ...(storyId ? found : {}), version: sql<number>`know_how.version + 1` }),
    )
    .returning(['id', 'version'])
    .executeTakeFirstOrThrow();
  await keepVersions(work, 'knowHow', [written.id]);
  return written;
};

/** Adds a skill the customer found by searching. Adding what is there already changes nothing. Throws badInput (`uri`) for an unknown skill. */
export const addKnowHow = async (
  work: Work,
  { uri }: z.infer<typeof chosenSkillInput>,
): Promise<{ id: string; version: number }> => {
  const me = await access.self(work, { section: 'knowHow', action: 'write', why: 'added know-how' });
  const added = await keepChosen(work, { customerId: me.id, skillId: chosenSkill(work, uri) });
  work.emit('knowHowChanged', { customerId: me.id });
  return added;
};
