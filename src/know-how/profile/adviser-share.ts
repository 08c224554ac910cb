import { z } from 'zod';
import { access } from '../../kernel/access/access.ts';
import { hasConsent } from '../../kernel/consent.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { placeOf } from '../queries.ts';
import { type Seen, seenBy } from './audience.ts';
import { profileOf } from './read-profile.ts';
import { type Part, parts } from './tables.ts';

export const adviserShareInput = z.object({
  parts: z.array(z.enum(parts, 'form.choose')).transform((chosen) => parts.filter((part) => chosen.includes(part))),
});

/** What my adviser is shown: nothing without the consent; with it, kept know-how and the chosen parts. `version` is 0 before the first choice. */
export type AdviserShare = { isConsented: boolean; parts: Part[]; version: number };

const shareOf = async (work: Work, customerId: string): Promise<Omit<AdviserShare, 'isConsented'>> =>
  (await work.tx
    .selectFrom('profileShare')
    .select(['parts', 'version'])
    .where('cityId', '=', work.cityId)
    .where('customerId', '=', customerId)
    .where('audience', '=', 'adviser')
    .executeTakeFirst()) ?? { parts: [], version: 0 };

const asSeen = (profile: Parameters<typeof seenBy>[0], shown: readonly Part[]): Seen => {
  const seen = seenBy(profile, ['knowHow', ...shown]);
  // How well in the customer's own words stays theirs; the step is shown.
  return { ...seen, knowHow: seen.knowHow.map((one) => ({ ...one, levelWords: '' })) };
};

/** What I show my adviser, and how they see it; `seen` is what they would see with the consent. */
export const readAdviserShare = async (work: Work): Promise<AdviserShare & { seen: Seen }> => {
  const me = await access.self(work, { section: 'profile', action: 'read', why: 'own profile' });
  const share = await shareOf(work, me.id);
  const isConsented = await hasConsent(work, me.id, 'adviserKnowHow');
  return { ...share, isConsented, seen: asSeen(await profileOf(placeOf(work), me.id), share.parts) };
};

/** Chooses which parts my adviser sees beside know-how. Throws changedMeanwhile with what is chosen when the version is another. */
export const shareWithAdviser = async (
  work: Work,
  { parts: chosen, version }: z.output<typeof adviserShareInput> & { version: number },
): Promise<{ version: number }> => {
  const me = await access.self(work, { section: 'profile', action: 'write', why: 'chose what the adviser sees' });
  const row = { parts: chosen, version: version + 1 };
  const written = await work.tx
    .insertInto('profileShare')
    .values({ cityId: work.cityId, customerId: me.id, audience: 'adviser', ...row })
    .onConflict((conflict) =>
      conflict
        .columns(['cityId', 'customerId', 'audience'])
        .doUpdateSet(row)
        .where('profileShare.version', '=', version),
    )
    .returning('version')
    .executeTakeFirst();
  if (!written) throw new Problem('changedMeanwhile', { current: await shareOf(work, me.id) });
  return written;
};

/**
 * An adviser's look at what a customer of their caseload shows them. `isShared` is false, and nothing is read, while the customer does not agree
 * (consent `adviserKnowHow`). Throws "not found" for anybody else's customer.
 */
export const readCustomerProfile = async (
  work: Work,
  customerId: string,
): Promise<{ isShared: boolean; name: string; seen: Seen | null }> => {
  const asked = { section: 'profile', action: 'read', why: "customer's profile" } as const;
  const { id, name } = await access.customer(work, customerId, asked);
  if (!(await hasConsent(work, id, 'adviserKnowHow'))) return { isShared: false, name, seen: null };
  const { parts: shown } = await shareOf(work, id);
  return { isShared: true, name, seen: asSeen(await profileOf(placeOf(work), id), shown) };
};
