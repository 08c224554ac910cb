import { sql } from 'kysely';
import { access } from '../../kernel/access/access.ts';
import type { Language } from '../../kernel/languages.ts';
import { Problem } from '../../kernel/problem.ts';
import { hashOf } from '../../kernel/secrets.ts';
import type { GuestWork, Work } from '../../kernel/work.ts';
import { findInvitations, type InvitationRecord, loadInvitation, nameOnInvitation } from './invitations.ts';
import { type SharedPlan, sharedPlan } from './parts.ts';
import { mayMove } from './rules.ts';

/** An invitation as the one invited sees it: from whom, what for, until when. */
export type Invited = {
  id: string;
  /** The customer, as they are called here. */
  name: string;
  /** Theirs: what they wrote is most likely in it. */
  language: Language;
  purpose: string;
  untilOn: string;
  /** Who proposed it to the customer; empty where the customer invites by themselves. */
  proposedName: string;
  proposedRole: 'adviser' | 'socialWorker' | null;
  agreedAt: Date | null;
  version: number;
};

const invitedView = (found: InvitationRecord): Invited => {
  const { id, language, purpose, untilOn, proposedName, proposedRole, agreedAt, version } = found;
  return {
    id,
    name: nameOnInvitation(found),
    language,
    purpose,
    untilOn,
    proposedName,
    proposedRole,
    agreedAt,
    version,
  };
};

/** Who has invited me, in the role I act in, the latest first. Each customer on the list finds it in their use log. */
export const readInvited = async (work: Work): Promise<Invited[]> => {
  const { personId, role } = work.actor;
  const found = await findInvitations(
    work,
    sql`i.invitee_id = ${personId} and i.invitee_role = ${role} and i.agreed_at is not null and i.ended_at is null
      and i.until_on >= ${work.today}::date`,
  );
  const asked = { section: 'invitations', action: 'list', why: 'who has invited me', relations: ['invited'] } as const;
  for (const { customerId } of found) access.authorise(work, { ...asked, customerId });
  return found.map(invitedView);
};

export type InvitedPlan = Invited & { plan: SharedPlan };

/** What I was invited to see of a customer's plan, as it is now. Throws notFound for one that is not mine or has ended. Each look is in the customer's use log. */
export const openInvitation = async (work: Work, invitationId: string): Promise<InvitedPlan> => {
  const why = 'what they were invited to';
  const found = await loadInvitation(work, invitationId, { as: 'invited', action: 'read', why });
  const { customerId } = found;
  access.authorise(work, { section: 'invitedPlan', action: 'read', why, relations: ['invited'], customerId });
  return { ...invitedView(found), plan: await sharedPlan(work, customerId, found.parts) };
};

/**
 * The same for whoever has the link. Throws "not found" for a secret that is not there, was withdrawn or is past its last day: they cannot be told
 * apart. The use log knows the visitor by the name the customer gave them.
 */
export const openInvitationByLink = async (work: GuestWork, secret: string): Promise<InvitedPlan> => {
  const [found] = await findInvitations(work, sql`i.secret_hash = ${hashOf(secret)}`);
  if (!found || !mayMove('look', { state: found.state, side: 'invited' })) throw new Problem('linkOver');
  work.actor.name = found.inviteeName;
  const asked = { section: 'invitedPlan', action: 'read', why: 'what they were invited to' } as const;
  access.authorise(work, { ...asked, relations: ['invited'], customerId: found.customerId });
  return { ...invitedView(found), plan: await sharedPlan(work, found.customerId, found.parts) };
};
