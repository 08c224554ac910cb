import { z } from 'zod';
import { access } from '../kernel/access/access.ts';
import type { Work } from '../kernel/work.ts';
import { type Adviser, findAdvisers, findUnassigned, type Unassigned } from './unassigned.ts';

const onPage = 25;

export const listUnassignedInput = z.object({ page: z.coerce.number().int().min(1).max(1000).default(1) });

export type UnassignedView = {
  customers: Unassigned[];
  /** Whom they can be given to, who has the fewest customers first; an adviser finds only themselves. */
  advisers: Adviser[];
  page: number;
  hasMore: boolean;
};

/** The customers no adviser looks after, 25 a page, the longest waiting first. Everyone shown finds it in their use log. */
export const listUnassigned = async (
  work: Work,
  { page }: z.infer<typeof listUnassignedInput>,
): Promise<UnassignedView> => {
  const { actor } = work;
  const asked = { section: 'assignment', action: 'list', why: 'customers without an adviser' } as const;
  access.authorise(work, { ...asked, relations: ['city'], customerId: null });
  const found = await findUnassigned(work, { limit: onPage + 1, offset: (page - 1) * onPage });
  const customers = found.slice(0, onPage);
  for (const { customerId } of customers) access.authorise(work, { ...asked, relations: ['city'], customerId });
  const all = await findAdvisers(work);
  const advisers = actor.role === 'adviser' ? all.filter(({ id }) => id === actor.personId) : all;
  return { customers, advisers, page, hasMore: found.length > onPage };
};
