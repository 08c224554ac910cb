import { sql } from 'kysely';
import type { EventHandlers, Handling } from '../../kernel/notices.ts';
import type { InvitationSide } from './tables.ts';

type Told = {
  customerId: string;
  customerPersonId: string;
  inviteeId: string | null;
  proposedBy: string | null;
  proposedRole: 'adviser' | 'socialWorker' | null;
  isAgreed: boolean;
  isDeclined: boolean;
  endedBy: InvitationSide | null;
};

const findTold = async ({ tx, cityId }: Handling, invitationId: string): Promise<Told | undefined> => {
  const { rows } = await sql<Told>`
    select i.customer_id, c.person_id as customer_person_id, i.invitee_id, i.proposed_by, i.proposed_role, i.agreed_at is not null as is_agreed,
      i.declined_at is not null as is_declined, i.ended_by
    from invitation i
    join customer c on c.city_id = i.city_id and c.id = i.customer_id and c.deleted_at is null
    where i.city_id = ${cityId} and i.id = ${invitationId}`.execute(tx);
  return rows[0];
};

type Data = Record<string, string>;

/** Mails say that there is something, and where; whose plan it is and what for stay in Tuttu. */
const invitationProposed = async (handling: Handling, { invitationId = '' }: Data): Promise<void> => {
  const told = await findTold(handling, invitationId);
  if (!told || told.isAgreed || told.isDeclined || told.endedBy) return;
  const path = `/invitations/${invitationId}`;
  await handling.notify({ personId: told.customerPersonId, kind: 'invitationProposed', values: {}, path });
};

const invitationAnswered = async (handling: Handling, { invitationId = '' }: Data): Promise<void> => {
  const told = await findTold(handling, invitationId);
  if (!told?.proposedBy) return;
  const base = told.proposedRole === 'socialWorker' ? '/social-work' : '/customers';
  const kind = told.isAgreed ? 'invitationAgreed' : 'invitationDeclined';
  await handling.notify({ personId: told.proposedBy, kind, values: {}, path: `${base}/${told.customerId}/invite` });
};

const invitationGiven = async (handling: Handling, { invitationId = '' }: Data): Promise<void> => {
  const told = await findTold(handling, invitationId);
  if (!told?.inviteeId || !told.isAgreed || told.endedBy) return;
  const path = `/invited/${invitationId}`;
  await handling.notify({ personId: told.inviteeId, kind: 'invitationGiven', values: {}, path });
};

const invitationEnded = async (handling: Handling, { invitationId = '' }: Data): Promise<void> => {
  const told = await findTold(handling, invitationId);
  if (!told?.inviteeId) return;
  await handling.notify({ personId: told.inviteeId, kind: 'invitationEnded', values: {}, path: '/invited' });
};

const invitationLeft = async (handling: Handling, { invitationId = '' }: Data): Promise<void> => {
  const told = await findTold(handling, invitationId);
  if (!told) return;
  const path = `/invitations/${invitationId}`;
  await handling.notify({ personId: told.customerPersonId, kind: 'invitationLeft', values: {}, path });
};

export const invitationEvents: EventHandlers = {
  invitationProposed,
  invitationAnswered,
  invitationGiven,
  invitationEnded,
  invitationLeft,
};
