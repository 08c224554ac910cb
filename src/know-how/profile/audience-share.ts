import { access } from '../../kernel/access/access.ts';
import { hasConsent } from '../../kernel/consent.ts';
import type { Work } from '../../kernel/work.ts';
import { placeOf } from '../queries.ts';
import { type Seen, seenBy } from './audience.ts';
import { type ChosenShown, itemKey, writeShown } from './choose-shown.ts';
import { profileOf } from './read-profile.ts';
import { choosable, type ShareItem, shareItemsOf } from './share-items.ts';
import { newShown, readShown, type Shown } from './shown.ts';
import type { Audience, ShareKind } from './tables.ts';

/** Those a customer shows something without a link. */
export type StandingAudience = Exclude<Audience, 'link'>;

export type ShareChoice = ShareItem & {
  /** What forms and the API call it. */
  key: string;
  isShown: boolean;
};

/** What an audience can be shown, what of it is chosen, and how they see the profile by it. */
export type AudienceView = {
  choices: ShareChoice[];
  newOnes: ShareKind[];
  /** 0 before the first choice. */
  version: number;
  seen: Seen;
};

/** How well in the customer's own words stays theirs with the adviser; of a card neither step nor words nor what they did is part. */
export const asSeenBy = (audience: Audience, seen: Seen): Seen => {
  if (audience === 'link') return seen;
  const knowHow = seen.knowHow.map((one) => ({ ...one, levelWords: '' }));
  if (audience === 'adviser') return { ...seen, knowHow };
  return {
    ...seen,
    knowHow: knowHow.map((one) => ({ ...one, level: null })),
    experiences: seen.experiences.map((one) => ({ ...one, did: '' })),
    wishes: null,
  };
};

/** What an audience is shown of a profile, for callers who have authorised. Of unpaid care a business sees what is chosen with a yes, and nothing beforehand. */
export const viewAudience = async (
  work: Work,
  { customerId, audience, shown }: { customerId: string; audience: Audience; shown: Shown },
): Promise<AudienceView> => {
  const profile = await profileOf(placeOf(work), customerId);
  const items = choosable(shareItemsOf(profile, work.actor.language), audience);
  const offered = new Set(items.map(itemKey));
  const isShown = (kind: ShareKind, item: string) => offered.has(itemKey({ kind, item })) && shown.isShown(kind, item);
  return {
    choices: items.map((one) => ({ ...one, key: itemKey(one), isShown: shown.isShown(one.kind, one.item) })),
    newOnes: newShown(shown),
    version: shown.version,
    seen: asSeenBy(audience, seenBy(profile, { isShown })),
  };
};

/** What I have chosen for my adviser, or for businesses after a yes, and how they see it; `isConsented`: the adviser sees it now. */
export const readAudience = async (
  work: Work,
  audience: StandingAudience,
): Promise<AudienceView & { isConsented: boolean }> => {
  const me = await access.self(work, { section: 'profile', action: 'read', why: 'own profile' });
  const shown = await readShown(work, { customerId: me.id, audience });
  const isConsented = await hasConsent(work, me.id, audience === 'adviser' ? 'adviserKnowHow' : 'matching');
  return { ...(await viewAudience(work, { customerId: me.id, audience, shown })), isConsented };
};

const whys = { adviser: 'chose what the adviser sees', business: 'chose what businesses are offered' } as const;

/** Chooses what an audience is shown. Throws changedMeanwhile with what is chosen when the version is another. */
export const shareWith = async (
  work: Work,
  { audience, ...chosen }: ChosenShown & { audience: StandingAudience; version: number },
): Promise<{ version: number }> => {
  const me = await access.self(work, { section: 'profile', action: 'write', why: whys[audience] });
  return writeShown(work, { customerId: me.id, audience }, chosen);
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
  const shown = await readShown(work, { customerId: id, audience: 'adviser' });
  return { isShared: true, name, seen: asSeenBy('adviser', seenBy(await profileOf(placeOf(work), id), shown)) };
};
