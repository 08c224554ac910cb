import { access } from '../../kernel/access/access.ts';
import { newId } from '../../kernel/ids.ts';
import { hashOf } from '../../kernel/secrets.ts';
import type { Work } from '../../kernel/work.ts';
import { readSections } from '../sections/read-sections.ts';
import { sectionsOf } from '../sections/sections.ts';
import { secretOf } from './invitations.ts';
import { countOpen, findInvitee, type InviteInput, invitationTerms, untilFrom } from './invite-input.ts';
import { choicesOf, type Part, type PartChoice, partsFrom, stagesOfSteps, writeParts } from './parts.ts';

export type WrittenInvitation = { id: string; version: number };

type Proposer = { id: string; name: string; role: 'adviser' | 'socialWorker' };

const insert = async (
  work: Work,
  {
    customerId,
    input,
    parts,
    proposer,
  }: { customerId: string; input: InviteInput; parts: Part[]; proposer: Proposer | null },
): Promise<WrittenInvitation> => {
  const terms = await invitationTerms(work);
  const untilOn = untilFrom(work.today, input.untilOn, terms);
  const invitee = await findInvitee(work, input, customerId);
  await countOpen(work, customerId, terms);
  const id = newId();
  await work.tx
    .insertInto('invitation')
    .values({
      ...{ cityId: work.cityId, id, customerId, ...invitee, purpose: input.purpose, untilOn },
      // Who has an account works with the customer under their name; on a link they choose.
      nameShown: input.way === 'link' ? input.nameShown : 'fullName',
      secretHash: input.way === 'link' ? hashOf(secretOf(work, id)) : null,
      proposedBy: proposer?.id ?? null,
      proposedName: proposer?.name ?? '',
      proposedRole: proposer?.role ?? null,
      ...{ createdAt: work.now, agreedAt: proposer === null ? work.now : null, declinedAt: null },
      ...{ endedAt: null, endedBy: null },
    })
    .execute();
  await writeParts(work, id, parts);
  return { id, version: 1 };
};

/** Sections of a plan that say something. */
const toldSections = async (work: Work, customerId: string) =>
  (await sectionsOf(work, [customerId])).filter(({ text }) => text !== '');

/**
 * Invites somebody to chosen parts of my plan, at once. Throws badInput for nobody of that name (`name`), a day too far (`untilOn`) or a section that
 * is not mine (`parts`); tooMany past the city's number.
 */
export const invite = async (work: Work, input: InviteInput): Promise<WrittenInvitation> => {
  const me = await access.self(work, { section: 'invitations', action: 'write', why: 'invited somebody' });
  const sections = await toldSections(work, me.id);
  const parts = partsFrom(
    input.parts,
    sections.map(({ id }) => id),
  );
  const written = await insert(work, { customerId: me.id, input, parts, proposer: null });
  work.emit('invitationGiven', { invitationId: written.id });
  return written;
};

/** What I can invite somebody to, and how long it is usually for. */
export const prepareInvitation = async (work: Work): Promise<{ choices: PartChoice[]; usualDays: number }> => {
  const me = await access.self(work, { section: 'invitations', action: 'read', why: 'own invitations' });
  const sections = await toldSections(work, me.id);
  const { invitationDays } = await invitationTerms(work);
  return { choices: choicesOf(await stagesOfSteps(work, me.id), sections), usualDays: invitationDays };
};

const proposerOf = ({ actor }: Work): Proposer => ({
  id: actor.personId,
  name: actor.name,
  role: actor.role === 'socialWorker' ? 'socialWorker' : 'adviser',
});

/**
 * Proposes to a customer of mine to invite somebody. Nobody sees anything before they say yes, and they choose again what is shown. I can propose
 * sections I see myself. Throws as `invite`.
 */
export const proposeInvitation = async (
  work: Work,
  { customerId, ...input }: InviteInput & { customerId: string },
): Promise<WrittenInvitation> => {
  const asked = { section: 'invitations', action: 'propose', why: 'proposed to invite somebody' } as const;
  const customer = await access.customer(work, customerId, asked);
  const isAboutSections = input.parts.some((code) => code.startsWith('section-'));
  const seen = isAboutSections ? (await readSections(work, { customerId })).sections : [];
  const parts = partsFrom(
    input.parts,
    seen.map(({ id }) => id),
  );
  const written = await insert(work, { customerId: customer.id, input, parts, proposer: proposerOf(work) });
  work.emit('invitationProposed', { invitationId: written.id });
  return written;
};
