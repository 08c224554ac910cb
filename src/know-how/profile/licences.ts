import { z } from 'zod';
import { access } from '../../kernel/access/access.ts';
import { dayInput } from '../../kernel/day-input.ts';
import { newId } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/languages.ts';
import { badField, Problem } from '../../kernel/problem.ts';
import { line } from '../../kernel/words.ts';
import type { Work } from '../../kernel/work.ts';
import { labelIn } from '../vocabulary/types.ts';
import { knownLicence } from './licence-list.ts';
import { loadItem } from './load-item.ts';
import { licenceKinds, mostOf } from './portable.ts';
import { keepVersions } from './versions.ts';

/** A licence or card: one of the list by its code, or another by its name. */
export const licenceInput = z.object({
  kind: z.enum(licenceKinds, 'form.choose'),
  code: z
    .string()
    .regex(/^[\w-]{0,40}$/, 'form.choose')
    .default(''),
  name: line(mostOf.name, { least: 0 }).default(''),
  /** The last day it is valid; null when it does not end, or is not told. */
  untilOn: dayInput.nullable().default(null),
});

type Licence = z.output<typeof licenceInput>;
type Written = { id: string; version: number };

/** Its own name, else the list's: a code of neither needs a name. */
const named = (licence: Licence, language: Language): Licence => {
  const known = knownLicence(licence.kind, licence.code);
  const name = licence.name || (known ? labelIn(known.names, language) : '');
  if (name === '') throw badField('name', 'form.required');
  return { ...licence, name };
};

/** Writes a licence, for callers who have authorised. Keeps no version yet. */
export const insertLicence = (
  work: Work,
  { isHidden = false, ...licence }: Licence & { customerId: string; isHidden?: boolean },
): Promise<Written> =>
  work.tx
    .insertInto('licence')
    .values({ cityId: work.cityId, id: newId(), ...licence, hiddenAt: isHidden ? work.now : null })
    .returning(['id', 'version'])
    .executeTakeFirstOrThrow();

/** Adds a licence or card. Throws badInput (`name`) for one that has neither a known code nor a name. */
export const addLicence = async (work: Work, input: Licence): Promise<Written> => {
  const me = await access.self(work, { section: 'profile', action: 'write', why: 'told a licence' });
  const written = await insertLicence(work, { ...named(input, work.actor.language), customerId: me.id });
  await keepVersions(work, 'licence', [written.id]);
  work.emit('profileChanged', { customerId: me.id });
  return written;
};

/** Changes one. Throws badInput as adding does, changedMeanwhile when the version is another, notNow for one removed. */
export const changeLicence = async (
  work: Work,
  { licenceId: id, version, ...input }: Licence & { licenceId: string; version: number },
): Promise<Written> => {
  const before = await loadItem(work, { kind: 'licence', id }, { action: 'write', why: 'told a licence' });
  if (before.isRemoved) throw new Problem('notNow');
  const changed = await work.tx
    .updateTable('licence')
    .set({ ...named(input, work.actor.language), version: version + 1 })
    .where('cityId', '=', work.cityId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning(['id', 'version'])
    .executeTakeFirst();
  if (!changed) throw new Problem('changedMeanwhile', { current: { id, version: before.version } });
  await keepVersions(work, 'licence', [id]);
  work.emit('profileChanged', { customerId: before.customerId });
  return changed;
};
