import { addDays } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import { linkHash } from '../../know-how/vouching/link.ts';
import type { Making } from './making.ts';

/** The customer lets their social worker see one section and the goal, somebody else by a link; a proposal of the adviser's waits; and what is over. */
export const makeInvitations = ({ ids, deleted, customer, adviser, socialWorker, now, today, mark, row }: Making) => {
  const { customerId } = ids;
  const section = { owner: 'customer', key: 'language', title: '', text: mark('invitedSection') };
  const sectionId = newId();
  row('plan_section', { id: sectionId, customerId, ...section, createdAt: now, changedAt: now });
  row('plan_section_version', {
    ...{
      sectionId,
      version: 1,
      at: now,
      personId: customer.personId,
      personName: customer.actor.name,
      role: 'customer',
    },
    ...{ title: '', text: section.text },
  });
  const invitation = (id: string, more: Record<string, unknown>, parts: Record<string, unknown>[]) => {
    const said = { purpose: mark('invitePurpose'), untilOn: addDays(today, 60), inviteeName: mark('inviteName') };
    row('invitation', { id, customerId, ...said, createdAt: now, agreedAt: now, ...more });
    for (const [place, part] of parts.entries())
      row('invitation_part', { invitationId: id, place, part: 'section', stage: null, sectionId: null, ...part });
  };
  const goal = { part: 'goal' };
  const invited = {
    inviteeId: socialWorker.personId,
    inviteeRole: 'socialWorker',
    inviteeName: socialWorker.actor.name,
  };
  invitation(ids.invitationId, invited, [goal, { sectionId }]);
  const byLink = { relation: mark('inviteWord'), nameShown: 'firstName', secretHash: linkHash(ids.inviteSecret) };
  invitation(newId(), byLink, [goal, { sectionId }]);
  const proposed = { proposedBy: adviser.personId, proposedName: adviser.actor.name, proposedRole: 'adviser' };
  const asked = { purpose: mark('proposedInvite'), inviteeName: mark('proposedInvite'), agreedAt: null };
  invitation(ids.proposedInvitationId, { ...proposed, ...asked }, [goal]);
  const past = { secretHash: linkHash(deleted.inviteSecret), untilOn: addDays(today, -1) };
  invitation(newId(), past, [goal, { sectionId }]);
  invitation(newId(), { ...invited, endedAt: now, endedBy: 'customer', purpose: mark('inviteWord') }, [goal]);
};
