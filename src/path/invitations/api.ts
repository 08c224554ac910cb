import { z } from 'zod';
import { type ApiRoute, apiRoute } from '../../kernel/http/api.ts';
import { languages } from '../../kernel/languages.ts';
import { sectionKeys } from '../kinds/tables.ts';
import { sectionOwners } from '../sections/tables.ts';
import { owners, stages, stepStates } from '../tables.ts';
import {
  answerInvitation,
  answerInvitationInput,
  changeInvitation,
  changeInvitationInput,
} from './answer-invitation.ts';
import { leaveInvitation, takeBackInvitation, withdrawInvitation } from './end-invitation.ts';
import { invite, proposeInvitation } from './invite.ts';
import { inviteInput } from './invite-input.ts';
import { readInvitation, readInvitations, readProposed } from './read-invitations.ts';
import { openInvitation, readInvited } from './read-invited.ts';
import { invitationMoves, invitationStates } from './rules.ts';
import { invitationSides, inviteeRoles } from './tables.ts';

const customer = ['customer'] as const;
const professionals = ['adviser', 'socialWorker'] as const;
const ofInvitation = z.object({ invitationId: z.string() });
const written = z.object({ id: z.string(), version: z.int() });
const proposedRole = z.enum(professionals).nullable();

const choice = z.object({
  code: z.string(),
  stage: z.enum(stages).nullable(),
  section: z.object({ key: z.enum(sectionKeys).nullable(), title: z.string() }).nullable(),
});

const invitation = z.object({
  id: z.string(),
  customerId: z.string(),
  inviteeRole: z.enum(inviteeRoles).nullable(),
  inviteeName: z.string(),
  relation: z.string(),
  nameShown: z.enum(['fullName', 'firstName']),
  purpose: z.string(),
  untilOn: z.string(),
  proposedName: z.string(),
  proposedRole,
  createdAt: z.date(),
  agreedAt: z.date().nullable(),
  declinedAt: z.date().nullable(),
  word: z.string(),
  endedAt: z.date().nullable(),
  endedBy: z.enum(invitationSides).nullable(),
  version: z.int(),
  state: z.enum(invitationStates),
  looks: z.int(),
  lookedAt: z.date().nullable(),
  parts: z.array(choice),
  moves: z.array(z.enum(invitationMoves)),
  isLink: z.boolean(),
});

const invited = z.object({
  id: z.string(),
  name: z.string(),
  language: z.enum(languages),
  purpose: z.string(),
  untilOn: z.string(),
  proposedName: z.string(),
  proposedRole,
  agreedAt: z.date().nullable(),
  version: z.int(),
});

const plan = z.object({
  goal: z.string().nullable(),
  steps: z
    .array(
      z.object({
        id: z.string(),
        title: z.string(),
        why: z.string(),
        owner: z.enum(owners),
        ownerName: z.string(),
        dueOn: z.string().nullable(),
        place: z.string(),
        stage: z.enum(stages).nullable(),
        state: z.enum(stepStates),
      }),
    )
    .nullable(),
  sections: z.array(
    z.object({
      id: z.string(),
      key: z.enum(sectionKeys).nullable(),
      title: z.string(),
      text: z.string(),
      owner: z.enum(sectionOwners),
      personName: z.string(),
      changedAt: z.date(),
    }),
  ),
});

const example = {
  way: 'link',
  name: 'Maija',
  relation: 'sisko',
  nameShown: 'firstName',
  purpose: 'Autat minua hakemaan töitä.',
  parts: ['goal', 'steps'],
  untilOn: null,
};

