import { z } from 'zod';
import { dayInput } from '../../kernel/day-input.ts';
import { badField, Problem } from '../../kernel/problem.ts';
import { words } from '../../kernel/words.ts';
import type { Work } from '../../kernel/work.ts';
import { keepTalk, type Refusal } from './keep-talk.ts';
import { rhythmCustomer } from './rhythm-customer.ts';
import { talkKinds, talkWays } from './tables.ts';

export const talkInput = z.object({
  kind: z.enum(talkKinds, { error: 'path.rhythm.chooseKind' }),
  heldOn: dayInput,
  how: z.enum(talkWays, { error: 'path.rhythm.chooseHow' }),
  /** Why not in person, where the law wants it so. */
  howWhy: words(500, { least: 0 }),
});

export const recordTalkInput = talkInput.extend({ customerId: z.string() });

/** A refusal as whoever wrote the talk hears it: notNow without a job search, else badInput of the field. */
export const problemOf = (refusal: Refusal): Problem =>
  refusal.field === null ? new Problem('notNow') : badField(refusal.field, refusal.message);

/**
 * Writes down a talk that was held. Throws notNow while no job search has begun; badInput for a day ahead or before it began, a second talk of
 * the kind on one day, a second first interview of a job search, and another way than in person without a reason where the model wants one.
 */
export const recordTalk = async (work: Work, input: z.infer<typeof recordTalkInput>): Promise<{ id: string }> => {
  const { customerId: _, ...talk } = input;
  const customer = await rhythmCustomer(work, input.customerId, { action: 'write', why: 'wrote down a talk' });
  const kept = await keepTalk(work, talk, { customerId: customer.id, by: work.actor });
  if ('refusal' in kept) throw problemOf(kept.refusal);
  work.emit('talkHeld', { talkId: kept.id, customerId: customer.id });
  return kept;
};
