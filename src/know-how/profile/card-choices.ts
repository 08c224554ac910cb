import type { Work } from '../../kernel/work.ts';
import { type Place, placeOf } from '../queries.ts';
import { profileOf } from './read-profile.ts';
import { choosable, type ShareItem, shareItemsOf } from './share-items.ts';
import { readShown } from './shown.ts';

export type CardChoiceItem = Omit<ShareItem, 'kind' | 'isHidden'> & {
  kind: 'knowHow' | 'experience' | 'language' | 'licence';
  /** Of know-how. */
  skillId: number | null;
  /** The customer wants it ready on every card; of unpaid care never. */
  isReady: boolean;
  /** Since when it is hidden from businesses: no card given before shows it. */
  hiddenAt: Date | null;
};

/** What a customer could put on a card for a business, and what they have chosen to be ready on it. For callers who have authorised. */
export const cardChoicesOf = async (
  work: Pick<Work, 'tx' | 'cityId' | 'actor'>,
  customerId: string,
): Promise<CardChoiceItem[]> => {
  const place: Place = placeOf(work);
  const shown = await readShown(place, { customerId, audience: 'business' });
  const profile = await profileOf(place, customerId);
  const skills = new Map(profile.knowHow.map(({ id, skillId }) => [id, skillId]));
  const items = shareItemsOf(profile, place.language).filter(({ isHidden }) => !isHidden);
  const ready = new Set(choosable(items, 'business').filter(({ kind, item }) => shown.isShown(kind, item)));
  return items.flatMap((one) => {
    const { kind, item, label, experience } = one;
    if (kind === 'wish') return [];
    const skillId = skills.get(item) ?? null;
    const hiddenAt = shown.hiddenAt(kind, item);
    return [{ kind, item, label, experience, skillId, isReady: ready.has(one), hiddenAt }];
  });
};
