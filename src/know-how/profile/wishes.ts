import { z } from 'zod';
import { access } from '../../kernel/access/access.ts';
import type { Tx } from '../../kernel/database.ts';
import { Problem } from '../../kernel/problem.ts';
import { words } from '../../kernel/words.ts';
import type { Work } from '../../kernel/work.ts';
import { chosenSkill } from '../add-know-how.ts';
import { keepWishesBack } from './keep-wishes-back.ts';
import { mostOf } from './portable.ts';
import type { Wish } from './tables.ts';
import { keepVersions } from './versions.ts';

export const wishesInput = z.object({
  /** In own words, or a skill of the vocabulary by its URI. */
  what: z
    .array(z.object({ text: words(mostOf.wish), uri: z.string().max(500).nullable().default(null) }))
    .max(mostOf.wishes, 'form.check'),
  where: words(mostOf.where, { least: 0 }).default(''),
  notWanted: words(mostOf.notWanted, { least: 0 }).default(''),
});

/** What a customer would like to do, where, and what not. `version` is 0 while nothing has been told. */
export type Wishes = { what: Wish[]; where: string; notWanted: string; version: number };

const nothing: Wishes = { what: [], where: '', notWanted: '', version: 0 };

/** For callers who have authorised. */
export const wishesOf = async (tx: Tx, cityId: string, customerId: string): Promise<Wishes> => {
  const found = await tx
    .selectFrom('wishes')
    .select(['what', 'whereAt as where', 'notWanted', 'version'])
    .where('cityId', '=', cityId)
    .where('customerId', '=', customerId)
    .executeTakeFirst();
  return found ?? nothing;
};

/** Writes them over version `version`, for callers who have authorised; false when they have another by now. Keeps the version in the history. */
export const putWishes = async (
  work: Work,
  { customerId, what, where, notWanted, version }: Wishes & { customerId: string },
): Promise<boolean> => {
  const before = await wishesOf(work.tx, work.cityId, customerId);
  const told = { what: JSON.stringify(what), whereAt: where, notWanted, version: version + 1, changedAt: work.now };
  const written = await work.tx
    .insertInto('wishes')
    .values({ cityId: work.cityId, customerId, ...told })
    .onConflict((conflict) =>
      conflict.columns(['cityId', 'customerId']).doUpdateSet(told).where('wishes.version', '=', version),
    )
    .returning('version')
    .executeTakeFirst();
  if (!written) return false;
  await keepWishesBack(work, customerId, { before: before.what, after: what });
  await keepVersions(work, 'wishes', [customerId]);
  return true;
};

/** My wishes as I have told them. */
export const readWishes = async (work: Work): Promise<Wishes> => {
  const me = await access.self(work, { section: 'profile', action: 'read', why: 'own profile' });
  return wishesOf(work.tx, work.cityId, me.id);
};

/** Tells or changes them. Throws badInput (`uri`) for an unknown skill, changedMeanwhile with the wishes as they are when the version is another. */
export const tellWishes = async (
  work: Work,
  { what, where, notWanted, version }: z.output<typeof wishesInput> & { version: number },
): Promise<{ version: number }> => {
  const me = await access.self(work, { section: 'profile', action: 'write', why: 'told wishes' });
  const wished = what.map(({ text, uri }) => ({ text, skillId: uri === null ? null : chosenSkill(work, uri) }));
  const isWritten = await putWishes(work, { customerId: me.id, what: wished, where, notWanted, version });
  if (!isWritten) throw new Problem('changedMeanwhile', { current: await wishesOf(work.tx, work.cityId, me.id) });
  work.emit('profileChanged', { customerId: me.id });
  return { version: version + 1 };
};
