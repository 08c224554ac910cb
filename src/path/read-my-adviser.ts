import { access } from '../kernel/access/access.ts';
import type { Work } from '../kernel/work.ts';
import { findAdviserName } from './unassigned.ts';

/** The name of who advises the actor, a customer; null while nobody does. */
export const readMyAdviser = async (work: Work): Promise<string | null> => {
  const me = await access.self(work, { section: 'plan', action: 'read', why: 'plan' });
  return findAdviserName(work, me.id);
};