/** Invitations to a plan. Who has a link has a page only: no account, no program. */
export const invitationsApi: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/invitations',
    roles: customer,
    summary: 'Whom I have invited to parts of my plan, or was asked to, and how often they have looked',
    answer: z.array(invitation),
    call: ({ run }) => run((work) => readInvitations(work), undefined),
  }),
  apiRoute({
    method: 'POST',
    url: '/invitations',
    roles: customer,
    summary: 'Invite somebody to chosen parts of my plan, for a purpose and until a day',
    body: inviteInput,
    answer: written,
    example,
    call: ({ run, body }) => run(invite, body),
  }),
  apiRoute({
    method: 'GET',
    url: '/invitations/:invitationId',
    roles: customer,
    summary: 'One of them, with what its link ends in while it opens',
    params: ofInvitation,
    answer: invitation.extend({ secret: z.string().nullable(), choices: z.array(choice) }),
    call: ({ run, params }) => run(readInvitation, params.invitationId),
  }),
  apiRoute({
    method: 'PUT',
    url: '/invitations/:invitationId',
    roles: customer,
    summary: 'Choose anew what an open invitation shows, and until when',
    isVersioned: true,
    params: ofInvitation,
    body: changeInvitationInput,
    answer: written,
    example: { parts: ['goal'], untilOn: null },
    call: ({ run, params, body, version }) => run(changeInvitation, { ...params, ...body, version }),
  }),
  apiRoute({
    method: 'POST',
    url: '/invitations/:invitationId/answer',
    roles: customer,
    summary: 'Answer what a professional proposed: yes to the parts named, or no; with a word',
    isVersioned: true,
    params: ofInvitation,
    body: answerInvitationInput,
    answer: written,
    example: { answer: 'yes', word: 'Sopii hyvin.' },
    call: ({ run, params, body, version }) => run(answerInvitation, { ...params, ...body, version }),
  }),
  apiRoute({
    method: 'DELETE',
    url: '/invitations/:invitationId',
    roles: customer,
    summary: 'Withdraw an invitation: it opens nothing from now on',
    isVersioned: true,
    params: ofInvitation,
    answer: written,
    call: ({ run, params, version }) => run(withdrawInvitation, { ...params, version }),
  }),
  apiRoute({
    method: 'GET',
    url: '/customers/:customerId/invitations',
    roles: professionals,
    summary: 'Whom I have proposed to a customer of mine to invite, and what they answered',
    params: z.object({ customerId: z.uuid() }),
    answer: z.object({
      customer: z.object({ id: z.string(), name: z.string() }),
      invitations: z.array(invitation),
    }),
    call: ({ run, params }) => run(readProposed, params),
  }),
  apiRoute({
    method: 'POST',
    url: '/customers/:customerId/invitations',
    roles: professionals,
    summary: 'Propose to a customer of mine to invite somebody; nobody sees anything before they say yes',
    params: z.object({ customerId: z.uuid() }),
    body: inviteInput,
    answer: written,
    example,
    call: ({ run, params, body }) => run(proposeInvitation, { ...params, ...body }),
  }),
  apiRoute({
    method: 'DELETE',
    url: '/proposed-invitations/:proposedInvitationId',
    roles: professionals,
    summary: 'Take back what I proposed, before it is answered',
    isVersioned: true,
    params: z.object({ proposedInvitationId: z.string() }),
    answer: written,
    call: ({ run, params, version }) => run(takeBackInvitation, { invitationId: params.proposedInvitationId, version }),
  }),
  apiRoute({
    method: 'GET',
    url: '/invited',
    roles: inviteeRoles,
    summary: 'Who has invited me to their plan, in the role I act in',
    answer: z.array(invited),
    call: ({ run }) => run((work) => readInvited(work), undefined),
  }),
  apiRoute({
    method: 'GET',
    url: '/invited/:invitationId',
    roles: inviteeRoles,
    summary: 'What I was invited to see, as it is now',
    params: ofInvitation,
    answer: invited.extend({ plan }),
    call: ({ run, params }) => run(openInvitation, params.invitationId),
  }),
  apiRoute({
    method: 'DELETE',
    url: '/invited/:invitationId',
    roles: inviteeRoles,
    summary: 'Leave: I do not want to see it any more',
    isVersioned: true,
    params: ofInvitation,
    answer: written,
    call: ({ run, params, version }) => run(leaveInvitation, { ...params, version }),
  }),
];
