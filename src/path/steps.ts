import { type RawBuilder, sql } from 'kysely';
import { type Asked, access } from '../kernel/access/access.ts';
import { isId } from '../kernel/ids.ts';
import { notFound, Problem } from '../kernel/problem.ts';
import type { Work } from '../kernel/work.ts';
import { movesFor, type StepMove, type StepText, sideOf, waitsFor } from './rules.ts';
import { stepRelations } from './step-relations.ts';
import type { ProfessionalRole, Side, StepState } from './tables.ts';

export type StepRecord = StepText & {
  id: string;
  customerId: string;
  state: StepState;
  proposedBy: Side;
  /** The professional it is agreed on with. */
  withRole: ProfessionalRole;
  /** The customer shows it to the other professional too. */
  isShown: boolean;
  /** Has been proposed at some time: with whom it is does not change any more. */
  wasProposed: boolean;
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

/** SQL: the customer shows a step `s` to the professional it is not with. */
export const isShownOn = (today: string) => sql<boolean>`exists (
  select from step_shown w where w.city_id = s.city_id and w.step_id = s.id and w.shown_to <> s.with_role and w.withdrawn_at is null
    and (w.until_on is null or w.until_on >= ${today}::date))`;

/** Steps as the actor may find them: what a customer keeps to themselves is nobody else's, and of the rest each professional finds what is with them or shown to them. */
const select = async ({ tx, cityId, actor, today }: Work, where: RawBuilder<unknown>): Promise<StepRecord[]> => {
  const { rows } = await sql<StepRecord>`
    select s.id, s.customer_id, s.title, s.why, s.owner, s.owner_name, s.due_on, s.place, s.link, s.stage, s.evidence, s.evidence_link, s.only_mine,
      s.state, s.proposed_by, s.with_role, s.word, s.version, s.created_at, s.changed_at, ${isShownOn(today)} as is_shown,
      s.state <> 'idea' or exists (
        select from step_version v where v.city_id = s.city_id and v.step_id = s.id and v.state = 'proposed') as was_proposed,
      case when c.id is not null then jsonb_build_object('id', c.id, 'title', c.title, 'businessName', b.name,
        'isYesTakenBack', coalesce(a.answer <> 'yes', false)) end as challenge
    from step s
    left join challenge c on c.city_id = s.city_id and c.id = s.challenge_id
    left join business b on b.city_id = c.city_id and b.id = c.business_id
    left join answer a on a.city_id = s.city_id and a.challenge_id = s.challenge_id and a.customer_id = s.customer_id
    where s.city_id = ${cityId} and ${where}
      and (${actor.role === 'customer'} or (not s.only_mine and (s.with_role = ${actor.role} or ${isShownOn(today)})))
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

/** Loads and authorises a step in one call. A look at one of another professional's says so in the use log. Throws notFound for one that is not the actor's to see or do this with. */
export const loadStep = async (work: Work, stepId: string, asked: Omit<Asked, 'section'>): Promise<StepRecord> => {
  const [step] = isId(stepId) ? await select(work, sql`s.id = ${stepId}`) : [];
  if (!step) {
    work.note({ ...asked, section: 'step', customerId: null, isAllowed: false });
    throw notFound();
  }
  const { role } = work.actor;
  const why = role === 'customer' || role === step.withRole ? asked.why : 'shown by consent';
  await access.customer(work, step.customerId, { ...asked, why, section: 'step' }, async (_customer, relations) =>
    stepRelations(role, relations, step),
  );
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
