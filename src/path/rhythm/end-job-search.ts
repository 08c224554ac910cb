import { z } from 'zod';
import { dayInput } from '../../kernel/day-input.ts';
import { badField, Problem } from '../../kernel/problem.ts';
import { words } from '../../kernel/words.ts';
import type { Work } from '../../kernel/work.ts';
import { countNextTalks } from './count-next.ts';
import { latestJobSearch } from './job-searches.ts';
import { rhythmCustomer } from './rhythm-customer.ts';

export const jobSearchEndInput = z.object({ endedOn: dayInput, why: words(200, { least: 0 }) });

export const endJobSearchInput = jobSearchEndInput.extend({
  customerId: z.string(),
  version: z.number().int().min(0).max(999_999_999),
});

/** Ends the job search that goes on, with a word why if one likes. Throws notNow when none does, badInput for a day before it began or ahead. */
export const endJobSearch = async (
  work: Work,
  input: z.infer<typeof endJobSearchInput>,
): Promise<{ id: string; version: number }> => {
  const { endedOn, why, version } = input;
  const customer = await rhythmCustomer(work, input.customerId, { action: 'write', why: 'ended a job search' });
  const current = await latestJobSearch(work, customer.id);
  if (!current) throw new Problem('notNow');
  if (current.version !== version) throw new Problem('changedMeanwhile', { current });
  if (current.endedOn !== null) throw new Problem('notNow');
  if (endedOn > work.today) throw badField('endedOn', 'path.rhythm.notYet');
  if (endedOn < current.begunOn) throw badField('endedOn', 'path.rhythm.beforeBegun');
  const { personId: writtenBy, name: writtenName } = work.actor;
  const ended = await work.tx
    .updateTable('jobSearch')
    .set({ endedOn, endedWhy: why, writtenBy, writtenName, writtenAt: work.now, version: version + 1 })
    .where('cityId', '=', work.cityId)
    .where('id', '=', current.id)
    .where('version', '=', version)
    .where('endedOn', 'is', null)
    .returning(['id', 'version'])
    .executeTakeFirst();
  if (!ended) throw new Problem('changedMeanwhile', { current });
  await countNextTalks(work.tx, work, [customer.id]);
  work.emit('jobSearchEnded', { jobSearchId: ended.id, customerId: customer.id });
  return ended;
};
