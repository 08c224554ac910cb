import { sql } from 'kysely';
import { readTerm } from '../../kernel/terms.ts';
import type { Work } from '../../kernel/work.ts';
import { canEnd, canTakeBack, type Fact, factsOf, loadFact } from './facts.ts';
import { type Coming, comingOf, type Lead, type Spell, type Stay, spellsOf } from './stages.ts';
import { stagesCustomer } from './stages-customer.ts';

export type FactView = Fact & { canEnd: boolean; canTakeBack: boolean };

/** Something that leads to a stage: a step, done already or agreed and to be done by the day. */
export type StepLead = Lead & { title: string; isDone: boolean };

export type StagesView = {
  customer: { id: string; name: string };
  /** YYYY-MM-DD. */
  today: string;
  /** From the first day to today, each with what happened in it; the last goes on. */
  spells: (Spell & { facts: FactView[] })[];
  coming: Coming<StepLead>[];
  /** What was told and taken back. */
  takenBack: Fact[];
};

/** The day a customer's path begins in Tuttu: when they became one, or their job search began before that. */
const findBegun = async ({ tx, cityId }: Work, customerId: string): Promise<string> => {
  const { rows } = await sql<{ begunOn: string }>`
    select least((c.created_at at time zone t.time_zone)::date,
      (select min(j.begun_on) from job_search j where j.city_id = c.city_id and j.customer_id = c.id)) as begun_on
    from customer c join city t on t.id = c.city_id where c.city_id = ${cityId} and c.id = ${customerId}`.execute(tx);
  return rows[0]?.begunOn ?? '';
};

const findStepLeads = async ({ tx, cityId }: Work, customerId: string): Promise<StepLead[]> => {
  const { rows } = await sql<StepLead>`
    select stage, due_on as on, title, false as is_done from step
    where city_id = ${cityId} and customer_id = ${customerId} and state in ('agreed', 'doing') and stage is not null
      and with_role = 'adviser'
    order by due_on limit 100`.execute(tx);
  return rows;
};

const staysOf = (facts: readonly Fact[]): Stay[] =>
  facts.flatMap(({ kind, stage, fromOn, toOn, takenBack }) =>
    kind === 'in' && stage !== null && takenBack === null ? [{ stage, fromOn, toOn }] : [],
  );

const doneLeads = (facts: readonly Fact[]): StepLead[] =>
  facts.flatMap(({ kind, stage, fromOn, words }) =>
    kind === 'toward' && stage !== null ? [{ stage, on: fromOn, title: words, isDone: true }] : [],
  );

const spellsWith = async (work: Work, customerId: string, facts: readonly Fact[]): Promise<Spell[]> => {
  const { tx, cityId, today } = work;
  const { value } = await readTerm(tx, { cityId, name: 'afterCareFirstMonths', today });
  const begunOn = await findBegun(work, customerId);
  return spellsOf({ stays: staysOf(facts), begunOn, today, afterCareMonths: value });
};

const isWithin = ({ fromOn }: Fact, spell: Spell): boolean =>
  fromOn >= spell.fromOn && (spell.toOn === null || fromOn <= spell.toOn);

/**
 * A customer's path: where they have been, are now, and what could come, derived from what happened; the same for them (customerId null) and their
 * adviser. Throws notFound for any other.
 */
export const readStages = async (work: Work, { customerId }: { customerId: string | null }): Promise<StagesView> => {
  const { id, name } = await stagesCustomer(work, customerId, { action: 'read', why: 'stages of the path' });
  const facts = await factsOf(work, id);
  const spells = await spellsWith(work, id, facts);
  const { role } = work.actor;
  const counted = facts
    .filter(({ takenBack }) => takenBack === null)
    .map((fact) => ({ ...fact, canEnd: canEnd(fact), canTakeBack: canTakeBack(fact, role) }));
  const [first] = spells;
  const leads = [...doneLeads(counted), ...(await findStepLeads(work, id))];
  return {
    customer: { id, name },
    today: work.today,
    spells: spells.map((spell) => ({
      ...spell,
      // What led to it before the first day stands where the path begins.
      facts: counted.filter((fact) => isWithin(fact, spell) || (spell === first && fact.fromOn < spell.fromOn)),
    })),
    coming: comingOf(spells, { stays: staysOf(facts), leads, today: work.today }),
    takenBack: facts.filter((fact) => fact.source === 'told' && fact.takenBack !== null),
  };
};

export type StagesInJointPlan = { customer: { id: string; name: string }; today: string; spells: Spell[] };

/** The stages of a path and their days alone, for a social worker whose authority is party to the plan: not what happened or was told. */
export const readStagesInJointPlan = async (
  work: Work,
  { customerId }: { customerId: string },
): Promise<StagesInJointPlan> => {
  const asked = { action: 'read', why: 'shown by law in a joint plan' } as const;
  const { id, name } = await stagesCustomer(work, customerId, asked);
  return { customer: { id, name }, today: work.today, spells: await spellsWith(work, id, await factsOf(work, id)) };
};

/** One thing that happened on a path, and what the actor can do with it. */
export const readFact = async (work: Work, { pathFactId }: { pathFactId: string }): Promise<FactView> => {
  const fact = await loadFact(work, pathFactId, { action: 'read', why: 'stages of the path' });
  return { ...fact, canEnd: canEnd(fact), canTakeBack: canTakeBack(fact, work.actor.role) };
};
