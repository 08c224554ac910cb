import { type Asked, access, type CustomerRecord } from '../kernel/access/access.ts';
import { isId } from '../kernel/ids.ts';
import { notFound } from '../kernel/problem.ts';
import type { Work } from '../kernel/work.ts';

/** Whose plan is meant: the actor's own when no customer is named. Loads and authorises; throws notFound for one that is not theirs. */
export const planCustomer = (
  work: Work,
  customerId: string | null,
  asked: Omit<Asked, 'section'>,
): Promise<CustomerRecord> => {
  if (customerId === null) return access.self(work, { ...asked, section: 'plan' });
  if (!isId(customerId)) throw notFound();
  return access.customer(work, customerId, { ...asked, section: 'plan' });
};
