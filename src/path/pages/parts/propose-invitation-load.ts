import { type Form, goTo, type Page } from '../../../web/page.ts';
import { takeBackInvitation } from '../../invitations/end-invitation.ts';
import { proposeInvitation } from '../../invitations/invite.ts';
import { choicesOf } from '../../invitations/parts.ts';
import { readProposed } from '../../invitations/read-invitations.ts';
import { readSections } from '../../sections/read-sections.ts';
import { inviteIn } from './invite-in.ts';

/** What the page of proposing somebody shows: `base` is the customer's page of the one who proposes. */
export const loadProposal = async (page: Page, base: string) => {
  const customerId = page.param('customerId');
  const proposed = await page.run(readProposed, { customerId });
  const { sections } = await page.run(readSections, { customerId });
  return {
    ...proposed,
    choices: choicesOf(
      [],
      sections.filter(({ text }) => text !== ''),
    ),
    base: `${base}/${customerId}`,
  };
};

export const actOnProposal = async (page: Page, form: Form, base: string): Promise<Response> => {
  const customerId = page.param('customerId');
  const here = `${base}/${customerId}/invite`;
  if (form.text('do') === 'takeBack') {
    const read = { invitationId: form.text('invitationId'), version: Number(form.text('invitationVersion')) };
    await page.run(takeBackInvitation, read);
    return goTo(here, 'invitationTakenBack');
  }
  await page.run(proposeInvitation, { ...inviteIn(form), customerId });
  return goTo(here, 'invitationProposed');
};
