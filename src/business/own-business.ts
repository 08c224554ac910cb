import { type Asked, access } from '../kernel/access/access.ts';
import { Problem } from '../kernel/problem.ts';
import type { Work } from '../kernel/work.ts';

/** The business the actor acts for. Throws notYourRole for one who acts for none. */
export const ownBusiness = (work: Work, asked: Asked): string => {
  if (!work.actor.businessId) throw new Problem('notYourRole');
  access.authorise(work, { ...asked, relations: ['business'], customerId: null });
  return work.actor.businessId;
};
