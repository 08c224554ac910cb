import { sql } from 'kysely';
import { access } from '../../kernel/access/access.ts';
import { aPerson, type Move, type MoveSource } from '../../kernel/move.ts';
import type { Work } from '../../kernel/work.ts';
import { findInvitations } from './invitations.ts';

/** How long a new invitation is told of, where nobody has looked yet. */
const newDays = 30;

/** What professionals propose to a customer and the customer has not answered. */
const customerMoves = async (work: Work): Promise<Move[]> => {
  const found = await findInvitations(
    work,
    sql`i.customer_id = ${work.actor.customerId} and i.proposed_by is not null and i.agreed_at is null and i.declined_at is null
      and i.ended_at is null and i.until_on >= ${work.today}::date`,
  );
  return found.map(({ id, proposedName, inviteeName, createdAt, untilOn }) => ({
    kind: 'invitationToAnswer',
    values: { name: proposedName, who: inviteeName },
    path: `/invitations/${id}`,
    since: createdAt,
    untilOn,
    who: aPerson(proposedName),
    thing: `invitation:${id}`,
  }));
};

/** What the actor proposed and its customer has not answered: it waits for them. */
const proposedMoves = async (work: Work): Promise<Move[]> => {
  const { personId, role } = work.actor;
  const found = await findInvitations(
    work,
    sql`i.proposed_by = ${personId} and i.proposed_role = ${role} and i.agreed_at is null and i.declined_at is null
      and i.ended_at is null and i.until_on >= ${work.today}::date
      and exists (select from caseload l where l.city_id = i.city_id and l.customer_id = i.customer_id and l.adviser_id = ${personId}
        and l.kind = ${role} and l.to_on is null)`,
  );
  const base = role === 'socialWorker' ? '/social-work' : '/customers';
  const asked = { section: 'invitations', action: 'read', why: 'what waits', relations: ['wrote'] } as const;
  for (const { customerId } of found) access.authorise(work, { ...asked, customerId });
  return found.map(({ id, customerId, customerName, inviteeName, createdAt, untilOn }) => ({
    kind: 'invitationWaits',
    values: { name: customerName, who: inviteeName },
    path: `${base}/${customerId}/invite`,
    since: createdAt,
    untilOn,
    who: aPerson(customerName),
    thing: `invitation:${id}`,
    isWaiting: true,
  }));
};

/** Who has invited the actor, and they have not looked yet. */
const invitedMoves = async (work: Work): Promise<Move[]> => {
  const { personId, role } = work.actor;
  const from = new Date(work.now.getTime() - newDays * 24 * 3_600_000);
  const found = await findInvitations(
    work,
    sql`i.invitee_id = ${personId} and i.invitee_role = ${role} and i.agreed_at >= ${from} and i.ended_at is null
      and i.until_on >= ${work.today}::date and not exists (
        select from use_log u where u.city_id = i.city_id and u.customer_id = i.customer_id and u.person_id = ${personId} and u.role = ${role}
          and u.section = 'invitedPlan' and u.is_allowed and u.at >= i.agreed_at)`,
  );
  const asked = { section: 'invitations', action: 'list', why: 'what waits', relations: ['invited'] } as const;
  for (const { customerId } of found) access.authorise(work, { ...asked, customerId });
  return found.map(({ id, customerName, agreedAt, createdAt, untilOn }) => ({
    kind: 'invitedMe',
    values: { name: customerName },
    path: `/invited/${id}`,
    since: agreedAt ?? createdAt,
    untilOn,
    who: aPerson(customerName),
    isNews: true,
  }));
};

const professionalMoves = async (work: Work): Promise<Move[]> => [
  ...(await invitedMoves(work)),
  ...(await proposedMoves(work)),
];

export const invitationMovesNow = {
  customer: customerMoves,
  adviser: professionalMoves,
  socialWorker: professionalMoves,
  coordinator: invitedMoves,
  facilitator: invitedMoves,
} satisfies MoveSource;
