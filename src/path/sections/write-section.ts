import { z } from 'zod';
import { access } from '../../kernel/access/access.ts';
import { isId, newId } from '../../kernel/ids.ts';
import { badField, Problem } from '../../kernel/problem.ts';
import { line, words } from '../../kernel/words.ts';
import type { Work } from '../../kernel/work.ts';
import { sectionKeys } from '../kinds/tables.ts';
import { loadSection } from './load-section.ts';
import { ownerOfRole } from './rules.ts';
import { findSection } from './sections.ts';

export const sectionInput = z.object({
  /** The section that is changed; null for a new one. */
  sectionId: z
    .string()
    .refine((id) => isId(id), 'form.check')
    .nullable(),
  /** What a new one is about; null for one with a title of its own. Stays as it was in one that is changed. */
  key: z.enum(sectionKeys).nullable(),
  title: line(100, { least: 0 }).default(''),
  /** Empty takes away what was told. */
  text: words(4000, { least: 0 }),
});

export const writeSectionInput = sectionInput.extend({
  /** Whose plan; null for the actor's own. */
  customerId: z.string().nullable(),
  /** The version read; 0 for a new one. */
  version: z.number().int().min(0).max(999_999_999),
});

type Written = { id: string; version: number };

const keepVersion = async (work: Work, { id, version }: Written, told: { title: string; text: string }) => {
  const { personId, name: personName, role } = work.actor;
  await work.tx
    .insertInto('planSectionVersion')
    .values({ cityId: work.cityId, sectionId: id, version, at: work.now, personId, personName, role, ...told })
    .execute();
};

const change = async (work: Work, sectionId: string, { title, text, version }: z.output<typeof writeSectionInput>) => {
  const { section } = await loadSection(work, sectionId, { action: 'write', why: 'wrote in the plan' });
  if (section.key === null && title === '') throw badField('title', 'form.required');
  const told = { title: section.key === null ? title : '', text };
  const saved = await work.tx
    .updateTable('planSection')
    .set({ ...told, version: version + 1, changedAt: work.now })
    .where('cityId', '=', work.cityId)
    .where('id', '=', section.id)
    .where('version', '=', version)
    .returning(['id', 'version'])
    .executeTakeFirst();
  if (!saved) throw new Problem('changedMeanwhile', { current: await findSection(work, section.id) });
  await keepVersion(work, saved, told);
  return { ...saved, customerId: section.customerId };
};

const begin = async (work: Work, { customerId, key, title, text }: z.output<typeof writeSectionInput>) => {
  const owner = ownerOfRole(work.actor.role);
  const id = customerId ?? work.actor.customerId;
  if (owner === null || !id) throw new Problem('notYourRole');
  const asked = { section: 'planSection', action: 'propose', why: 'wrote in the plan' } as const;
  const customer = await access.customer(work, id, asked);
  if (key === null && title === '') throw badField('title', 'form.required');
  if (text === '') throw badField('text', 'form.required');
  const told = { title: key === null ? title : '', text };
  const saved = await work.tx
    .insertInto('planSection')
    .values({
      ...{ cityId: work.cityId, id: newId(), customerId: customer.id, owner, key, ...told },
      ...{ createdAt: work.now, changedAt: work.now },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'version'])
    .executeTakeFirst();
  // The same side has begun to tell of the same thing meanwhile.
  if (!saved) throw new Problem('changedMeanwhile');
  await keepVersion(work, saved, told);
  return { ...saved, customerId: customer.id };
};

/**
 * Writes a section of a plan as the actor's side tells it; every version is kept. A new one is seen by the customer and by whose side wrote it; who
 * else sees it is the customer's to say. Throws changedMeanwhile with the section as it is now, and notFound for another side's.
 */
export const writeSection = async (work: Work, input: z.output<typeof writeSectionInput>): Promise<Written> => {
  const { customerId, ...written } =
    input.sectionId === null ? await begin(work, input) : await change(work, input.sectionId, input);
  if (work.actor.role !== 'customer') work.emit('planSectionWritten', { customerId, sectionId: written.id });
  return written;
};
