import { type Asked, access, type CustomerRecord } from '../kernel/access/access.ts';
import { hasConsent } from '../kernel/consent.ts';
import { objectionsOf } from '../kernel/objection.ts';
import type { Work } from '../kernel/work.ts';
import { keptSkills, languagesToldBy, relationsOf } from '../know-how/index.ts';
import type { Told } from './limits.ts';
import { type Held, type Reach, type Relation, reachOf } from './rules.ts';
import { nothingWished, readWished, type Wished } from './wishes.ts';

/** What matching knows of the customer it works for: the closed list of inputs.ts and no more. */
export type Known = {
  me: CustomerRecord;
  told: Told;
  isConsented: boolean;
  held: Held[];
  reach: Reach;
  /** How what they hold lies to other skills. */
  relations: Relation[];
  wished: Wished;
};

/** Since when a customer objects to matching; null where they do not. Callers have authorised. */
export const objectsSince = async ({ tx, cityId }: Work, customerId: string): Promise<Date | null> =>
  (await objectionsOf(tx, cityId, customerId)).find(({ what }) => what === 'matching')?.madeAt ?? null;

/** The customer the actor is, with what their kept skills reach. Without the consent their know-how is not read. */
export const readKnown = async (work: Work, asked: Asked): Promise<Known> => {
  const me = await access.self(work, asked);
  const isConsented = await hasConsent(work, me.id, 'matching');
  const held: Held[] = isConsented ? await keptSkills(work.tx, work.cityId, me.id) : [];
  const relations = await relationsOf(
    work.tx,
    held.map(({ skillId }) => skillId),
  );
  const told = { hours: me.workHours, languages: await languagesToldBy(work.tx, work.cityId, me.id) };
  const wished = isConsented ? await readWished(work, me.id) : nothingWished;
  return { me, told, isConsented, held, reach: reachOf(held, relations), relations, wished };
};
