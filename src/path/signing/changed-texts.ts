import { sql } from 'kysely';
import type { Work } from '../../kernel/work.ts';
import type { PlanKind, SectionKey } from '../kinds/tables.ts';
import type { SectionOwner } from '../sections/tables.ts';
import { isShownOn } from '../steps.ts';
import type { AgreedStep, PlanContent } from './content.ts';
import type { ChangedPart, ChangeWhat } from './rules.ts';

/** A part that is not as it was signed, in words: before and after where there is one. */
export type ChangedText =
  | { part: 'kind'; what: ChangeWhat; before: PlanKind | null; after: PlanKind | null }
  | { part: 'goal'; what: ChangeWhat; before: string | null; after: string | null }
  | { part: 'step'; what: ChangeWhat; id: string; before: StepWords | null; after: StepWords | null }
  | {
      part: 'section';
      what: ChangeWhat;
      id: string;
      /** Null of one that is not shown any more: what it said is not told either. */
      about: { owner: SectionOwner; key: SectionKey | null; title: string } | null;
      before: string | null;
      after: string | null;
    };

export type StepWords = Pick<
  AgreedStep,
  'title' | 'why' | 'owner' | 'ownerName' | 'dueOn' | 'place' | 'link' | 'stage'
>;

type Past = { id: string; version: number };

const wanted = (changes: readonly ChangedPart[], part: ChangedPart['part']): Past[] =>
  changes.flatMap((one) =>
    one.part === part && one.signedVersion !== null ? [{ id: one.id, version: one.signedVersion }] : [],
  );

const pastKinds = async ({ tx, cityId }: Work, customerId: string, versions: readonly number[]) => {
  if (versions.length === 0) return [];
  return tx
    .selectFrom('planKindChange')
    .select(['version', 'kind'])
    .where('cityId', '=', cityId)
    .where('customerId', '=', customerId)
    .where('version', 'in', [...versions])
    .execute();
};

const pastGoals = async ({ tx, cityId }: Work, customerId: string, versions: readonly number[]) => {
  if (versions.length === 0) return [];
  const { rows } = await sql<{ version: number; goal: string }>`
    select v.version, v.goal from plan p join plan_version v on v.city_id = p.city_id and v.plan_id = p.id
    where p.city_id = ${cityId} and p.customer_id = ${customerId} and v.version = any(${[...versions]}::int[])`.execute(
    tx,
  );
  return rows;
};

const pastSteps = async ({ tx, cityId, today }: Work, customerId: string, past: readonly Past[]) => {
  if (past.length === 0) return [];
  const { rows } = await sql<StepWords & Past>`
    select v.step_id as id, v.version, v.title, v.why, v.owner, v.owner_name, v.due_on, v.place, v.link, v.stage
    from jsonb_to_recordset(${JSON.stringify(past)}::jsonb) as w(id uuid, version int)
    join step s on s.city_id = ${cityId} and s.id = w.id and s.customer_id = ${customerId}
    join step_version v on v.city_id = s.city_id and v.step_id = s.id and v.version = w.version
    where s.with_role = 'adviser' or ${isShownOn(today)}`.execute(tx);
  return rows;
};

const pastSections = async ({ tx, cityId }: Work, customerId: string, past: readonly Past[]) => {
  if (past.length === 0) return [];
  const { rows } = await sql<Past & { text: string }>`
    select v.section_id as id, v.version, v.text
    from jsonb_to_recordset(${JSON.stringify(past)}::jsonb) as w(id uuid, version int)
    join plan_section s on s.city_id = ${cityId} and s.id = w.id and s.customer_id = ${customerId}
    join plan_section_version v on v.city_id = s.city_id and v.section_id = s.id and v.version = w.version`.execute(tx);
  return rows;
};

const wordsOf = ({ title, why, owner, ownerName, dueOn, place, link, stage }: StepWords): StepWords => ({
  ...{ title, why, owner, ownerName, dueOn },
  ...{ place, link, stage },
});

/**
 * What changed since signatures, in words. A section or step that its parties do not all see any more is said to be gone and nothing of it is told: a consent
 * taken back holds for what was signed too. Four queries however many parts.
 */
export const changedTexts = async (
  work: Work,
  { frame, goal, steps, sections }: PlanContent,
  changes: readonly ChangedPart[],
): Promise<(change: ChangedPart) => ChangedText> => {
  const { customerId } = frame;
  const versions = (part: 'kind' | 'goal') => wanted(changes, part).map(({ version }) => version);
  const kinds = await pastKinds(work, customerId, versions('kind'));
  const goals = await pastGoals(work, customerId, versions('goal'));
  const oldSteps = await pastSteps(work, customerId, wanted(changes, 'step'));
  const shown = wanted(changes, 'section').filter(({ id }) => sections.some((section) => section.id === id));
  const oldSections = await pastSections(work, customerId, shown);
  return ({ part, id, what, signedVersion }) => {
    const isPast = (one: Past) => one.id === id && one.version === signedVersion;
    switch (part) {
      case 'kind': {
        const before = kinds.find(({ version }) => version === signedVersion)?.kind;
        return { part, what, before: before ?? (signedVersion === 0 ? 'employment' : null), after: frame.kind };
      }
      case 'goal': {
        const before = goals.find(({ version }) => version === signedVersion)?.goal ?? null;
        return { part, what, before, after: goal.text || null };
      }
      case 'step': {
        const before = oldSteps.find(isPast);
        const after = steps.find((step) => step.id === id);
        return { part, what, id, before: before ? wordsOf(before) : null, after: after ? wordsOf(after) : null };
      }
      case 'section': {
        const section = sections.find((one) => one.id === id);
        const about = section ? { owner: section.owner, key: section.key, title: section.title } : null;
        return { part, what, id, about, before: oldSections.find(isPast)?.text ?? null, after: section?.text ?? null };
      }
    }
  };
};
