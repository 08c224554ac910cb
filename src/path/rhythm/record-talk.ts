import { z } from 'zod';
import { dayInput } from '../../kernel/day-input.ts';
import { newId } from '../../kernel/ids.ts';
import { badField, Problem } from '../../kernel/problem.ts';
import { words } from '../../kernel/words.ts';
import type { Work } from '../../kernel/work.ts';
import { countNextTalks } from './count-next.ts';
import { latestJobSearch } from './job-searches.ts';
import { readModels } from './models.ts';
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

const hasFirstInterview = async ({ tx, cityId }: Work, customerId: string, since: string): Promise<boolean> => {
  const held = await tx
    .selectFrom('talk')
    .select('id')
    .where('cityId', '=', cityId)
    .where('customerId', '=', customerId)
    .where('kind', '=', 'firstInterview')
    .where('heldOn', '>=', since)
    .limit(1)
    .executeTakeFirst();
  return held !== undefined;
};

/**
 * Writes down a talk that was held. Throws notNow while no job search has begun; badInput for a day ahead or before it began, a second talk of
 * the kind on one day, a second first interview of a job search, and another way than in person without a reason where the model wants one.
 */
export const recordTalk = async (work: Work, input: z.infer<typeof recordTalkInput>): Promise<{ id: string }> => {
  const { kind, heldOn, how, howWhy } = input;
  const customer = await rhythmCustomer(work, input.customerId, { action: 'write', why: 'wrote down a talk' });
  const jobSearch = await latestJobSearch(work, customer.id);
  if (!jobSearch) throw new Problem('notNow');
  if (heldOn > work.today) throw badField('heldOn', 'path.rhythm.notYet');
  if (heldOn < jobSearch.begunOn) throw badField('heldOn', 'path.rhythm.beforeBegun');
  if (kind === 'firstInterview' && (await hasFirstInterview(work, customer.id, jobSearch.begunOn)))
    throw badField('kind', 'path.rhythm.alreadyFirst');
  const model = (await readModels(work.tx)).get(jobSearch.modelId);
  const wantsInPerson = model?.rules.some((rule) => rule.kind === kind && rule.inPerson) ?? false;
  if (wantsInPerson && how !== 'inPerson' && howWhy === '') throw badField('howWhy', 'path.rhythm.whyNotInPerson');
  const { tx, cityId, actor, now } = work;
  const talk = await tx
    .insertInto('talk')
    .values({
      ...{ cityId, id: newId(), customerId: customer.id, kind, heldOn, how },
      ...{ howWhy: how === 'inPerson' ? '' : howWhy, byId: actor.personId, byName: actor.name, at: now },
    })
    .onConflict((conflict) => conflict.columns(['cityId', 'customerId', 'heldOn', 'kind']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!talk) throw badField('heldOn', 'path.rhythm.already');
  await countNextTalks(work.tx, work, [customer.id]);
  work.emit('talkHeld', { talkId: talk.id, customerId: customer.id });
  return talk;
};
