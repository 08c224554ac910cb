import { sql } from 'kysely';
import { z } from 'zod';
import { access } from '../../kernel/access/access.ts';
import { newId } from '../../kernel/ids.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { loadItem } from './load-item.ts';
import { languageCode, languageLevels } from './portable.ts';
import { keepVersions } from './versions.ts';

const level = z.enum(languageLevels, 'form.choose');
export const languageInput = z.object({ code: languageCode, level });
export const languageLevelInput = z.object({ level });

type Language = z.output<typeof languageInput>;

/** Writes a language, for callers who have authorised: one known already gets the level told now, one removed comes back. Keeps no version yet. */
export const putLanguage = (
  work: Work,
  { customerId, code, level, isHidden = false }: Language & { customerId: string; isHidden?: boolean },
): Promise<{ id: string; version: number }> =>
  work.tx
    .insertInto('languageSkill')
    .values({ cityId: work.cityId, id: newId(), customerId, code, level, hiddenAt: isHidden ? work.now : null })
    .onConflict((conflict) =>
      conflict
        .columns(['cityId', 'customerId', 'code'])
        .doUpdateSet({ level, removedAt: null, version: sql<number>`language_skill.version + 1` }),
    )
    .returning(['id', 'version'])
    .executeTakeFirstOrThrow();

/** Adds a language the customer knows and how well; one told before gets this level. */
export const addLanguageSkill = async (work: Work, input: Language): Promise<{ id: string; version: number }> => {
  const me = await access.self(work, { section: 'profile', action: 'write', why: 'told a language' });
  const written = await putLanguage(work, { ...input, customerId: me.id });
  await keepVersions(work, 'language', [written.id]);
  work.emit('profileChanged', { customerId: me.id });
  return written;
};

/** Changes how well. Throws changedMeanwhile when the version is another, notNow for one removed. */
export const changeLanguageSkill = async (
  work: Work,
  { languageSkillId: id, version, level }: { languageSkillId: string; version: number; level: Language['level'] },
): Promise<{ id: string; version: number }> => {
  const before = await loadItem(work, { kind: 'language', id }, { action: 'write', why: 'told a language' });
  if (before.isRemoved) throw new Problem('notNow');
  const changed = await work.tx
    .updateTable('languageSkill')
    .set({ level, version: version + 1 })
    .where('cityId', '=', work.cityId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning(['id', 'version'])
    .executeTakeFirst();
  if (!changed) throw new Problem('changedMeanwhile', { current: { id, version: before.version } });
  await keepVersions(work, 'language', [id]);
  work.emit('profileChanged', { customerId: before.customerId });
  return changed;
};
