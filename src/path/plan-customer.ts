import { type Asked, access, type CustomerRecord } from '../kernel/access/access.ts';
import { isId } from '../kernel/ids.ts';
import { notFound } from '../kernel/problem.ts';
import type { Work } from '../kernel/work.ts';

/** Whose steps are meant, alike: of a professional's caseload those who look after the customer for either authority. */
export const stepCustomer = (
  work: Work,
  customerId: string | null,
  { action, why }: { action: 'list' | 'propose'; why: string },
): Promise<CustomerRecord> => {
  // One's own are not listed: they are read.
  const own = action === 'list' ? 'read' : action;
  if (customerId === null) return access.self(work, { action: own, why, section: 'step' });
  if (!isId(customerId)) throw notFound();
  return access.customer(work, customerId, { action, why, section: 'step' });
};

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
