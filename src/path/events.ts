import { sql } from 'kysely';
import { dayIn } from '../kernel/clock.ts';
import type { EventHandlers, Handling } from '../kernel/notices.ts';
import { afterCareEvents } from './after-care/events.ts';
import { handOverEvents } from './hand-over/events.ts';
import { invitationEvents } from './invitations/events.ts';
import { appointmentHeld } from './rhythm/talk-held.ts';
import { otherSide } from './rules.ts';
import { signingEvents } from './signing/events.ts';
import { stagesEvents } from './stages/events.ts';
import { answerOnPath, stepLedOn } from './stages/keep-facts.ts';
import { stepFinished } from './step-finished.ts';
import type { ProfessionalRole, Side, StepState } from './tables.ts';

/** Who is on a side of a customer's plan: the customer, whoever has them in their caseload, and who stands in for them today. */
const findPeople = async ({ tx, cityId, now }: Handling, customerId: string, side: Side): Promise<string[]> => {
  const today = dayIn('Europe/Helsinki', now);
  const { rows } =
    side === 'customer'
      ? await sql<{ personId: string }>`
        select person_id from customer where city_id = ${cityId} and id = ${customerId} and deleted_at is null`.execute(
          tx,
        )
      : await sql<{ personId: string | null }>`
        select distinct unnest(array[l.adviser_id, case when ${today}::date between l.stand_in_from and l.stand_in_until then l.stand_in_id end]) as person_id
        from caseload l
        join customer c on c.city_id = l.city_id and c.id = l.customer_id and c.deleted_at is null
        where l.city_id = ${cityId} and l.customer_id = ${customerId} and l.kind = ${side} and l.to_on is null`.execute(
          tx,
        );
  return rows.flatMap(({ personId }) => (personId === null ? [] : [personId]));
};

type Told = { customerId: string; side: Side; kind: string; path: string; values?: Record<string, string> };

const tell = async (handling: Handling, { customerId, side, kind, path, values = {} }: Told): Promise<void> => {
  for (const personId of await findPeople(handling, customerId, side))
    await handling.notify({ personId, kind, values, path });
};

type Step = { customerId: string; state: StepState; proposedBy: Side; withRole: ProfessionalRole };

const findStep = ({ tx, cityId }: Handling, stepId: string): Promise<Step | undefined> =>
  tx
    .selectFrom('step')
    .select(['customerId', 'state', 'proposedBy', 'withRole'])
    .where('cityId', '=', cityId)
    .where('id', '=', stepId)
    .executeTakeFirst();

/** Of what is with the social worker a mail does not say with whom: the part of the kind's name that differs. */
const by = ({ withRole }: Step): '' | 'ByOther' => (withRole === 'adviser' ? '' : 'ByOther');

/** Mails say that something waits; what a step says, and whose it is, stay in Tuttu. */
const stepProposed = async (handling: Handling, { stepId = '' }: Record<string, string>): Promise<void> => {
  const step = await findStep(handling, stepId);
  if (step?.state !== 'proposed') return;
  const side = otherSide(step.proposedBy, step.withRole);
  const kind = side === 'customer' ? `stepProposedToCustomer${by(step)}` : 'stepProposedToAdviser';
  await tell(handling, { customerId: step.customerId, side, kind, path: `/steps/${stepId}` });
};

const stepAnswered = async (handling: Handling, { stepId = '' }: Record<string, string>): Promise<void> => {
  const step = await findStep(handling, stepId);
  if (step?.state !== 'agreed' && step?.state !== 'declined') return;
  const kind = step.state === 'agreed' ? 'stepAgreed' : 'stepDeclined';
  await tell(handling, { customerId: step.customerId, side: step.proposedBy, kind, path: `/steps/${stepId}` });
};

/** One side has left what both had agreed on: the other hears of it. */
const stepLeft = async (handling: Handling, { stepId = '' }: Record<string, string>): Promise<void> => {
  const step = await findStep(handling, stepId);
  if (step?.state !== 'dropped' && step?.state !== 'ended') return;
  const [side, kind] =
    step.state === 'dropped'
      ? ([step.withRole, 'stepDropped'] as const)
      : (['customer', `stepEnded${by(step)}`] as const);
  await tell(handling, { customerId: step.customerId, side, kind, path: `/steps/${stepId}` });
};

