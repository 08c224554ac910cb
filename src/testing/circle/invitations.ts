import { addDays } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import { linkHash } from '../../know-how/vouching/link.ts';
import type { Making } from './making.ts';

/** The customer lets their social worker see one section and the goal, somebody else by a link; a proposal of the adviser's waits; and what is over. */
export const makeInvitations = async ({
  ids,
  deleted,
  customer,
  adviser,
  socialWorker,
  now,
  today,
  mark,
  row,
}: Making) => {
  const { customerId } = ids;
  const section = { owner: 'customer', key: 'language', title: '', text: mark('invitedSection') };
  const sectionId = newId();
  await row('plan_section', { id: sectionId, customerId, ...section, createdAt: now, changedAt: now });
  await row('plan_section_version', {
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
  const invitation = async (id: string, more: Record<string, unknown>, parts: Record<string, unknown>[]) => {
    const said = { purpose: mark('invitePurpose'), untilOn: addDays(today, 60), inviteeName: mark('inviteName') };
    await row('invitation', { id, customerId, ...said, createdAt: now, agreedAt: now, ...more });
    for (const [place, part] of parts.entries())
      await row('invitation_part', { invitationId: id, place, part: 'section', stage: null, sectionId: null, ...part });
  };
  const goal = { part: 'goal' };
  const invited = {
    inviteeId: socialWorker.personId,
    inviteeRole: 'socialWorker',
    inviteeName: socialWorker.actor.name,
  };
  await invitation(ids.invitationId, invited, [goal, { sectionId }]);
  const byLink = { relation: mark('inviteWord'), nameShown: 'firstName', secretHash: linkHash(ids.inviteSecret) };
  await invitation(newId(), byLink, [goal, { sectionId }]);
  const proposed = { proposedBy: adviser.personId, proposedName: adviser.actor.name, proposedRole: 'adviser' };
  const asked = { purpose: mark('proposedInvite'), inviteeName: mark('proposedInvite'), agreedAt: null };
  await invitation(ids.proposedInvitationId, { ...proposed, ...asked }, [goal]);
  const past = { secretHash: linkHash(deleted.inviteSecret), untilOn: addDays(today, -1) };
  await invitation(newId(), past, [goal, { sectionId }]);
  await invitation(newId(), { ...invited, endedAt: now, endedBy: 'customer', purpose: mark('inviteWord') }, [goal]);
};
