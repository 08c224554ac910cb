import { z } from 'zod';
import { dayInput } from '../../kernel/day-input.ts';
import { newId } from '../../kernel/ids.ts';
import { badField, Problem } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { countNextTalks } from './count-next.ts';
import { type JobSearch, latestJobSearch } from './job-searches.ts';
import { modelOn } from './models.ts';
import { rhythmCustomer } from './rhythm-customer.ts';

export const jobSearchInput = z.object({ begunOn: dayInput });

export const setJobSearchInput = jobSearchInput.extend({
  customerId: z.string(),
  /** Of the job search that goes on, to mend its first day; 0 to begin one. */
  version: z.number().int().min(0).max(999_999_999),
});

const findEndBefore = async ({ tx, cityId }: Work, customerId: string, id: string | null) => {
  const row = await tx
    .selectFrom('jobSearch')
    .select('endedOn')
    .where('cityId', '=', cityId)
    .where('customerId', '=', customerId)
    .where('endedOn', 'is not', null)
    .$if(id !== null, (query) => query.where('id', '!=', id ?? ''))
    .orderBy('endedOn', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.endedOn ?? null;
};

const insert = ({ tx, cityId, actor, now }: Work, customerId: string, values: { begunOn: string; modelId: string }) =>
  tx
    .insertInto('jobSearch')
    .values({
      ...{ cityId, id: newId(), customerId, ...values, endedOn: null },
      ...{ writtenBy: actor.personId, writtenName: actor.name, writtenAt: now },
    })
    .onConflict((conflict) => conflict.columns(['cityId', 'customerId']).where('endedOn', 'is', null).doNothing())
    .returning(['id', 'version'])
    .executeTakeFirst();

const update = (
  { tx, cityId, actor, now }: Work,
  { id }: JobSearch,
  values: { begunOn: string; modelId: string; version: number },
) =>
  tx
    .updateTable('jobSearch')
    .set({
      ...values,
      version: values.version + 1,
      ...{ writtenBy: actor.personId, writtenName: actor.name, writtenAt: now },
    })
    .where('cityId', '=', cityId)
    .where('id', '=', id)
    .where('version', '=', values.version)
    .where('endedOn', 'is', null)
    .returning(['id', 'version'])
    .executeTakeFirst();

/**
 * An adviser writes down the day a customer's job search began, or mends it. The model in force on that day is its model to the end. Throws
 * badInput for a day that has not come, is before the first model or before the end of an earlier job search; changedMeanwhile with what goes on.
 */
export const setJobSearch = async (
  work: Work,
  input: z.infer<typeof setJobSearchInput>,
): Promise<{ id: string; version: number }> => {
  const { begunOn, version } = input;
  const customer = await rhythmCustomer(work, input.customerId, { action: 'write', why: 'wrote down a job search' });
  if (begunOn > work.today) throw badField('begunOn', 'path.rhythm.notYet');
  const modelId = await modelOn(work.tx, begunOn);
  if (modelId === null) throw badField('begunOn', 'path.rhythm.tooEarly');
  const latest = await latestJobSearch(work, customer.id);
  const current = latest?.endedOn === null ? latest : null;
  const endedBefore = await findEndBefore(work, customer.id, current?.id ?? null);
  if (endedBefore !== null && begunOn < endedBefore) throw badField('begunOn', 'path.rhythm.beforeEnd');
  const values = { begunOn, modelId };
  const written =
    version === 0
      ? await insert(work, customer.id, values)
      : current && (await update(work, current, { ...values, version }));
  if (!written) throw new Problem('changedMeanwhile', { current });
  await countNextTalks(work.tx, work, [customer.id]);
  work.emit('jobSearchBegun', { jobSearchId: written.id, customerId: customer.id });
  return written;
};
