import { z } from 'zod';
import { access } from './access/access.ts';
import { type Authority, authorityKinds, readAuthorities } from './authorities.ts';
import { Problem } from './problem.ts';
import { line } from './words.ts';
import type { Work } from './work.ts';

/** The city's authorities by name, for an administrator. */
export const readCityAuthorities = async (work: Work): Promise<Authority[]> => {
  access.authorise(work, {
    ...{ section: 'planRules', action: 'read', why: 'names of authorities' },
    relations: ['city'],
    customerId: null,
  });
  return readAuthorities(work);
};

const name = line(200);

export const authorityInput = z.object({ fi: name, sv: name, en: name });

export const nameAuthorityInput = authorityInput.extend({
  kind: z.enum(authorityKinds),
  version: z.number().int().min(1).max(999_999_999),
});

/** Says what an authority is called in the city. Throws changedMeanwhile with the authority as it is now. */
export const nameAuthority = async (
  work: Work,
  { kind, version, ...names }: z.output<typeof nameAuthorityInput>,
): Promise<{ version: number }> => {
  access.authorise(work, {
    ...{ section: 'planRules', action: 'write', why: 'named an authority' },
    relations: ['city'],
    customerId: null,
  });
  const saved = await work.tx
    .updateTable('authority')
    .set({ name: JSON.stringify(names), version: version + 1 })
    .where('cityId', '=', work.cityId)
    .where('kind', '=', kind)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
  if (saved) return saved;
  const current = (await readAuthorities(work)).find((one) => one.kind === kind);
  throw new Problem('changedMeanwhile', { current });
};
