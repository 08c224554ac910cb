import { type RawBuilder, sql } from 'kysely';
import { type Asked, access } from '../../kernel/access/access.ts';
import type { Relation } from '../../kernel/access/policy.ts';
import type { Actor, Guest } from '../../kernel/actor.ts';
import { isId } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/languages.ts';
import { notFound } from '../../kernel/problem.ts';
import { hidesWhole } from '../../kernel/protection.ts';
import { hashOf } from '../../kernel/secrets.ts';
import type { Work, WorkAs } from '../../kernel/work.ts';
import { type Part, partsOf } from './parts.ts';
import { type InvitationState, stateOfInvitation } from './rules.ts';
import type { InvitationSide, InviteeRole } from './tables.ts';

export type InvitationRecord = {
  id: string;
  customerId: string;
  /** Whose plan it is, as the register has it. */
  customerName: string;
  language: Language;
  inviteeId: string | null;
  inviteeRole: InviteeRole | null;
  inviteeName: string;
  relation: string;
  secretHash: Buffer | null;
  nameShown: 'fullName' | 'firstName';
  purpose: string;
  untilOn: string;
  proposedBy: string | null;
  proposedName: string;
  proposedRole: 'adviser' | 'socialWorker' | null;
  createdAt: Date;
  agreedAt: Date | null;
  declinedAt: Date | null;
  word: string;
  endedAt: Date | null;
  endedBy: InvitationSide | null;
  version: number;
  state: InvitationState;
  parts: Part[];
};

type Acting = Pick<WorkAs<Actor | Guest>, 'tx' | 'cityId' | 'today' | 'actor'>;

/** Invitations, whoever may see them: for callers who ask that next. The newest first, at most 200. */
/** SQL: of a secret identity only the few named find an invitation. A link is the customer's own to hand out, whoever holds it. */
const mayKnow = (work: Acting) => {
  const { personId } = work.actor;
  return personId === null
    ? sql`true`
    : sql`not ${hidesWhole({ ...work, actor: { personId } }, sql.ref('i.customer_id'))}`;
};

export const findInvitations = async (work: Acting, where: RawBuilder<unknown>): Promise<InvitationRecord[]> => {
  const { rows } = await sql<Omit<InvitationRecord, 'state' | 'parts'>>`
    select i.id, i.customer_id, p.name as customer_name, p.language, i.invitee_id, i.invitee_role, i.invitee_name, i.relation, i.secret_hash, i.name_shown,
      i.purpose, i.until_on, i.proposed_by, i.proposed_name, i.proposed_role, i.created_at, i.agreed_at, i.declined_at, i.word, i.ended_at,
      i.ended_by, i.version
    from invitation i
    join customer c on c.city_id = i.city_id and c.id = i.customer_id and c.deleted_at is null
    join city_person p on p.city_id = c.city_id and p.person_id = c.person_id
    where i.city_id = ${work.cityId} and ${where} and ${mayKnow(work)}
    order by i.created_at desc, i.id desc limit 200`.execute(work.tx);
  const parts = await partsOf(
    work,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, state: stateOfInvitation(row, work.today), parts: parts.get(row.id) ?? [] }));
};

/** The actor is the one invited, in the role they were invited in. */
const isInvited = ({ personId, role }: Actor, { inviteeId, inviteeRole }: InvitationRecord): boolean =>
  inviteeId === personId && inviteeRole === role;

const relationsOf = (actor: Actor, invitation: InvitationRecord): Relation[] => [
  ...(actor.role === 'customer' && invitation.customerId === actor.customerId ? (['own'] as const) : []),
  ...(invitation.proposedBy === actor.personId && invitation.proposedRole === actor.role ? (['wrote'] as const) : []),
  // Before the customer has agreed nobody is invited, and after it has ended nobody is any more.
  ...(isInvited(actor, invitation) && invitation.state === 'open' ? (['invited'] as const) : []),
];

/**
 * Loads and authorises an invitation in one call: the customer's own, one the actor proposed, or one that lets the actor in now. Throws notFound
 * for any other, as for one that has ended.
 */
export const loadInvitation = async (
  work: Work,
  invitationId: string,
  { as, ...asked }: Omit<Asked, 'section'> & { as: InvitationSide },
): Promise<InvitationRecord> => {
  const [found] = isId(invitationId) ? await findInvitations(work, sql`i.id = ${invitationId}`) : [];
  const section = 'invitations';
  if (!found) {
    work.note({ ...asked, section, customerId: null, isAllowed: false });
    throw notFound();
  }
  const wanted = { customer: 'own', proposer: 'wrote', invited: 'invited' } as const;
  const relations = relationsOf(work.actor, found).filter((relation) => relation === wanted[as]);
  access.authorise(work, { ...asked, section, relations, customerId: found.customerId });
  return found;
};

/** What a link's address ends in: its city, and 32 bytes made of the invitation's id with the operator's secret, so that it is written down nowhere. */
export const secretOf = ({ cityId, services }: Pick<Work, 'cityId' | 'services'>, invitationId: string): string =>
  `${cityId}.${services.secrets.lookup(`invitation ${invitationId}`).toString('base64url')}`;

/** The secret of an open link, for its customer to hand over; null where there is none, or it was made with an earlier secret of the operator's. */
export const secretToHandOver = (
  work: Work,
  { id, secretHash, state }: Pick<InvitationRecord, 'id' | 'secretHash' | 'state'>,
): string | null => {
  if (state !== 'open' || secretHash === null) return null;
  const secret = secretOf(work, id);
  return hashOf(secret).equals(secretHash) ? secret : null;
};

/** The customer's name as the one invited sees it: whole, or the first name. */
export const nameOnInvitation = ({
  customerName,
  nameShown,
}: Pick<InvitationRecord, 'customerName' | 'nameShown'>): string =>
  nameShown === 'fullName' ? customerName : (customerName.split(' ')[0] ?? '');
