import { z } from 'zod';
import { addDays } from '../../kernel/clock.ts';
import { dayInput } from '../../kernel/day-input.ts';
import { newId } from '../../kernel/ids.ts';
import { badField } from '../../kernel/problem.ts';
import { line } from '../../kernel/words.ts';
import type { Work } from '../../kernel/work.ts';
import { stagesCustomer } from './stages-customer.ts';
import { toldStages } from './tables.ts';

export const stageInput = z.object({
  stage: z.enum(toldStages, { error: 'path.stages.choose' }),
  /** The first day, today or earlier. */
  fromOn: dayInput,
  /** The last day, which may be ahead; null while it goes on. */
  toOn: dayInput.nullable().default(null),
  /** Where or what, if they like. */
  words: line(200, { least: 0 }).default(''),
});

export const tellStageInput = stageInput.extend({
  /** Null: the actor's own path. */
  customerId: z.string().nullable(),
});

/** Days back to which a path is told, and ahead to which its end is: fifty and ten years. */
const mostBack = 18_263;
const mostAhead = 3653;

/** Throws badInput for a last day before the first, or too far ahead. */
export const refuseEnd = (toOn: string, fromOn: string, today: string): void => {
  if (toOn < fromOn) throw badField('toOn', 'path.stages.endsBefore');
  if (toOn > addDays(today, mostAhead)) throw badField('toOn', 'path.stages.tooFar');
};

/**
 * The customer or their adviser tells what stage the customer began, from which day, and when it ended if it has. The other side is told. Throws badInput
 * for a day that has not come or is too long ago, an end before it, and what is told already.
 */
export const tellStage = async (
  work: Work,
  input: z.input<typeof tellStageInput>,
): Promise<{ id: string; version: number }> => {
  const { stage, fromOn, toOn = null, words = '' } = input;
  const customer = await stagesCustomer(work, input.customerId, { action: 'write', why: 'told of a stage' });
  const { tx, cityId, actor, now, today } = work;
  if (fromOn > today) throw badField('fromOn', 'path.stages.notYet');
  if (fromOn < addDays(today, -mostBack)) throw badField('fromOn', 'path.stages.tooLongAgo');
  if (toOn !== null) refuseEnd(toOn, fromOn, today);
  const byRole = actor.role === 'customer' ? 'customer' : 'adviser';
  const told = await tx
    .insertInto('pathFact')
    .values({
      ...{ cityId, id: newId(), customerId: customer.id, kind: 'in', stage, fromOn, toOn, source: 'told', words },
      ...{ byId: actor.personId, byName: actor.name, byRole, at: now },
    })
    .onConflict((conflict) =>
      conflict
        .columns(['cityId', 'customerId', 'stage', 'fromOn'])
        .where('source', '=', 'told')
        .where('takenBackAt', 'is', null)
        .doNothing(),
    )
    .returning(['id', 'version'])
    .executeTakeFirst();
  if (!told) throw badField('fromOn', 'path.stages.already');
  work.emit('stageTold', { pathFactId: told.id, customerId: customer.id, by: byRole });
  return told;
};
