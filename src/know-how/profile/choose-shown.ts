import { z } from 'zod';
import { newId } from '../../kernel/ids.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { placeOf } from '../queries.ts';
import { profileOf } from './read-profile.ts';
import { choosable, type ShareItem, shareItemsOf } from './share-items.ts';
import { anyItem, readShown, type Shown, type Whom } from './shown.ts';
import { shareKinds } from './tables.ts';

/** What is shown, as `kind:item` (`experience:` and its id; `experience:*` for all there are), and of which kinds also what is told later. What is not named is not shown. */
export const shownInput = z.object({
  items: z.array(z.string().max(100)).max(5000).default([]),
  newOnes: z.array(z.enum(shareKinds, 'form.choose')).max(shareKinds.length).default([]),
});

export type ChosenShown = z.output<typeof shownInput>;

/** An item as forms and the API call it. */
export const itemKey = ({ kind, item }: Pick<ShareItem, 'kind' | 'item'>): string => `${kind}:${item}`;

/** Of what can be chosen, which is shown. */
export const itemsShown = (items: readonly ShareItem[], shown: Shown): string[] =>
  items.filter(({ kind, item }) => shown.isShown(kind, item)).map(itemKey);

/** Its version is written first: of two at once only one finds the version it read. */
const writeAudience = async (
  { tx, cityId }: Work,
  { customerId, audience, linkId }: Whom,
  { before, version }: { before: Shown; version: number },
): Promise<string | null> => {
  const next = version + 1;
  if (before.audienceId === null) {
    const made = await tx
      .insertInto('profileAudience')
      .values({ cityId, id: linkId ?? newId(), customerId, audience, version: next })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    return made?.id ?? null;
  }
  const changed = await tx
    .updateTable('profileAudience')
    .set({ version: next })
    .where('cityId', '=', cityId)
    .where('id', '=', before.audienceId)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  return changed?.id ?? null;
};

const hiddenSince = (work: Work, { kind, item }: ShareItem, before: Shown): Date | null =>
  before.isShown(kind, item) ? work.now : before.hiddenAt(kind, item);

/**
 * Writes what an audience is shown over version `version`, for callers who have authorised. Every item there is gets its own yes or no, so that a change
 * of "new ones too" touches nothing that is there. Throws changedMeanwhile with what is chosen when the version is another.
 */
export const writeShown = async (
  work: Work,
  whom: Whom,
  { items, newOnes, version }: ChosenShown & { version: number },
): Promise<{ version: number }> => {
  const all = shareItemsOf(await profileOf(placeOf(work), whom.customerId), work.actor.language);
  const offered = choosable(all, whom.audience);
  const before = await readShown(work, whom);
  const lost = () =>
    new Problem('changedMeanwhile', { current: { items: itemsShown(offered, before), version: before.version } });
  if (before.version !== version) throw lost();
  const audienceId = await writeAudience(work, whom, { before, version });
  if (audienceId === null) throw lost();
  const chosen = new Set(items);
  const { tx, cityId } = work;
  const rows = [
    ...shareKinds.map((kind) => ({ kind, item: anyItem, isShown: newOnes.includes(kind), hiddenAt: null })),
    ...offered.map((one) => {
      const isShown = chosen.has(itemKey(one)) || chosen.has(itemKey({ kind: one.kind, item: anyItem }));
      return { kind: one.kind, item: one.item, isShown, hiddenAt: isShown ? null : hiddenSince(work, one, before) };
    }),
  ];
  await tx
    .insertInto('profileShown')
    .values(rows.map((row) => ({ cityId, audienceId, ...row })))
    .onConflict((conflict) =>
      conflict
        .columns(['cityId', 'audienceId', 'kind', 'item'])
        .doUpdateSet((row) => ({ isShown: row.ref('excluded.isShown'), hiddenAt: row.ref('excluded.hiddenAt') })),
    )
    .execute();
  return { version: version + 1 };
};
