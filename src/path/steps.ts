import { type RawBuilder, sql } from 'kysely';
import { type Asked, access } from '../kernel/access/access.ts';
import { isId } from '../kernel/ids.ts';
import { notFound, Problem } from '../kernel/problem.ts';
import type { Work } from '../kernel/work.ts';
import { movesFor, type StepMove, type StepText, sideOf, waitsFor } from './rules.ts';
import type { Side, StepState } from './tables.ts';

export type StepRecord = StepText & {
  id: string;
  customerId: string;
  state: StepState;
  proposedBy: Side;
  word: string;
  /** What shows that it is done. */
  evidence: string;
  evidenceLink: string;
  /** An idea of the customer's that no professional finds. */
  onlyMine: boolean;
  /** The challenge the step grew from, if one. */
  challenge: { id: string; title: string; businessName: string; isYesTakenBack: boolean } | null;
  version: number;
  createdAt: Date;
  changedAt: Date;
};

/** A step as one side sees it. */
export type StepView = StepRecord & { moves: StepMove[]; waitsFor: Side | null };

/** Steps as the actor may find them: what a customer keeps to themselves is nobody else's. */
const select = async ({ tx, cityId, actor }: Work, where: RawBuilder<unknown>): Promise<StepRecord[]> => {
  const { rows } = await sql<StepRecord>`
    select s.id, s.customer_id, s.title, s.why, s.owner, s.owner_name, s.due_on, s.place, s.link, s.stage, s.evidence, s.evidence_link, s.only_mine,
      s.state, s.proposed_by, s.word, s.version, s.created_at, s.changed_at,
      case when c.id is not null then jsonb_build_object('id', c.id, 'title', c.title, 'businessName', b.name,
        'isYesTakenBack', coalesce(a.answer <> 'yes', false)) end as challenge
    from step s
    left join challenge c on c.city_id = s.city_id and c.id = s.challenge_id
    left join business b on b.city_id = c.city_id and b.id = c.business_id
    left join answer a on a.city_id = s.city_id and a.challenge_id = s.challenge_id and a.customer_id = s.customer_id
    where s.city_id = ${cityId} and ${where} and (${actor.role === 'customer'} or not s.only_mine)
    order by s.due_on nulls last, s.id`.execute(tx);
  return rows;
};

export const stepsOf = (work: Work, customerId: string): Promise<StepRecord[]> =>
  select(work, sql`s.customer_id = ${customerId}`);

export const seenBy = (side: Side, step: StepRecord): StepView => ({
  ...step,
  moves: movesFor({ ...step, side }),
  waitsFor: waitsFor(step),
});

/** Loads and authorises a step in one call: by the right to its customer's plan. Throws notFound for one that is not the actor's. */
export const loadStep = async (work: Work, stepId: string, asked: Omit<Asked, 'section'>): Promise<StepRecord> => {
  const [step] = isId(stepId) ? await select(work, sql`s.id = ${stepId}`) : [];
  if (!step) {
    work.note({ ...asked, section: 'plan', customerId: null, isAllowed: false });
    throw notFound();
  }
  await access.customer(work, step.customerId, { ...asked, section: 'plan' });
  return step;
};

/** The step as it stands, for a writer who lost the race. */
export const lostRace = async (work: Work, stepId: string): Promise<Problem> => {
  const [step] = await select(work, sql`s.id = ${stepId}`);
  return new Problem('changedMeanwhile', { current: step ? seenBy(sideOf(work.actor.role), step) : undefined });
};

/** Keeps the version the step has now, with who made it. */
export const keepVersion = async ({ tx, cityId, actor, now }: Work, stepId: string): Promise<void> => {
  await sql`
    insert into step_version (city_id, step_id, version, at, person_id, person_name, role, title, why, owner, owner_name, due_on, place, link, stage,
      evidence, evidence_link, only_mine, state, word)
    select city_id, id, version, ${now}, ${actor.personId}, ${actor.name}, ${actor.role}, title, why, owner, owner_name, due_on, place, link, stage,
      evidence, evidence_link, only_mine, state, word
    from step where city_id = ${cityId} and id = ${stepId}`.execute(tx);
};
