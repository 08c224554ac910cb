import { sql } from 'kysely';
import { z } from 'zod';
import { isId } from '../../kernel/ids.ts';
import { badField } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import type { SectionKey } from '../kinds/tables.ts';
import { sectionsOf } from '../sections/sections.ts';
import type { SectionOwner } from '../sections/tables.ts';
import { type Owner, type Stage, type StepState, stages } from '../tables.ts';

/**
 * A part of a plan as forms and the API write it: `goal`, `steps` (all that are agreed), `steps-<stage>` (those that lead to one stage),
 * `section-<id>`.
 */
export type PartCode = string;

export type Part =
  | { part: 'goal'; stage: null; sectionId: null }
  | { part: 'steps'; stage: Stage | null; sectionId: null }
  | { part: 'section'; stage: null; sectionId: string };

const isStage = (text: string): text is Stage => stages.some((stage) => stage === text);

const partOf = (code: PartCode): Part | null => {
  const [part, ...rest] = code.split('-');
  const tail = rest.join('-');
  if (code === 'goal') return { part: 'goal', stage: null, sectionId: null };
  if (code === 'steps') return { part: 'steps', stage: null, sectionId: null };
  if (part === 'steps' && isStage(tail)) return { part: 'steps', stage: tail, sectionId: null };
  if (part === 'section' && isId(tail)) return { part: 'section', stage: null, sectionId: tail };
  return null;
};

export const codeOf = ({ part, stage, sectionId }: Part): PartCode => {
  if (part === 'section') return `section-${sectionId}`;
  return part === 'steps' && stage !== null ? `steps-${stage}` : part;
};

/** Which parts: at least one. */
export const partsInput = z
  .array(z.string().refine((code) => partOf(code) !== null, 'form.check'))
  .min(1, 'form.choose')
  .max(100);

/** The parts asked for, each once; stages go without saying where all steps are. Throws badInput (`parts`) for a section that is not among `sectionIds`. */
export const partsFrom = (codes: readonly PartCode[], sectionIds: readonly string[]): Part[] => {
  const asked = [...new Set(codes)].map(partOf).filter((part) => part !== null);
  if (asked.some(({ sectionId }) => sectionId !== null && !sectionIds.includes(sectionId)))
    throw badField('parts', 'form.check');
  const hasAllSteps = asked.some(({ part, stage }) => part === 'steps' && stage === null);
  return asked.filter(({ stage }) => stage === null || !hasAllSteps);
};

export const writeParts = async (
  { tx, cityId }: Pick<Work, 'tx' | 'cityId'>,
  invitationId: string,
  parts: readonly Part[],
): Promise<void> => {
  await tx.deleteFrom('invitationPart').where('cityId', '=', cityId).where('invitationId', '=', invitationId).execute();
  await tx
    .insertInto('invitationPart')
    .values(parts.map((part, place) => ({ cityId, invitationId, place, ...part })))
    .execute();
};

