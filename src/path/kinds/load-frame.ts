import { type Asked, access, type CustomerRecord } from '../../kernel/access/access.ts';
import type { Relation } from '../../kernel/access/policy.ts';
import type { Role } from '../../kernel/actor.ts';
import { type AuthorityKind, authorityOf } from '../../kernel/authorities.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { type Frame, frameOf } from './frames.ts';

/** The authority a role acts for; null for one that acts for none. */
export const authorityOfRole = (role: Role): AuthorityKind | null =>
  role === 'adviser' || role === 'socialWorker' ? authorityOf[role] : null;

/** Who looks after a customer is a party of their plan where their authority is. */
export const partyRelations = (role: Role, relations: readonly Relation[], frame: Frame): Relation[] => {
  const authority = authorityOfRole(role);
  if (authority === null || !relations.includes('caseload') || !frame.parties.includes(authority)) return [];
  return ['party'];
};

/**
 * Loads a customer, the actor's own self when none is named, with the frame of their plan, and authorises the joint plan. Throws notFound for
 * one that is not the actor's, and for a plan the actor's authority is no party of.
 */
export const loadFrame = async (
  work: Work,
  customerId: string | null,
  asked: Omit<Asked, 'section'>,
): Promise<{ customer: CustomerRecord; frame: Frame }> => {
  const id = customerId ?? work.actor.customerId;
  if (!id) throw new Problem('notYourRole');
  const frames: Frame[] = [];
  const customer = await access.customer(work, id, { ...asked, section: 'jointPlan' }, async (found, relations) => {
    const frame = await frameOf(work, found.id);
    frames.push(frame);
    return partyRelations(work.actor.role, relations, frame);
  });
  const [frame] = frames;
  if (!frame) throw new Error('The frame was read with the customer');
  return { customer, frame };
};
