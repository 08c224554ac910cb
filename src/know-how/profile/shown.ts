import { createHash } from 'node:crypto';
import type { Place } from '../queries.ts';
import { type Audience, type ShareKind, shareKinds } from './tables.ts';

/** Instead of an item: all of its kind that no other row names, those told later too. */
export const anyItem = '*';

/** What an audience is shown of a profile, before what is hidden from all. */
export type Shown = {
  /** Null while nothing has been chosen for it. */
  audienceId: string | null;
  /** 0 before the first choice. */
  version: number;
  isShown(kind: ShareKind, item: string): boolean;
  /** What the customer tells later of this kind is shown too. */
  isNewShown(kind: ShareKind): boolean;
  /** Since when something is hidden from it; null for what is shown, or never was. */
  hiddenAt(kind: ShareKind, item: string): Date | null;
};

/** A wish has no id: it is known by its text. A wish written anew is another one. */
export const wishItem = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

/** Before anything is chosen an adviser is shown the know-how the consent is about, and nobody anything else. */
const isNewShownAtFirst = (audience: Audience, kind: ShareKind): boolean =>
  audience === 'adviser' && kind === 'knowHow';

export type ShownRow = { kind: ShareKind; item: string; isShown: boolean; hiddenAt: Date | null };

export const shownBy = (
  { audience, audienceId, version }: { audience: Audience; audienceId: string | null; version: number },
  rows: readonly ShownRow[],
): Shown => {
  const found = new Map(rows.map((row) => [`${row.kind} ${row.item}`, row]));
  const isNewShown = (kind: ShareKind): boolean =>
    found.get(`${kind} ${anyItem}`)?.isShown ?? isNewShownAtFirst(audience, kind);
  return {
    audienceId,
    version,
    isNewShown,
    isShown: (kind, item) => found.get(`${kind} ${item}`)?.isShown ?? isNewShown(kind),
    hiddenAt: (kind, item) => found.get(`${kind} ${item}`)?.hiddenAt ?? null,
  };
};

/** Whom it is about: the one adviser or business audience of a customer, or a link of theirs. */
export type Whom = { customerId: string; audience: Audience; linkId?: string | undefined };

/** What an audience is shown, for callers who have authorised. */
export const readShown = async (
  { tx, cityId }: Pick<Place, 'tx' | 'cityId'>,
  { customerId, audience, linkId }: Whom,
): Promise<Shown> => {
  const found = await tx
    .selectFrom('profileAudience')
    .select(['id', 'version'])
    .where('cityId', '=', cityId)
    .where('customerId', '=', customerId)
    .where('audience', '=', audience)
    .$if(linkId !== undefined, (query) => query.where('id', '=', linkId ?? ''))
    .executeTakeFirst();
  if (!found) return shownBy({ audience, audienceId: null, version: 0 }, []);
  const rows = await tx
    .selectFrom('profileShown')
    .select(['kind', 'item', 'isShown', 'hiddenAt'])
    .where('cityId', '=', cityId)
    .where('audienceId', '=', found.id)
    .execute();
  return shownBy({ audience, audienceId: found.id, version: found.version }, rows);
};

/** Kinds of which what is told later is shown too. */
export const newShown = (shown: Shown): ShareKind[] => shareKinds.filter((kind) => shown.isNewShown(kind));

/** Kept know-how an adviser is shown, for callers who have authorised and asked for the consent `adviserKnowHow`. */
export const shownToAdviser = async <One extends { id: string; isHidden: boolean }>(
  place: Pick<Place, 'tx' | 'cityId'>,
  customerId: string,
  kept: readonly One[],
): Promise<One[]> => {
  const { isShown } = await readShown(place, { customerId, audience: 'adviser' });
  return kept.filter(({ id, isHidden }) => !isHidden && isShown('knowHow', id));
};
