import { sql } from 'kysely';
import type { ProfessionalKind } from '../../kernel/actor.ts';
import type { EventHandlers, Handling } from '../../kernel/notices.ts';

type Told = {
  customerPersonId: string;
  fromId: string;
  fromName: string;
  toId: string;
  toName: string;
  toRole: ProfessionalKind;
  isAccepted: boolean;
  isDeclined: boolean;
  isTakenBack: boolean;
  isExpired: boolean;
};

const findTold = async ({ tx, cityId }: Handling, handOverId: string): Promise<Told | undefined> => {
  const { rows } = await sql<Told>`
    select c.person_id as customer_person_id, h.from_id, h.from_name, h.to_id, h.to_name, h.to_role, h.accepted_at is not null as is_accepted,
      h.declined_at is not null as is_declined, h.taken_back_at is not null as is_taken_back, h.expired_at is not null as is_expired
    from hand_over h
    join customer c on c.city_id = h.city_id and c.id = h.customer_id and c.deleted_at is null
    where h.city_id = ${cityId} and h.id = ${handOverId}`.execute(tx);
  return rows[0];
};

type Data = Record<string, string>;

/** Mails name the professionals, never the customer, nor why. */
const tell = async (
  handling: Handling,
  handOverId: string,
  people: readonly (readonly [personId: string, kind: string])[],
  { fromName, toName }: Told,
): Promise<void> => {
  for (const [personId, kind] of people)
    await handling.notify({
      personId,
      kind,
      values: { from: fromName, to: toName },
      path: `/hand-overs/${handOverId}`,
    });
};

const handOverBegun = async (handling: Handling, { handOverId = '' }: Data): Promise<void> => {
  const told = await findTold(handling, handOverId);
  if (!told || told.isAccepted || told.isDeclined || told.isTakenBack || told.isExpired) return;
  const { toId, customerPersonId } = told;
  const people = [[toId, 'handOverAsked'] as const, [customerPersonId, 'handOverOfYou'] as const];
  await tell(handling, handOverId, people, told);
};

const handOverAnswered = async (handling: Handling, { handOverId = '' }: Data): Promise<void> => {
  const told = await findTold(handling, handOverId);
  if (!told) return;
  const { fromId, customerPersonId, isAccepted } = told;
  const people = isAccepted
    ? [[fromId, 'handOverAccepted'] as const, [customerPersonId, 'handOverDone'] as const]
    : [[fromId, 'handOverDeclined'] as const, [customerPersonId, 'handOverNotDone'] as const];
  await tell(handling, handOverId, people, told);
};

const handOverTakenBack = async (handling: Handling, { handOverId = '' }: Data): Promise<void> => {
  const told = await findTold(handling, handOverId);
  if (!told) return;
  const { toId, customerPersonId } = told;
  const people = [[toId, 'handOverTakenBack'] as const, [customerPersonId, 'handOverNotDone'] as const];
  await tell(handling, handOverId, people, told);
};

const handOverExpired = async (handling: Handling, { handOverId = '' }: Data): Promise<void> => {
  const told = await findTold(handling, handOverId);
  if (!told?.isExpired) return;
  const { fromId, toId, customerPersonId } = told;
  const people = [
    [fromId, 'handOverUnanswered'] as const,
    [toId, 'handOverRanOut'] as const,
    [customerPersonId, 'handOverNotDone'] as const,
  ];
  await tell(handling, handOverId, people, told);
};

export const handOverEvents: EventHandlers = { handOverBegun, handOverAnswered, handOverTakenBack, handOverExpired };