/** The customer has an idea again of what was left: who looks after them hears of it. */
const stepTakenUp = async (handling: Handling, { stepId = '' }: Record<string, string>): Promise<void> => {
  const step = await findStep(handling, stepId);
  if (step?.state !== 'idea') return;
  await tell(handling, {
    customerId: step.customerId,
    side: step.withRole,
    kind: 'stepTakenUp',
    path: `/steps/${stepId}`,
  });
};

const findTitle = async ({ tx, cityId }: Handling, challengeId: string): Promise<string | undefined> => {
  const { rows } = await sql<{ title: string }>`
    select title from challenge where city_id = ${cityId} and id = ${challengeId}`.execute(tx);
  return rows[0]?.title;
};

/** A customer said yes to a business: it stands on their path, and their adviser can propose a step for it. */
const answeredYes = async (handling: Handling, data: Record<string, string>): Promise<void> => {
  await answerOnPath(handling, data);
  const { customerId = '', challengeId = '' } = data;
  const challenge = await findTitle(handling, challengeId);
  if (challenge === undefined) return;
  const path = `/customers/${customerId}`;
  await tell(handling, { customerId, side: 'adviser', kind: 'customerSaidYes', path, values: { challenge } });
};

const findName = async ({ tx, cityId }: Handling, personId: string): Promise<string | undefined> => {
  const row = await tx
    .selectFrom('cityPerson')
    .select('name')
    .where('cityId', '=', cityId)
    .where('personId', '=', personId)
    .executeTakeFirst();
  return row?.name;
};

/** A customer has got an adviser: they hear who, and the adviser of it unless they took them themselves. */
const adviserGiven = async (handling: Handling, data: Record<string, string>): Promise<void> => {
  const { customerId = '', adviserId = '', byId = '' } = data;
  const advisers = await findPeople(handling, customerId, 'adviser');
  const adviser = await findName(handling, adviserId);
  if (adviser === undefined || !advisers.includes(adviserId)) return;
  await tell(handling, { customerId, side: 'customer', kind: 'adviserGiven', path: '/plan', values: { adviser } });
  if (adviserId !== byId)
    await handling.notify({ personId: adviserId, kind: 'customerGiven', values: {}, path: `/customers/${customerId}` });
};

/** A step done can show what its customer can, and leads their path on. */
const stepDone = async (handling: Handling, data: Record<string, string>): Promise<void> => {
  await stepFinished(handling, data);
  await stepLedOn(handling, data);
};

/** Somebody stands in for a customer's adviser: the customer hears who. From when to when stands on their first page. */
const standInGiven = async (handling: Handling, { customerId = '', standInId = '' }: Record<string, string>) => {
  const name = await findName(handling, standInId);
  if (name === undefined) return;
  await tell(handling, { customerId, side: 'customer', kind: 'standInGiven', path: '/', values: { name } });
};

const standInEnded = (handling: Handling, { customerId = '' }: Record<string, string>) =>
  tell(handling, { customerId, side: 'customer', kind: 'standInEnded', path: '/' });

/** The one who gets them hears of all at once. */
const customersHandedOver = async (handling: Handling, data: Record<string, string>): Promise<void> => {
  const { toId: personId = '', byId = '', count = '0', way } = data;
  const kind = way === 'forGood' ? 'customersGiven' : 'standInAsked';
  const from = (await findName(handling, byId)) ?? '';
  await handling.notify({ personId, kind, values: { count: Number(count), from }, path: '/caseload' });
};

/** A note of the adviser's is shown to its customer. */
const noteShown = (handling: Handling, { customerId = '' }: Record<string, string>) =>
  tell(handling, { customerId, side: 'customer', kind: 'noteShown', path: '/plan#notes' });

export const pathEvents: EventHandlers = {
  ...signingEvents,
  ...invitationEvents,
  ...stagesEvents,
  ...afterCareEvents,
  stepFinished: stepDone,
  ...handOverEvents,
  stepProposed,
  stepAnswered,
  stepLeft,
  stepTakenUp,
  answeredYes,
  adviserGiven,
  noteShown,
  standInGiven,
  standInEnded,
  customersHandedOver,
  appointmentHeld,
};
