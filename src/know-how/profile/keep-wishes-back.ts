import type { Work } from '../../kernel/work.ts';
import { wishItem } from './shown.ts';
import type { Wish } from './tables.ts';

/**
 * A wish is known by its words, so one that is not shown to an audience and is written anew would be new to it. Where one of those goes, whatever comes in
 * the same change is not shown to that audience either, until its customer shows it.
 */
export const keepWishesBack = async (
  { tx, cityId }: Work,
  customerId: string,
  { before, after }: { before: readonly Wish[]; after: readonly Wish[] },
): Promise<void> => {
  const [old, now] = [before.map(({ text }) => wishItem(text)), after.map(({ text }) => wishItem(text))];
  const gone = old.filter((item) => !now.includes(item));
  const come = [...new Set(now.filter((item) => !old.includes(item)))];
  if (gone.length === 0 || come.length === 0) return;
  const keeping = await tx
    .selectFrom('profileShown as s')
    .innerJoin('profileAudience as a', (join) =>
      join.onRef('a.cityId', '=', 's.cityId').onRef('a.id', '=', 's.audienceId'),
    )
    .select('s.audienceId')
    .distinct()
    .where('a.cityId', '=', cityId)
    .where('a.customerId', '=', customerId)
    .where('s.kind', '=', 'wish')
    .where('s.isShown', '=', false)
    .where('s.item', 'in', gone)
    .execute();
  if (keeping.length === 0) return;
  const rows = keeping.flatMap(({ audienceId }) => come.map((item) => ({ audienceId, item })));
  await tx
    .insertInto('profileShown')
    .values(rows.map((row) => ({ cityId, kind: 'wish' as const, isShown: false, hiddenAt: null, ...row })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};
