import { sql } from 'kysely';
import type { EventHandlers, Handling } from '../kernel/notices.ts';
import { keptSkills, offerEvidence } from '../know-how/index.ts';
import { otherSide } from './rules.ts';
import type { Side, StepState } from './tables.ts';

/** Who is on a side of a customer's plan: the customer, or whoever has them in their caseload. */
const findPeople = async ({ tx, cityId }: Handling, customerId: string, side: Side): Promise<string[]> => {
  const { rows } =
    side === 'customer'
      ? await sql<{ personId: string }>`
        select person_id from customer where city_id = ${cityId} and id = ${customerId} and deleted_at is null`.execute(
          tx,
        )
      : await sql<{ personId: string }>`
        select distinct l.adviser_id as person_id from caseload l
        join customer c on c.city_id = l.city_id and c.id = l.customer_id and c.deleted_at is null
        where l.city_id = ${cityId} and l.customer_id = ${customerId} and l.to_on is null`.execute(tx);
  return rows.map(({ personId }) => personId);
};

type Told = { customerId: string; side: Side; kind: string; path: string; values?: Record<string, string> };

const tell = async (handling: Handling, { customerId, side, kind, path, values = {} }: Told): Promise<void> => {
  for (const personId of await findPeople(handling, customerId, side))
    await handling.notify({ personId, kind, values, path });
};

type Step = { customerId: string; state: StepState; proposedBy: Side };

const findStep = ({ tx, cityId }: Handling, stepId: string): Promise<Step | undefined> =>
  tx
    .selectFrom('step')
    .select(['customerId', 'state', 'proposedBy'])
    .where('cityId', '=', cityId)
    .where('id', '=', stepId)
    .executeTakeFirst();

/** Mails say that something waits; what a step says, and whose it is, stay in Tuttu. */
const stepProposed = async (handling: Handling, { stepId = '' }: Record<string, string>): Promise<void> => {
  const step = await findStep(handling, stepId);
  if (step?.state !== 'proposed') return;
  const side = otherSide(step.proposedBy);
  const kind = side === 'customer' ? 'stepProposedToCustomer' : 'stepProposedToAdviser';
  await tell(handling, { customerId: step.customerId, side, kind, path: `/steps/${stepId}` });
};

const stepAnswered = async (handling: Handling, { stepId = '' }: Record<string, string>): Promise<void> => {
  const step = await findStep(handling, stepId);
  if (step?.state !== 'agreed' && step?.state !== 'declined') return;
  const kind = step.state === 'agreed' ? 'stepAgreed' : 'stepDeclined';
  await tell(handling, { customerId: step.customerId, side: step.proposedBy, kind, path: `/steps/${stepId}` });
};

const findTitle = async ({ tx, cityId }: Handling, challengeId: string): Promise<string | undefined> => {
  const { rows } = await sql<{ title: string }>`
    select title from challenge where city_id = ${cityId} and id = ${challengeId}`.execute(tx);
  return rows[0]?.title;
};

/** A customer said yes to a business: their adviser can propose a step for it. */
const answeredYes = async (handling: Handling, data: Record<string, string>): Promise<void> => {
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

type Finished = { title: string; finishedOn: string; byName: string; byRole: string; needs: number[] };

/** A step that grew from a challenge and that the customer did, with what the challenge needs and who said that it is done. */
const findFinished = async ({ tx, cityId }: Handling, stepId: string): Promise<Finished | undefined> => {
  const { rows } = await sql<Finished>`
    select s.title, (v.at at time zone t.time_zone)::date as finished_on, v.person_name as by_name, v.role as by_role,
      array(select n.skill_id from challenge_need n where n.city_id = s.city_id and n.challenge_id = s.challenge_id) as needs
    from step s
    join city t on t.id = s.city_id
    join step_version v on v.city_id = s.city_id and v.step_id = s.id and v.version = s.version and v.state = 'done'
    where s.city_id = ${cityId} and s.id = ${stepId} and s.state = 'done' and s.owner = 'customer' and s.challenge_id is not null`.execute(
    tx,
  );
  return rows[0];
};

/**
 * An agreed step for a business's challenge, done by the customer, can show what they can: it is offered to them for those of their kept skills
 * that the challenge needs. Whoever but the customer marked it done confirms it.
 */
const stepFinished = async (handling: Handling, { stepId = '', customerId = '' }: Record<string, string>) => {
  const finished = await findFinished(handling, stepId);
  if (!finished) return;
  const { title, finishedOn, byName, byRole, needs } = finished;
  const isConfirmed = byRole === 'adviser';
  const kept = await keptSkills(handling.tx, handling.cityId, customerId);
  await offerEvidence(handling, {
    ...{ customerId, kind: 'step', sourceId: stepId, title, happenedOn: finishedOn },
    confirmedBy: isConfirmed ? byName : '',
    confirmedAs: isConfirmed ? 'adviser' : '',
    skillIds: kept.map(({ skillId }) => skillId).filter((skillId) => needs.includes(skillId)),
  });
};

export const pathEvents: EventHandlers = { stepFinished, stepProposed, stepAnswered, answeredYes, adviserGiven };
