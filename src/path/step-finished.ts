import { sql } from 'kysely';
import type { Handling } from '../kernel/notices.ts';
import { keptSkills, offerEvidence } from '../know-how/index.ts';

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
export const stepFinished = async (
  handling: Handling,
  { stepId = '', customerId = '' }: Record<string, string>,
): Promise<void> => {
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