/** The parts of invitations, by invitation: one query however many. */
export const partsOf = async (
  { tx, cityId }: Pick<Work, 'tx' | 'cityId'>,
  invitationIds: readonly string[],
): Promise<Map<string, Part[]>> => {
  if (invitationIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('invitationPart')
    .select(['invitationId', 'part', 'stage', 'sectionId'])
    .where('cityId', '=', cityId)
    .where('invitationId', 'in', [...invitationIds])
    .orderBy('invitationId')
    .orderBy('place')
    .execute();
  const grouped = Map.groupBy(rows, ({ invitationId }) => invitationId);
  return new Map(
    [...grouped].map(([id, own]) => [id, own.map(({ invitationId: _, ...part }) => part as Part)] as const),
  );
};

/** A step as whoever is invited sees it: what the customer and the adviser have agreed to, without the history. One with the social worker is shown by the customer only. */
export type SharedStep = {
  id: string;
  title: string;
  why: string;
  owner: Owner;
  ownerName: string;
  /** YYYY-MM-DD. */
  dueOn: string | null;
  place: string;
  stage: Stage | null;
  state: StepState;
};

export type SharedSection = {
  id: string;
  key: SectionKey | null;
  title: string;
  text: string;
  owner: SectionOwner;
  /** The professional who wrote it; empty where it is the customer's own. */
  personName: string;
  changedAt: Date;
};

/** What an invitation shows. Null where the goal, or steps, are not part of it. */
export type SharedPlan = { goal: string | null; steps: SharedStep[] | null; sections: SharedSection[] };

/** Steps both have agreed to, whatever came of them but being dropped: those of a stage, or all. An idea the customer keeps to themselves is never among them. */
const agreedSteps = async (
  { tx, cityId }: Pick<Work, 'tx' | 'cityId'>,
  customerId: string,
  wanted: readonly (Stage | null)[],
): Promise<SharedStep[]> => {
  const of = wanted.includes(null) ? sql`true` : sql`stage = any(${wanted.filter((one) => one !== null)}::text[])`;
  const { rows } = await sql<SharedStep>`
    select id, title, why, owner, owner_name, due_on, place, stage, state from step
    where city_id = ${cityId} and customer_id = ${customerId} and state in ('agreed', 'doing', 'done') and with_role = 'adviser' and not only_mine and ${of}
    order by due_on nulls last, id limit 500`.execute(tx);
  return rows;
};

/** What is in the chosen parts of a plan now. Callers have authorised it. */
export const sharedPlan = async (
  work: Pick<Work, 'tx' | 'cityId' | 'today'>,
  customerId: string,
  parts: readonly Part[],
): Promise<SharedPlan> => {
  const { tx, cityId } = work;
  const stepParts = parts.filter(({ part }) => part === 'steps').map(({ stage }) => stage);
  const sectionIds = parts.flatMap(({ sectionId }) => (sectionId === null ? [] : [sectionId]));
  const plan = parts.some(({ part }) => part === 'goal')
    ? await tx
        .selectFrom('plan')
        .select('goal')
        .where('cityId', '=', cityId)
        .where('customerId', '=', customerId)
        .executeTakeFirst()
    : null;
  const steps = stepParts.length > 0 ? await agreedSteps(work, customerId, stepParts) : null;
  const all = sectionIds.length > 0 ? await sectionsOf(work, [customerId]) : [];
  const sections = all.filter(({ id, text }) => sectionIds.includes(id) && text !== '');
  return {
    goal: plan === null ? null : (plan?.goal ?? ''),
    steps,
    sections: sections.map(({ id, key, title, text, owner, personName, changedAt }) => ({
      ...{ id, key, title, text, owner, changedAt },
      // The customer is called here as they chose.
      personName: owner === 'customer' ? '' : personName,
    })),
  };
};

/** A part that can be chosen: what it is about, for the page to say in words. */
export type PartChoice = {
  code: PartCode;
  stage: Stage | null;
  section: { key: SectionKey | null; title: string } | null;
};

type Named = { id: string; key: SectionKey | null; title: string };

/** What can be chosen: the goal, all agreed steps, those of each stage, and the sections given. */
export const choicesOf = (ofStages: readonly Stage[], sections: readonly Named[]): PartChoice[] => [
  { code: 'goal', stage: null, section: null },
  { code: 'steps', stage: null, section: null },
  ...ofStages.map((stage) => ({ code: `steps-${stage}`, stage, section: null })),
  ...sections.map(({ id, key, title }) => ({ code: `section-${id}`, stage: null, section: { key, title } })),
];

/** The stages that agreed steps of a customer lead to, in the order of the path. */
export const stagesOfSteps = async (
  { tx, cityId }: Pick<Work, 'tx' | 'cityId'>,
  customerId: string,
): Promise<Stage[]> => {
  const { rows } = await sql<{ stage: Stage }>`
    select distinct stage from step where city_id = ${cityId} and customer_id = ${customerId}
      and state in ('agreed', 'doing', 'done') and with_role = 'adviser' and stage is not null and not only_mine`.execute(
    tx,
  );
  return stages.filter((stage) => rows.some((row) => row.stage === stage));
};
