import { sql } from 'kysely';
import { z } from 'zod';
import { access } from '../../kernel/access/access.ts';
import { isId } from '../../kernel/ids.ts';
import type { Work } from '../../kernel/work.ts';
import { itemKinds } from './tables.ts';

export const forgetHistoryInput = z.object({
  kind: z.enum(itemKinds),
  /** One part of that kind; none: all of them. Wishes and limits are known without. */
  itemId: z.string().optional(),
});

/**
 * Deletes for good how parts of the actor's own profile have been before: what stands now stays, and is where their history begins anew. The use log keeps
 * that it was done, not what was in it. Of somebody else's part nothing is there. `forgotten`: how many versions.
 */
export const forgetHistory = async (
  work: Work,
  { kind, itemId }: z.output<typeof forgetHistoryInput>,
): Promise<{ forgotten: number }> => {
  const asked = { section: 'profile', action: 'delete', why: 'deleted history of the profile for good' } as const;
  const me = await access.self(work, asked);
  if (itemId !== undefined && !isId(itemId)) return { forgotten: 0 };
  const one = itemId === undefined ? sql`` : sql`and v.item_id = ${itemId}`;
  const { numAffectedRows = 0n } = await sql`
    delete from profile_version v
    where v.city_id = ${work.cityId} and v.customer_id = ${me.id} and v.kind = ${kind} ${one}
      and exists (select from profile_version later where later.city_id = v.city_id and later.kind = v.kind
        and later.item_id = v.item_id and later.version > v.version)`.execute(work.tx);
  return { forgotten: Number(numAffectedRows) };
};
