import { z } from 'zod';
import { hasConsent } from '../../kernel/consent.ts';
import { newId } from '../../kernel/ids.ts';
import { badField, notFound, Problem } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { loadKnowHow } from '../load-know-how.ts';
import { readLinks } from './links.ts';
import { loadItem } from './load-item.ts';
import { readExperience } from './read-profile.ts';
import { anyItem, shownBy, type Whom } from './shown.ts';
import { type Audience, audiences } from './tables.ts';

/** A part of the actor's own profile that one audience can be shown and another not. Wishes are chosen on the audience's own page. */
export type Part = { kind: 'knowHow' | 'experience' | 'language' | 'licence'; id: string };

/** One audience and how a part stands with it. `name`: of a link, whom its maker made it for. */
export type ItemAudience = {
  audience: Audience;
  linkId: string | null;
  name: string | null;
  isShown: boolean;
  /** Sees it now: the adviser only with the consent `adviserKnowHow`. */
  isConsented: boolean;
  /** Hidden from it by its customer, not only left out: cards given before show it no more. */
  isHidden: boolean;
  /** Unpaid care is never ready on a card: it is chosen with each yes. */
  canShow: boolean;
};

/** Loads and authorises. Throws "not found" for one that is not there or not theirs. */
const loadPart = async (work: Work, { kind, id }: Part, asked: { action: 'read' | 'write'; why: string }) => {
  if (kind === 'knowHow') {
    const { customerId, state } = await loadKnowHow(work, id, asked);
    return { customerId, isThere: state === 'kept', isCare: false };
  }
  const { customerId, isRemoved } = await loadItem(work, { kind, id }, asked);
  const isCare = kind === 'experience' && (await readExperience(work, id)).kind === 'care';
  return { customerId, isThere: !isRemoved, isCare };
};

/** What is chosen for one part, by audience: two queries however many links. */
const readChosen = async ({ tx, cityId }: Work, customerId: string, { kind, id }: Part) => {
  const made = await tx
    .selectFrom('profileAudience')
    .select(['id', 'audience', 'version'])
    .where('cityId', '=', cityId)
    .where('customerId', '=', customerId)
    .execute();
  const rows = await tx
    .selectFrom('profileShown as s')
    .innerJoin('profileAudience as a', (join) =>
      join.onRef('a.cityId', '=', 's.cityId').onRef('a.id', '=', 's.audienceId'),
    )
    .select(['s.audienceId', 's.kind', 's.item', 's.isShown', 's.hiddenAt'])
    .where('a.cityId', '=', cityId)
    .where('a.customerId', '=', customerId)
    .where('s.kind', '=', kind)
    .where('s.item', 'in', [id, anyItem])
    .execute();
  return ({ audience, linkId }: { audience: Audience; linkId: string | null }) => {
    const found = made.find((one) => one.audience === audience && (linkId === null || one.id === linkId));
    const own = rows.filter(({ audienceId }) => audienceId === found?.id);
    return shownBy({ audience, audienceId: found?.id ?? null, version: found?.version ?? 0 }, own);
  };
};

/** With each audience I have, how a part of my profile stands: adviser, businesses, and every link that opens. */
export const readItemAudiences = async (work: Work, part: Part): Promise<ItemAudience[]> => {
  const { customerId, isCare } = await loadPart(work, part, { action: 'read', why: 'own profile' });
  const links = (await readLinks(work)).filter(({ state }) => state === 'open');
  const chosenFor = await readChosen(work, customerId, part);
  const adviserMay = await hasConsent(work, customerId, 'adviserKnowHow');
  const all = [
    { audience: 'adviser' as const, linkId: null, name: null },
    { audience: 'business' as const, linkId: null, name: null },
    ...links.map(({ id, name }) => ({ audience: 'link' as const, linkId: id, name })),
  ];
  return all.map((one) => {
    const shown = chosenFor(one);
    const canShow = !(one.audience === 'business' && isCare);
    const isShown = canShow && shown.isShown(part.kind, part.id);
    const isConsented = one.audience !== 'adviser' || adviserMay;
    return { ...one, canShow, isShown, isConsented, isHidden: shown.hiddenAt(part.kind, part.id) !== null };
  });
};

export const showItemInput = z.object({
  audience: z.enum(audiences, 'form.choose'),
  /** Of a link: which. */
  linkId: z.string().max(100).nullable().default(null),
  isShown: z.boolean(),
});

/** The audience's row, made where nothing has been chosen for it; its version goes on, so that a page open elsewhere notices. */
const touchAudience = async (work: Work, { customerId, audience, linkId }: Whom): Promise<string> => {
  const { tx, cityId } = work;
  const found = await tx
    .updateTable('profileAudience')
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('cityId', '=', cityId)
    .where('customerId', '=', customerId)
    .where('audience', '=', audience)
    .$if(linkId !== undefined, (query) => query.where('id', '=', linkId ?? ''))
    .returning('id')
    .executeTakeFirst();
  if (found) return found.id;
  if (audience === 'link') throw notFound();
  const id = newId();
  await tx.insertInto('profileAudience').values({ cityId, id, customerId, audience }).execute();
  return id;
};

/**
 * Shows a part of the actor's own profile to one audience, or hides it from it; others are not touched. What is hidden from businesses goes from the cards
 * given before. Throws notNow for what is removed or a link that opens no more, badInput for unpaid care to be ready on cards.
 */
export const showItem = async (
  work: Work,
  { audience, linkId, isShown, ...part }: z.output<typeof showItemInput> & Part,
): Promise<void> => {
  const asked = { action: 'write', why: isShown ? 'showed it to one audience' : 'hid it from one audience' } as const;
  const { customerId, isThere, isCare } = await loadPart(work, part, asked);
  if (!isThere) throw new Problem('notNow');
  if (isShown && isCare && audience === 'business') throw badField('isShown', 'profile.itemAudience.care');
  if (audience === 'link') {
    const link = (await readLinks(work)).find(({ id }) => id === linkId);
    if (!link) throw notFound();
    if (link.state !== 'open') throw new Problem('notNow');
  }
  const whom: Whom = { customerId, audience, ...(audience === 'link' && linkId !== null && { linkId }) };
  const audienceId = await touchAudience(work, whom);
  const row = { isShown, hiddenAt: isShown ? null : work.now };
  await work.tx
    .insertInto('profileShown')
    .values({ cityId: work.cityId, audienceId, kind: part.kind, item: part.id, ...row })
    .onConflict((conflict) => conflict.columns(['cityId', 'audienceId', 'kind', 'item']).doUpdateSet(row))
    .execute();
};
