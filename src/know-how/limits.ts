import { z } from 'zod';
import { access, type CustomerRecord } from '../kernel/access/access.ts';
import { mostInteger } from '../kernel/numbers.ts';
import { Problem } from '../kernel/problem.ts';
import { type Hours, hours } from '../kernel/tables.ts';
import { line } from '../kernel/words.ts';
import type { Work } from '../kernel/work.ts';
import { languagesToldBy } from './profile/told-languages.ts';
import { keepVersions } from './profile/versions.ts';

/** What a customer has told of the work they can do, beside what they know. */
export type Limits = {
  /** When they can work; null while they have not told. */
  hours: Hours | null;
  /** ISO 639 codes of the languages they speak; none while they have not told. */
  languages: string[];
  /** Where in the city they live, in their own words. No match looks at it. */
  area: string;
  version: number;
};

export const limitsInput = z.object({
  hours: z.enum(hours, 'form.choose').nullable(),
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}$/, 'form.choose'))
    .max(20, 'form.check')
    .transform((codes) => [...new Set(codes)]),
  area: line(120, { least: 0 }),
});

export const tellLimitsInput = limitsInput.extend({ version: z.number().int().max(mostInteger) });

const limitsOf = ({ workHours, spokenLanguages, area, version }: CustomerRecord): Limits => ({
  hours: workHours,
  languages: spokenLanguages,
  area,
  version,
});

/** When I can work, which languages I speak, and where I live, as I have told. */
export const readLimits = async (work: Work): Promise<Limits> =>
  limitsOf(await access.self(work, { section: 'limits', action: 'read', why: 'own limits' }));

/** Languages my profile tells beside those told with my limits: they count as well. */
export const readProfileLanguages = async (work: Work): Promise<string[]> => {
  const me = await access.self(work, { section: 'profile', action: 'read', why: 'own limits' });
  const told = await languagesToldBy(work.tx, work.cityId, me.id);
  return told.filter((code) => !me.spokenLanguages.includes(code));
};

/** Tells or changes them; null and none mean "I have not told". Throws changedMeanwhile when somebody saved after `version`. */
export const tellLimits = async (work: Work, input: z.infer<typeof tellLimitsInput>): Promise<{ version: number }> => {
  const asked = { section: 'limits', action: 'write', why: 'told limits' } as const;
  const me = await access.self(work, asked);
  const version = input.version + 1;
  const { numUpdatedRows } = await work.tx
    .updateTable('customer')
    .set({ workHours: input.hours, spokenLanguages: input.languages, area: input.area, version })
    .where('cityId', '=', work.cityId)
    .where('id', '=', me.id)
    .where('version', '=', input.version)
    .executeTakeFirst();
  if (numUpdatedRows === 0n)
    throw new Problem('changedMeanwhile', { current: limitsOf(await access.self(work, asked)) });
  await keepVersions(work, 'limits', [me.id]);
  return { version };
};
