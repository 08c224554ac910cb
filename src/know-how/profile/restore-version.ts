import { z } from 'zod';
import { access } from '../../kernel/access/access.ts';
import { isId } from '../../kernel/ids.ts';
import { mostInteger } from '../../kernel/numbers.ts';
import { notFound, Problem } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { asCurrent } from '../decide-know-how.ts';
import { limitsInput, tellLimits } from '../limits.ts';
import { loadKnowHow } from '../load-know-how.ts';
import { changeExperience } from './change-experience.ts';
import { experienceInput } from './experience-input.ts';
import { changeLanguageSkill } from './language-skills.ts';
import { changeLicence, licenceInput } from './licences.ts';
import { loadItem, type MovableKind } from './load-item.ts';
import { moveItem } from './move-item.ts';
import { type Contents, type ItemKind, itemKinds } from './tables.ts';
import { keepVersions } from './versions.ts';
import { putWishes } from './wishes.ts';

/** Which part, and the version of it to have again. Wishes and limits are known without an id: there is one of each. */
export const restoreInput = z.object({
  kind: z.enum(itemKinds),
  itemId: z.string().optional(),
  to: z.int().min(1).max(mostInteger),
});

type Restoring = Omit<z.output<typeof restoreInput>, 'itemId'> & {
  itemId: string;
  /** Of the part as it stands now; 0 for one never told. */
  version: number;
};

const asked = { section: 'profile', action: 'write', why: 'restored an earlier version' } as const;

const readContent = async <K extends ItemKind>(
  work: Work,
  { itemId, to }: Restoring,
  kind: K,
): Promise<Contents[K]> => {
  const me = await access.self(work, asked);
  const found = isId(itemId)
    ? await work.tx
        .selectFrom('profileVersion')
        .select('content')
        .where('cityId', '=', work.cityId)
        .where('customerId', '=', me.id)
        .where('kind', '=', kind)
        .where('itemId', '=', itemId)
        .where('version', '=', to)
        .executeTakeFirst()
    : undefined;
  if (!found) throw notFound();
  return found.content as Contents[K];
};

/** What was removed comes back first; then it is changed like anything else. Returns the version to change from. */
const broughtBack = async (work: Work, kind: MovableKind, { itemId: id, version }: Restoring): Promise<number> => {
  const item = await loadItem(work, { kind, id }, { action: 'write', why: asked.why });
  if (!item.isRemoved) return version;
  return (await moveItem(work, { kind, id, move: 'bringBack', version })).version;
};

const restoreKnowHow = async (work: Work, input: Restoring) => {
  const { level, levelWords, state } = await readContent(work, input, 'knowHow');
  const { itemId: id, version } = input;
  const before = await loadKnowHow(work, id, { action: 'write', why: asked.why });
  const written = await work.tx
    .updateTable('knowHow')
    .set({ level, levelWords, state, decidedAt: work.now, version: version + 1 })
    .where('cityId', '=', work.cityId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning(['id', 'version'])
    .executeTakeFirst();
  if (!written) throw new Problem('changedMeanwhile', { current: asCurrent(before) });
  await keepVersions(work, 'knowHow', [id]);
  work.emit('knowHowChanged', { customerId: before.customerId });
  return written;
};

const restoreWishes = async (work: Work, input: Restoring) => {
  const wishes = await readContent(work, input, 'wishes');
  const { itemId: customerId, version } = input;
  if (!(await putWishes(work, { ...wishes, customerId, version }))) throw new Problem('changedMeanwhile');
  work.emit('profileChanged', { customerId });
  return { id: customerId, version: version + 1 };
};

const restorers: Record<ItemKind, (work: Work, input: Restoring) => Promise<{ id: string; version: number }>> = {
  experience: async (work, input) => {
    const told = experienceInput.parse(await readContent(work, input, 'experience'));
    const version = await broughtBack(work, 'experience', input);
    return changeExperience(work, { ...told, experienceId: input.itemId, version });
  },
  language: async (work, input) => {
    const { level } = await readContent(work, input, 'language');
    const version = await broughtBack(work, 'language', input);
    return changeLanguageSkill(work, { level, languageSkillId: input.itemId, version });
  },
  licence: async (work, input) => {
    const told = licenceInput.parse(await readContent(work, input, 'licence'));
    const version = await broughtBack(work, 'licence', input);
    return changeLicence(work, { ...told, licenceId: input.itemId, version });
  },
  knowHow: restoreKnowHow,
  wishes: restoreWishes,
  limits: async (work, input) => {
    const told = limitsInput.parse(await readContent(work, input, 'limits'));
    return { ...(await tellLimits(work, { ...told, version: input.version })), id: input.itemId };
  },
};

/**
 * Makes an earlier version of a part of the actor's own profile the newest again; what was removed comes back. Whether it is hidden stays as it
 * is. Throws "not found" for a version that is not there or not theirs, changedMeanwhile when the part has another version by now.
 */
export const restoreVersion = async (
  work: Work,
  input: z.output<typeof restoreInput> & { version: number },
): Promise<{ id: string; version: number }> => {
  const isOnly = input.kind === 'wishes' || input.kind === 'limits';
  const itemId = isOnly ? (work.actor.customerId ?? '') : (input.itemId ?? '');
  const { id, version } = await restorers[input.kind](work, { ...input, itemId });
  return { id, version };
};
