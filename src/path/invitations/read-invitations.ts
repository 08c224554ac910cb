import { sql } from 'kysely';
import { access } from '../../kernel/access/access.ts';
import type { Work } from '../../kernel/work.ts';
import { sectionsOf } from '../sections/sections.ts';
import { findInvitations, type InvitationRecord, loadInvitation, secretToHandOver } from './invitations.ts';
import { choicesOf, codeOf, type PartChoice, type PartCode, stagesOfSteps } from './parts.ts';
import { type InvitationMove, movesFor } from './rules.ts';

/** What has been looked at by it, out of the use log: looking writes nothing else. */
type Looks = { looks: number; lookedAt: Date | null };

export type InvitationView = Omit<
  InvitationRecord,
  'secretHash' | 'parts' | 'inviteeId' | 'proposedBy' | 'customerName'
> &
  Looks & {
    parts: PartChoice[];
    moves: InvitationMove[];
    /** It opens by a link, without an account. */
    isLink: boolean;
  };

/**
 * How often who was invited has looked while it was open: somebody with an account by themselves, who has a link by the name the customer gave
 * them. Two links for people of one name are counted together.
 */
const looksOf = async ({ tx, cityId }: Work, customerId: string): Promise<Map<string, Looks>> => {
  const { rows } = await sql<Looks & { id: string }>`
    select i.id, count(*)::int as looks, max(u.at) as looked_at
    from invitation i
    join use_log u on u.city_id = i.city_id and u.customer_id = i.customer_id and u.section = 'invitedPlan' and u.is_allowed
      and u.at >= i.agreed_at and (i.ended_at is null or u.at <= i.ended_at)
      and case when i.invitee_id is null then u.role = 'guest' and u.person_name = i.invitee_name
        else u.person_id = i.invitee_id and u.role = i.invitee_role end
    where i.city_id = ${cityId} and i.customer_id = ${customerId}
    group by i.id`.execute(tx);
  return new Map(rows.map(({ id, ...looks }) => [id, looks]));
};

/** What the parts of invitations are called: the sections of one customer's plan, by id. */
type Named = Map<string, PartChoice['section']>;

const sectionNames = async (work: Work, customerId: string): Promise<Named> =>
  new Map((await sectionsOf(work, [customerId])).map(({ id, key, title }) => [id, { key, title }]));

export const partChoices = ({ parts }: Pick<InvitationRecord, 'parts'>, names: Named): PartChoice[] =>
  parts.map((part) => ({
    code: codeOf(part),
    stage: part.stage,
    section: part.sectionId === null ? null : (names.get(part.sectionId) ?? { key: null, title: '' }),
  }));

const viewFor = (
  side: 'customer' | 'proposer',
  { secretHash, inviteeId, parts, proposedBy: _, customerName: __, ...rest }: InvitationRecord,
  { names, looks }: { names: Named; looks: Map<string, Looks> },
): InvitationView => ({
  ...rest,
  ...(looks.get(rest.id) ?? { looks: 0, lookedAt: null }),
  parts: partChoices({ parts }, names),
  moves: movesFor({ state: rest.state, side }),
  isLink: inviteeId === null,
});

/** Whom I have invited or was asked to invite, the latest first, and how often they have looked. */
export const readInvitations = async (work: Work): Promise<InvitationView[]> => {
  const me = await access.self(work, { section: 'invitations', action: 'read', why: 'own invitations' });
  const found = await findInvitations(work, sql`i.customer_id = ${me.id}`);
  const around = { names: await sectionNames(work, me.id), looks: await looksOf(work, me.id) };
  return found.map((one) => viewFor('customer', one, around));
};

export type OwnInvitation = InvitationView & {
  /** What the link ends in, to be handed over; null where there is none. */
  secret: string | null;
  /** What it could show, for choosing anew. */
  choices: PartChoice[];
};

/** One of my invitations. */
export const readInvitation = async (work: Work, invitationId: string): Promise<OwnInvitation> => {
  const asked = { as: 'customer', action: 'read', why: 'own invitations' } as const;
  const found = await loadInvitation(work, invitationId, asked);
  const { customerId } = found;
  const names = await sectionNames(work, customerId);
  const view = viewFor('customer', found, { names, looks: await looksOf(work, customerId) });
  const told = (await sectionsOf(work, [customerId])).filter(({ text }) => text !== '');
  const all = choicesOf(await stagesOfSteps(work, customerId), told);
  const known = new Set<PartCode>(all.map(({ code }) => code));
  return {
    ...view,
    secret: secretToHandOver(work, found),
    // What is shown stays to be chosen although there is nothing in it now.
    choices: [...all, ...view.parts.filter(({ code }) => !known.has(code))],
  };
};

export type Proposed = { customer: { id: string; name: string }; invitations: InvitationView[] };

/** What I have proposed to a customer of mine, and what they answered. Whom they invited by themselves is theirs. */
export const readProposed = async (work: Work, { customerId }: { customerId: string }): Promise<Proposed> => {
  const asked = { section: 'invitations', action: 'propose', why: 'whom to invite' } as const;
  const customer = await access.customer(work, customerId, asked);
  const { personId, role } = work.actor;
  const found = await findInvitations(
    work,
    sql`i.customer_id = ${customer.id} and i.proposed_by = ${personId} and i.proposed_role = ${role}`,
  );
  // Of sections they may not see any more the page says that there is one, and not what it is about.
  const names: Named = new Map();
  const invitations = found.map((one) => viewFor('proposer', one, { names, looks: new Map() }));
  return { customer: { id: customer.id, name: customer.name }, invitations };
};
