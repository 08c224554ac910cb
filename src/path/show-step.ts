import { z } from 'zod';
import { addDays } from '../kernel/clock.ts';
import { dayInput } from '../kernel/day-input.ts';
import { newId } from '../kernel/ids.ts';
import { badField, Problem } from '../kernel/problem.ts';
import type { Work } from '../kernel/work.ts';
import { otherProfessional } from './rules.ts';
import { loadStep } from './steps.ts';

export const stepShownInput = z.object({
  /** Whether the professional it is not agreed on with sees it. */
  isShown: z.boolean(),
  /** The last day it is shown, YYYY-MM-DD; null while I do not take it back. */
  untilOn: dayInput.nullable().default(null),
});

export const showStepInput = stepShownInput.extend({ stepId: z.string() });

/**
 * Says whether the other professional who looks after the actor sees a step of theirs: a consent, dated and kept, which works at the next query.
 * They see what it says from now on, not its earlier versions. Throws notNow for an idea kept to oneself.
 */
export const showStep = async (work: Work, input: z.input<typeof showStepInput>): Promise<{ isShown: boolean }> => {
  const { stepId, isShown, untilOn = null } = input;
  if (work.actor.role !== 'customer') throw new Problem('notYourRole');
  const step = await loadStep(work, stepId, { action: 'answer', why: 'chose who sees a step' });
  if (step.onlyMine) throw new Problem('notNow');
  if (untilOn !== null && (untilOn < work.today || untilOn > addDays(work.today, 3660)))
    throw badField('untilOn', 'form.dayAhead');
  const { cityId, now } = work;
  // Two choices at once come one after the other.
  await work.tx
    .selectFrom('step')
    .select('id')
    .where('cityId', '=', cityId)
    .where('id', '=', step.id)
    .forUpdate()
    .execute();
  await work.tx
    .updateTable('stepShown')
    .set({ withdrawnAt: now })
    .where('cityId', '=', cityId)
    .where('stepId', '=', step.id)
    .where('withdrawnAt', 'is', null)
    .execute();
  if (isShown)
    await work.tx
      .insertInto('stepShown')
      .values({
        ...{ cityId, id: newId(), customerId: step.customerId, stepId: step.id },
        ...{ shownTo: otherProfessional(step.withRole), givenAt: now, untilOn, withdrawnAt: null },
      })
      .execute();
  return { isShown };
};
