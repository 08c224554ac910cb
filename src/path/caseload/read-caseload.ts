import { z } from 'zod';
import { access } from '../../kernel/access/access.ts';
import type { ProfessionalKind } from '../../kernel/actor.ts';
import { Problem } from '../../kernel/problem.ts';
import { asStandIn } from '../../kernel/standing-in.ts';
import { readTerms } from '../../kernel/terms.ts';
import { words } from '../../kernel/words.ts';
import type { Work } from '../../kernel/work.ts';
import { type JointPlanOf, jointPlansOf } from '../social/joint-plans.ts';
import { caseloadSorts, orders, sortRules } from './columns.ts';
import { desks, sortsOf } from './desks.ts';
import { type Asking, type CaseloadFilter, caseloadFilters, type DeskDays } from './filters.ts';
import {
  type CaseloadEntry,
  countCustomers,
  findCustomers,
  findDetails,
  type LatestNote,
  type LatestYes,
} from './find-customers.ts';

export const customersOnPage = 25;

const filter = z.enum(caseloadFilters);

export const readCaseloadInput = z.object({
  /** One filter, or several that all hold. */
  show: z
    .union([filter, z.array(filter)])
    .default([])
    .transform((show) => [show].flat()),
  /** Part of a name, or several. */
  name: words(100, { least: 0 }).default(''),
  sort: z.enum(caseloadSorts).default('name'),
  /** Each column has an order one expects first. */
  order: z.enum(orders).optional(),
  /** The last customer of the page before. */
  after: z.uuid().optional(),
  /** The first customer of the page after. */
  before: z.uuid().optional(),
});

export type CaseloadLine = CaseloadEntry & {
  /** How many kept skills the adviser may see; null without their consent. */
  keptSkills: number | null;
  latestYes: LatestYes | null;
  /** Only the beginning of what was noted stands in the list. */
  note: LatestNote | null;
  /** The plan a social worker's authority is party to; null for an adviser, and where it is party to none. */
  jointPlan: JointPlanOf | null;
};

export type CaseloadView = DeskDays & {
  customers: CaseloadLine[];
  /** Found by the filters and the search. */
  found: number;
  /** In the caseload at all. */
  all: number;
  /** How many each filter alone finds. */
  counts: Record<CaseloadFilter, number>;
  /** For `after` and `before` of the pages beside this one; null where there is none. */
  next: string | null;
  previous: string | null;
};

/** As whom the actor looks after customers. Throws notYourRole for one who does not. */
const kindOf = ({ actor: { role } }: Work): ProfessionalKind => {
  if (role === 'adviser' || role === 'socialWorker') return role;
  throw new Problem('notYourRole');
};

/** What is the employment authority's is read for an adviser only, and the county's plan for a social worker. */
const linesOf = async (work: Work, entries: readonly CaseloadEntry[]): Promise<CaseloadLine[]> => {
  const ids = entries.map(({ customerId }) => customerId);
  const isAdviser = kindOf(work) === 'adviser';
  const details = new Map((isAdviser ? await findDetails(work, ids) : []).map((one) => [one.customerId, one]));
  const plans = isAdviser ? new Map<string, JointPlanOf>() : await jointPlansOf(work, ids);
  return entries.map((entry) => {
    const detail = details.get(entry.customerId);
    return {
      ...entry,
      keptSkills: detail?.keptSkills ?? null,
      latestYes: detail?.latestYes ?? null,
      note: detail?.note ?? null,
      jointPlan: plans.get(entry.customerId) ?? null,
    };
  });
};

/** The city's numbers behind the filters: days, and failures in a row. */
export const readDeskDays = async ({ tx, cityId, today }: Work): Promise<DeskDays & Pick<Asking, 'failuresMost'>> => {
  const names = [
    ...(['caseloadNewDays', 'caseloadUntouchedDays', 'talkSoonDays', 'latelyDays'] as const),
    'noticeFailuresMost' as const,
  ];
  const terms = await readTerms(tx, { cityId, names, today });
  return {
    newDays: terms.caseloadNewDays,
    untouchedDays: terms.caseloadUntouchedDays,
    talkSoonDays: terms.talkSoonDays,
    latelyDays: terms.latelyDays,
    failuresMost: terms.noticeFailuresMost,
  };
};

/**
 * The actor's customers, 25 at a time from a place in the order asked for, with how many each filter finds. Everyone shown finds it in their use
 * log. A social worker's list has what is theirs; filters and orders of the adviser's are left out of it. As many statements for two hundred customers as for two.
 */
export const readCaseload = async (work: Work, input: z.output<typeof readCaseloadInput>): Promise<CaseloadView> => {
  const { name, after, before } = input;
  const desk = desks[kindOf(work)];
  const show = input.show.filter((filter) => desk.filters.includes(filter));
  const sort = sortsOf(desk).includes(input.sort) ? input.sort : 'name';
  const wanted = { show, name, sort, order: input.order ?? sortRules[sort].first };
  const days = await readDeskDays(work);
  const asking = { today: work.today, now: work.now, ...days };
  const counted = await countCustomers(work, wanted, asking);
  const place = { at: after ?? before, isBack: after === undefined && before !== undefined };
  const some = await findCustomers(work, wanted, { asking, place, most: customersOnPage + 1 });
  const isMore = some.length > customersOnPage;
  const shown = place.isBack ? some.slice(-customersOnPage) : some.slice(0, customersOnPage);
  const why = name === '' ? 'caseload' : 'searched the caseload';
  const asked = { section: 'caseload', action: 'list', why, relations: ['caseload'] } as const;
  for (const { customerId, isStandIn } of shown)
    access.authorise(work, { ...asked, why: isStandIn ? asStandIn(why) : why, customerId });
  return {
    customers: await linesOf(work, shown),
    ...counted,
    newDays: days.newDays,
    untouchedDays: days.untouchedDays,
    talkSoonDays: days.talkSoonDays,
    latelyDays: days.latelyDays,
    next: (place.isBack || isMore) && shown.length > 0 ? (shown.at(-1)?.customerId ?? null) : null,
    previous: place.at !== undefined && (!place.isBack || isMore) ? (shown[0]?.customerId ?? null) : null,
  };
};
