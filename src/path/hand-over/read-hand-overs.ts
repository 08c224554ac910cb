import { sql } from 'kysely';
import { access } from '../../kernel/access/access.ts';
import type { Work } from '../../kernel/work.ts';
import { findHandOvers, type HandOverView, loadHandOver, seenBy } from './hand-overs.ts';

/** What I was asked to take and what I asked others, in the role I act in, the latest first. Each customer finds it in their use log. */
export const readHandOvers = async (work: Work): Promise<HandOverView[]> => {
  const { personId, role } = work.actor;
  const found = await findHandOvers(
    work,
    sql`((h.to_id = ${personId} and h.to_role = ${role}) or (h.from_id = ${personId} and h.from_role = ${role}))`,
  );
  const views = found.map((one) => seenBy(one.toId === personId && one.toRole === role ? 'receiver' : 'giver', one));
  const asked = { section: 'handOver', action: 'list', why: 'hand-overs' } as const;
  for (const { customerId, side } of views)
    access.authorise(work, { ...asked, relations: [side === 'receiver' ? 'asked' : 'wrote'], customerId });
  return views;
};

/** One of them; of a customer, one of their own. */
export const readHandOver = (work: Work, handOverId: string): Promise<HandOverView> =>
  loadHandOver(work, handOverId, { action: 'read', why: 'hand-over' });
