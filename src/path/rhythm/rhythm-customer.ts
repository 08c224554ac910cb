import { access, type CustomerRecord } from '../../kernel/access/access.ts';
import { isId } from '../../kernel/ids.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { frameOf } from '../kinds/frames.ts';
import { partyRelations } from '../kinds/load-frame.ts';

/**
 * Whose rhythm is meant: the actor's own when no customer is named. Loads and authorises; throws notFound for one that is not theirs, and for one of
 * a social worker whose authority is no party of the plan.
 */
export const rhythmCustomer = (
  work: Work,
  customerId: string | null,
  asked: { action: 'read' | 'write'; why: string },
): Promise<CustomerRecord> => {
  if (customerId === null) return access.self(work, { ...asked, section: 'rhythm' });
  if (!isId(customerId)) throw notFound();
  return access.customer(work, customerId, { ...asked, section: 'rhythm' }, async ({ id }, relations) =>
    work.actor.role === 'socialWorker' ? partyRelations(work.actor.role, relations, await frameOf(work, id)) : [],
  );
};
