import { z } from 'zod';
import { access } from '../../kernel/access/access.ts';
import { addDays } from '../../kernel/clock.ts';
import { dayInput } from '../../kernel/day-input.ts';
import type { InLanguages } from '../../kernel/languages.ts';
import { badField } from '../../kernel/problem.ts';
import { line } from '../../kernel/words.ts';
import type { Work } from '../../kernel/work.ts';
import { type Confidence, type ContentKey, contentKeys, type Party, type PlanKind, planKinds } from './tables.ts';

export type KindRule = {
  kind: PlanKind;
  law: string;
  /** Why there is such a plan, in plain words. */
  basis: InLanguages;
  fromOn: string;
  /** The last day by this row; null while no other is known. */
  untilOn: string | null;
  parties: Party[];
  validMonths: number | null;
  reviewMonths: number | null;
  source: string;
  confidence: Confidence;
  unchecked: string;
  /** What the law asks to be said. */
  contents: ContentKey[];
  /** What the city asks beside it, by its decision that holds or comes; the newest first. */
  city: { fromOn: string; contents: ContentKey[]; source: string }[];
};

const authorise = (work: Work, action: 'read' | 'write', why: string): void =>
  access.authorise(work, { section: 'planRules', action, why, relations: ['city'], customerId: null });

/** Each kind of plan as the law has it today, with what the city wants said in it. For an administrator. */
export const readKindRules = async (work: Work): Promise<KindRule[]> => {
  authorise(work, 'read', 'rules of plans');
  const rules = await work.tx
    .selectFrom('planKind')
    .select([
      ...(['id', 'law', 'basis', 'fromOn', 'untilOn', 'parties', 'validMonths', 'reviewMonths'] as const),
      ...(['source', 'confidence', 'unchecked', 'contents'] as const),
    ])
    .where('fromOn', '<=', work.today)
    .orderBy('fromOn', 'desc')
    .execute();
  const decided = await work.tx
    .selectFrom('cityPlanKind')
    .select(['kind', 'fromOn', 'contents', 'source'])
    .where('cityId', '=', work.cityId)
    .orderBy('fromOn', 'desc')
    .execute();
  return planKinds.flatMap((kind) => {
    const rule = rules.find(({ id }) => id === kind);
    if (!rule) return [];
    const { id: _, ...rest } = rule;
    const city = decided.filter((one) => one.kind === kind).map(({ kind: _kind, ...one }) => one);
    return [{ kind, ...rest, city }];
  });
};

export const kindContentsInput = z.object({
  kind: z.enum(planKinds, 'form.choose'),
  /** The day it holds from, YYYY-MM-DD: today or later. */
  fromOn: dayInput,
  /** Beside what the law asks; none takes the city's earlier wishes back. */
  contents: z.array(z.enum(contentKeys)).max(contentKeys.length),
  /** Who decided it and where that can be read. */
  source: line(300),
});

/** Decides what the city wants said in a kind of plan from a day on, beside what the law asks. Deciding again for the same day replaces it. */
export const setKindContents = async (work: Work, input: z.output<typeof kindContentsInput>): Promise<void> => {
  authorise(work, 'write', 'changed the rules of plans');
  const { kind, fromOn, source } = input;
  if (fromOn < work.today || fromOn > addDays(work.today, 3660)) throw badField('fromOn', 'form.dayAhead');
  const contents = contentKeys.filter((key) => input.contents.includes(key));
  await work.tx
    .insertInto('cityPlanKind')
    .values({ cityId: work.cityId, kind, fromOn, contents, source })
    .onConflict((conflict) => conflict.columns(['cityId', 'kind', 'fromOn']).doUpdateSet({ contents, source }))
    .execute();
};
