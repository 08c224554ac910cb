import { z } from 'zod';
import { Problem } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { dropText, tellText } from './change-experience.ts';
import { loadExperience } from './load-experience.ts';
import { itemTables, loadItem, type MovableKind } from './load-item.ts';
import { mayMove, moves, type ProfileMove } from './rules.ts';
import type { Contents } from './tables.ts';
import { keepVersions } from './versions.ts';

export const moveItemInput = z.object({ move: z.enum(moves, 'form.choose') });

type Moved = { kind: MovableKind; id: string; move: ProfileMove; version: number };

const whys: Record<ProfileMove, string> = {
  hide: 'hid part of the profile',
  show: 'showed part of the profile',
  remove: 'removed part of the profile',
  bringBack: 'brought part of the profile back',
  deleteForGood: 'deleted part of the profile for good',
};

const columnsAfter = (work: Work, move: Exclude<ProfileMove, 'deleteForGood'>) => {
  if (move === 'hide') return { hiddenAt: work.now };
  if (move === 'show') return { hiddenAt: null };
  return { removedAt: move === 'remove' ? work.now : null };
};

const deleteForGood = async (work: Work, { kind, id, version }: Moved): Promise<boolean> => {
  const deleted = await work.tx
    .deleteFrom(itemTables[kind])
    .where('cityId', '=', work.cityId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  await work.tx
    .deleteFrom('profileVersion')
    .where('cityId', '=', work.cityId)
    .where('kind', '=', kind)
    .where('itemId', '=', id)
    .execute();
  await work.tx
    .deleteFrom('profileShown')
    .where('cityId', '=', work.cityId)
    .where('kind', '=', kind)
    .where('item', '=', id)
    .execute();
  return deleted !== undefined;
};

const latestText = async (work: Work, id: string): Promise<string> => {
  const latest = await work.tx
    .selectFrom('profileVersion')
    .select('content')
    .where('cityId', '=', work.cityId)
    .where('kind', '=', 'experience')
    .where('itemId', '=', id)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return latest ? (latest.content as Contents['experience']).did : '';
};

/** A removed experience's text is in its history alone: nothing is suggested from it, and it comes back with it. */
const moveText = async (work: Work, id: string, move: ProfileMove): Promise<void> => {
  if (move !== 'remove' && move !== 'bringBack') return;
  const experience = await loadExperience(work, id, { action: 'read', why: 'own profile' });
  if (move === 'remove') return dropText(work, experience);
  const did = await latestText(work, id);
  const { storyId } = await tellText(work, experience, { ...experience, did });
  await work.tx
    .updateTable('experience')
    .set({ storyId })
    .where('cityId', '=', work.cityId)
    .where('id', '=', id)
    .execute();
};

/**
 * Hides, shows, removes or brings back an experience, a language or a licence of the actor's own; or deletes one already removed for good,
 * with its history. Throws changedMeanwhile when the version is another, notNow when it cannot be done from how it stands.
 */
export const moveItem = async (work: Work, input: Moved): Promise<{ id: string; version: number }> => {
  const { kind, id, move, version } = input;
  const action = move === 'deleteForGood' ? 'delete' : 'write';
  const before = await loadItem(work, { kind, id }, { action, why: whys[move] });
  const lost = () => new Problem('changedMeanwhile', { current: { id, version: before.version } });
  if (before.version !== version) throw lost();
  if (!mayMove(before.standing, move)) throw new Problem('notNow');
  if (move === 'deleteForGood') {
    if (!(await deleteForGood(work, input))) throw lost();
    return { id, version };
  }
  const moved = await work.tx
    .updateTable(itemTables[kind])
    .set({ ...columnsAfter(work, move), version: version + 1 })
    .where('cityId', '=', work.cityId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning(['id', 'version'])
    .executeTakeFirst();
  if (!moved) throw lost();
  if (move === 'remove') await keepVersions(work, kind, [id]);
  if (kind === 'experience') await moveText(work, id, move);
  if (move !== 'remove') await keepVersions(work, kind, [id]);
  work.emit('profileChanged', { customerId: before.customerId });
  if (kind === 'experience') work.emit('knowHowChanged', { customerId: before.customerId });
  return moved;
};
