import { sql } from 'kysely';
import { hashOf } from '../../kernel/secrets.ts';
import type { Work } from '../../kernel/work.ts';
import { type Frame, framesOf } from '../kinds/frames.ts';
import type { ContentKey, Party } from '../kinds/tables.ts';
import { missingSections, type Unshown, unshownSections } from '../sections/read-sections.ts';
import { isCommon } from '../sections/rules.ts';
import { type SectionRecord, sectionsOf } from '../sections/sections.ts';
import { isShownOn } from '../steps.ts';
import type { Owner, ProfessionalRole, Stage } from '../tables.ts';
import type { Part } from './rules.ts';
import { stepHash } from './step-hash.ts';
import type { PartKind } from './tables.ts';

export type AgreedStep = {
  id: string;
  customerId: string;
  title: string;
  why: string;
  owner: Owner;
  ownerName: string;
  dueOn: string;
  place: string;
  link: string;
  stage: Stage | null;
  state: string;
  version: number;
  withRole: ProfessionalRole;
  isShown: boolean;
};

/** A plan as its parties sign it: all of it is seen by each of them. */
export type PlanContent = {
  frame: Frame;
  goal: { text: string; version: number };
  /** Agreed, under way or done; by day. */
  steps: AgreedStep[];
  /** Sections that all parties see. */
  sections: SectionRecord[];
  /** What it has to say and does not yet. */
  missing: ContentKey[];
  /** Of these what is written and not shown to all of them yet: the customer's alone to know. */
  unshown: Unshown[];
  parts: Part[];
  /** Of all parts in their order, hexadecimal: the same for everyone who reads it. */
  sha256: string;
};

type GoalRow = { customerId: string; text: string; version: number; role: string };
type StepRow = AgreedStep & { roles: string[] };
type Reading = Pick<Work, 'tx' | 'cityId' | 'today'>;

const goalsOf = async ({ tx, cityId }: Reading, customerIds: readonly string[]): Promise<GoalRow[]> => {
  const { rows } = await sql<GoalRow>`
    select p.customer_id, p.goal as text, p.version, v.role from plan p
    join plan_version v on v.city_id = p.city_id and v.plan_id = p.id and v.version = p.version
    where p.city_id = ${cityId} and p.customer_id = any(${customerIds}::uuid[])`.execute(tx);
  return rows;
};

/** Steps that stand, with the roles that proposed just this or agreed to it. */
const standingSteps = async ({ tx, cityId, today }: Reading, customerIds: readonly string[]): Promise<StepRow[]> => {
  const { rows } = await sql<StepRow>`
    select s.id, s.customer_id, s.title, s.why, s.owner, s.owner_name, s.due_on, s.place, s.link, s.stage, s.state, s.version, s.with_role,
      ${isShownOn(today)} as is_shown, array(
      select distinct v.role from step_version v
      where v.city_id = s.city_id and v.step_id = s.id and v.state in ('proposed', 'agreed')
        and v.title = s.title and v.why = s.why and v.owner = s.owner and v.owner_name = s.owner_name and v.due_on = s.due_on
        and v.place = s.place and v.link = s.link and v.stage is not distinct from s.stage) as roles
    from step s
    where s.city_id = ${cityId} and s.customer_id = any(${customerIds}::uuid[]) and s.state in ('agreed', 'doing', 'done')
    order by s.due_on, s.id`.execute(tx);
  return rows;
};

const partyOfRole: Record<string, Party> = { customer: 'customer', adviser: 'employment', socialWorker: 'wellbeing' };

const partiesOf = (roles: readonly string[]): Party[] =>
  roles.flatMap((role) => {
    const party = partyOfRole[role];
    return party ? [party] : [];
  });

const partOf = (
  part: PartKind,
  { id, version }: { id: string; version: number },
  content: Record<string, unknown>,
  agreedBy: readonly Party[],
): Part => ({ part, id, version, sha256: hashOf(JSON.stringify({ part, ...content })).toString('hex'), agreedBy });

const partsOf = (
  { kind, law, parties, version }: Frame,
  goal: GoalRow | undefined,
  steps: readonly StepRow[],
  sections: readonly SectionRecord[],
): Part[] => [
  partOf('kind', { id: 'kind', version }, { kind, law, parties }, ['employment']),
  ...(goal?.text
    ? [partOf('goal', { id: 'goal', version: goal.version }, { goal: goal.text }, partiesOf([goal.role]))]
    : []),
  ...[...steps]
    .sort((a, b) => a.id.localeCompare(b.id))
    .map((step) => {
      const { id, version } = step;
      return {
        part: 'step' as const,
        id,
        version,
        sha256: stepHash(step).toString('hex'),
        agreedBy: partiesOf(step.roles),
      };
    }),
  ...[...sections]
    .sort((a, b) => a.id.localeCompare(b.id))
    .map((section) => {
      const { owner, key, title, text } = section;
      return partOf('section', section, { id: section.id, owner, key, title, text }, [owner]);
    }),
];

/**
 * Whether every party of the plan sees a step: what the employment authority agreed on stands in a joint plan by its law, what the social worker
 * agreed on is their authority's own until the customer shows it to the other.
 */
const isCommonStep = ({ withRole, isShown }: Pick<StepRow, 'withRole' | 'isShown'>): boolean =>
  withRole === 'adviser' || isShown;

const contentOf = (
  frame: Frame,
  goal: GoalRow | undefined,
  standing: readonly StepRow[],
  all: readonly SectionRecord[],
): PlanContent => {
  const steps = standing.filter(isCommonStep);
  const sections = all.filter((section) => isCommon(section, frame));
  const parts = partsOf(frame, goal, steps, sections);
  const untold = missingSections(all, frame);
  const lacks: ContentKey[] = [
    ...(goal?.text ? [] : (['goal'] as const)),
    ...(steps.length ? [] : (['steps'] as const)),
  ];
  return {
    frame,
    goal: { text: goal?.text ?? '', version: goal?.version ?? 0 },
    steps: steps.map(({ roles: _, ...step }) => step),
    sections,
    missing: [...lacks.filter((key) => frame.contents.includes(key)), ...untold],
    unshown: unshownSections(all, untold),
    parts,
    sha256: hashOf(JSON.stringify(parts.map(({ part, id, sha256 }) => [part, id, sha256]))).toString('hex'),
  };
};

/** What customers' plans say, by customer: four queries however many. For callers who have asked whether the actor may read each. */
export const contentsOf = async (work: Reading, customerIds: readonly string[]): Promise<Map<string, PlanContent>> => {
  if (customerIds.length === 0) return new Map();
  const frames = await framesOf(work, customerIds);
  const goals = await goalsOf(work, customerIds);
  const steps = await standingSteps(work, customerIds);
  const sections = await sectionsOf(work, customerIds);
  const of = <T extends { customerId: string }>(rows: readonly T[], id: string) =>
    rows.filter(({ customerId }) => customerId === id);
  return new Map(
    [...frames].map(([id, frame]) => [id, contentOf(frame, of(goals, id)[0], of(steps, id), of(sections, id))]),
  );
};
