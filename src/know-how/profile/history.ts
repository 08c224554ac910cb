import { sql } from 'kysely';
import { z } from 'zod';
import { access } from '../../kernel/access/access.ts';
import { isId } from '../../kernel/ids.ts';
import type { Work } from '../../kernel/work.ts';
import { type Change, changesOf } from './changes.ts';
import { type Contents, type ItemKind, itemKinds } from './tables.ts';

type Content<K extends ItemKind = ItemKind> = { [Kind in K]: { kind: Kind; content: Contents[Kind] } }[K];

/** One version of a part of the profile: what it is, what changed since the version before, and whether it is how the part stands now. */
export type PastVersion = Content & {
  itemId: string;
  version: number;
  at: Date;
  changes: Change[];
  isLatest: boolean;
  /** The part's latest version, to restore over. */
  latest: number;
};

export const historyInput = z.object({
  /** Only of parts of one kind; with the id, of one part. */
  kind: z.enum(itemKinds).optional(),
  itemId: z.string().optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});

export const versionsPerPage = 25;

type Row = Content & { itemId: string; version: number; at: Date; before: Contents[ItemKind] | null; latest: number };

/**
 * My profile's past, newest first, 25 a page: every change of every part, of one kind or of one part. What has been deleted for good is not in it. `count` is of
 * all pages.
 */
export const readHistory = async (
  work: Work,
  { kind, itemId, page }: z.output<typeof historyInput>,
): Promise<{ versions: PastVersion[]; count: number }> => {
  const me = await access.self(work, { section: 'profile', action: 'read', why: 'own profile' });
  const ofKind = kind ? sql`and kind = ${kind}` : sql``;
  const one = isId(itemId) && kind ? sql`and item_id = ${itemId}` : sql``;
  const { rows } = await sql<Row & { count: number }>`
    select kind, item_id, version, at, content, count(*) over ()::int as count,
      lag(content) over item as before, max(version) over (partition by kind, item_id)::int as latest
    from profile_version where city_id = ${work.cityId} and customer_id = ${me.id} ${ofKind} ${one}
    window item as (partition by kind, item_id order by version)
    order by at desc, kind, item_id, version desc
    limit ${versionsPerPage} offset ${(page - 1) * versionsPerPage}`.execute(work.tx);
  return {
    count: rows[0]?.count ?? 0,
    versions: rows.map(({ before, count: _, ...row }) => ({
      ...row,
      changes: changesOf(row.content, before),
      isLatest: row.version === row.latest,
    })),
  };
};
