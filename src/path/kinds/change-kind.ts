import { sql } from 'kysely';
import { z } from 'zod';
import type { InLanguages } from '../../kernel/languages.ts';
import { badField, Problem } from '../../kernel/problem.ts';
import { words } from '../../kernel/words.ts';
import type { Work } from '../../kernel/work.ts';
import { frameOf } from './frames.ts';
import { loadFrame } from './load-frame.ts';
import { type PlanKind, planKinds } from './tables.ts';

export const kindInput = z.object({
  kind: z.enum(planKinds, 'form.choose'),
  /** Said to the customer. */
  why: words(1000, { required: 'path.kind.whyRequired' }),
});

export const changeKindInput = kindInput.extend({
  customerId: z.string(),
  /** The version read; 0 while nobody has changed the kind. */
  version: z.number().int().min(0).max(999_999_999),
});

/** A kind as the law has it on a day, and why there is one, in plain words. */
export type KindToday = { kind: PlanKind; law: string; basis: InLanguages };

/** Kinds a plan can be begun as on a day (YYYY-MM-DD). */
export const kindsOf = async ({ tx, today }: Pick<Work, 'tx' | 'today'>): Promise<KindToday[]> => {
  const { rows } = await sql<KindToday>`
    select distinct on (id) id as kind, law, basis from plan_kind where from_on <= ${today}::date and (until_on is null or until_on >= ${today}::date)
    order by id, from_on desc`.execute(tx);
  return planKinds.flatMap((kind) => rows.filter((row) => row.kind === kind));
};

const keep = (work: Work, { customerId, version, kind, why }: z.output<typeof changeKindInput>) => {
  const { personId, name: personName, role } = work.actor;
  return work.tx
    .insertInto('planKindChange')
    .values({
      ...{ cityId: work.cityId, customerId, version: version + 1, kind, fromOn: work.today, why, at: work.now },
      ...{ personId, personName, role },
    })
    .onConflict((conflict) => conflict.columns(['cityId', 'customerId', 'version']).doNothing())
    .returning('version')
    .executeTakeFirst();
};

/**
 * Makes a customer's plan another kind of plan from today, with why; the kinds before are kept. It then goes on by the law of today, and the
 * customer is told. Throws changedMeanwhile with the frame as it is now, and badInput for a kind that it is already or that the law knows no more.
 */
export const changeKind = async (
  work: Work,
  input: z.output<typeof changeKindInput>,
): Promise<{ kind: PlanKind; version: number }> => {
  const { kind, version } = input;
  const { customer, frame } = await loadFrame(work, input.customerId, {
    action: 'write',
    why: 'changed the kind of the plan',
  });
  if (!(await kindsOf(work)).some((one) => one.kind === kind)) throw badField('kind', 'form.choose');
  if (frame.version !== version) throw new Problem('changedMeanwhile', { current: frame });
  if (frame.kind === kind) throw badField('kind', 'path.kind.same');
  const kept = await keep(work, { ...input, customerId: customer.id });
  if (!kept) throw new Problem('changedMeanwhile', { current: await frameOf(work, customer.id) });
  work.emit('planKindChanged', { customerId: customer.id });
  return { kind, version: kept.version };
};
