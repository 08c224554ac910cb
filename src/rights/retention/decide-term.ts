import { z } from 'zod';
import { access } from '../../kernel/access/access.ts';
import { addDays } from '../../kernel/clock.ts';
import { dayInput } from '../../kernel/day-input.ts';
import { badField } from '../../kernel/problem.ts';
import { setTerm, termBounds } from '../../kernel/terms.ts';
import { line } from '../../kernel/words.ts';
import type { Work } from '../../kernel/work.ts';
import { type RetentionTerm, retentionTerms } from './retention-terms.ts';

export const termInput = z.object({
  name: z.enum(retentionTerms, 'form.choose'),
  fromOn: dayInput,
  /** Days. */
  value: z.number('form.check').int('form.check').min(1, 'form.check').max(36_500, 'form.check'),
  /** Who decided it and where that can be read. */
  source: line(300),
});

/**
 * Decides for the city how long something is kept, from a day on, today at the earliest: what has gone does not come back. Deciding again for the same day
 * replaces it. Throws badInput, also for less than the law asks.
 */
export const decideTerm = async (work: Work, term: z.output<typeof termInput>): Promise<{ name: RetentionTerm }> => {
  access.authorise(work, {
    ...{ section: 'retention', action: 'write', why: 'decided how long something is kept' },
    ...{ relations: ['city'], customerId: null },
  });
  const { tx, cityId, today } = work;
  if (term.fromOn < today || term.fromOn > addDays(today, 3660)) throw badField('fromOn', 'form.dayAhead');
  const { least, most } = await termBounds(tx, { name: term.name, day: term.fromOn });
  if (term.value < least) throw badField('value', 'rights.retention.least', { days: least });
  if (term.value > most) throw badField('value', 'form.check');
  await setTerm(tx, { cityId, ...term });
  return { name: term.name };
};
