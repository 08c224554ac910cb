import { sql } from 'kysely';
import { z } from 'zod';
import { Problem } from '../kernel/problem.ts';
import type { Work } from '../kernel/work.ts';
import { type KnowHowRecord, loadKnowHow } from './load-know-how.ts';
import { loadStory } from './load-story.ts';
import { keepVersions } from './profile/versions.ts';
import { decide, decisions, mostSuggested } from './rules.ts';
import type { KnowHowState } from './tables.ts';

export const decideKnowHowInput = z.object({ decision: z.enum(decisions, 'form.choose') });
export type DecideKnowHow = z.infer<typeof decideKnowHowInput> & { knowHowId: string; version: number };

/** Know-how as somebody who lost the race sees it: no words of the story in it. */
export const asCurrent = ({ id, state, version }: KnowHowRecord) => ({ id, state, version });

/** How many suggestions of a story wait; none of no story. */
export const countLeft = async (
  work: Work,
  { customerId, storyId }: Pick<KnowHowRecord, 'customerId' | 'storyId'>,
): Promise<number> => {
  if (storyId === null) return 0;
  const { count } = await work.tx
    .selectFrom('knowHow')
    .select(sql<number>`count(*)`.as('count'))
    .where('cityId', '=', work.cityId)
    .where('customerId', '=', customerId)
    .where('storyId', '=', storyId)
    .where('state', '=', 'suggested')
    .executeTakeFirstOrThrow();
  return count;
};

/** What became of a decision: the know-how, the story it is from, and how many suggestions of that story still wait. */
export type Decided = { id: string; state: KnowHowState; version: number; storyId: string | null; left: number };

/**
 * Keeps, drops or brings back one piece of know-how. Throws changedMeanwhile when its version is another, notNow when the decision
 * cannot be made from its state.
 */
export const decideKnowHow = async (work: Work, { knowHowId, version, decision }: DecideKnowHow): Promise<Decided> => {
  const found = await loadKnowHow(work, knowHowId, { action: 'write', why: `decided: ${decision}` });
  if (found.version !== version) throw new Problem('changedMeanwhile', { current: asCurrent(found) });
  const state = decide(found.state, decision);
  if (!state) throw new Problem('notNow');
  const decided = await work.tx
    .updateTable('knowHow')
    .set({ state, decidedAt: work.now, version: version + 1 })
    .where('cityId', '=', work.cityId)
    .where('id', '=', knowHowId)
    .where('version', '=', version)
    .returning(['id', 'state', 'version', 'storyId'])
    .executeTakeFirst();
  if (!decided) throw new Problem('changedMeanwhile', { current: asCurrent(found) });
  await keepVersions(work, 'knowHow', [knowHowId]);
  work.emit('knowHowChanged', { customerId: found.customerId });
  return { ...decided, left: await countLeft(work, found) };
};

type OfStory = { storyId: string; version: number };

/**
 * Keeps what waits from a story, all of it or what is named (`only`); `least` of them have to wait still. Throws changedMeanwhile where they do not,
 * and when the story has another version.
 */
const keepSuggested = async (
  work: Work,
  { storyId, version, only, least, why }: OfStory & { only: readonly string[] | null; least: number; why: string },
): Promise<{ kept: number }> => {
  const story = await loadStory(work, storyId, { action: 'write', why });
  const current = { id: story.id, version: story.version };
  if (story.version !== version) throw new Problem('changedMeanwhile', { current });
  const kept = await work.tx
    .updateTable('knowHow')
    .set({ state: 'kept', decidedAt: work.now, version: sql<number>`version + 1` })
    .where('cityId', '=', work.cityId)
    .where('customerId', '=', story.customerId)
    .where('storyId', '=', storyId)
    .where('state', '=', 'suggested')
    .$if(only !== null, (query) => query.where('id', 'in', only ?? []))
    .returning('id')
    .execute();
  if (kept.length < least) throw new Problem('changedMeanwhile', { current });
  await keepVersions(
    work,
    'knowHow',
    kept.map(({ id }) => id),
  );
  work.emit('knowHowChanged', { customerId: story.customerId });
  return { kept: kept.length };
};

/**
 * Keeps everything suggested from a story at once. Throws changedMeanwhile when the story has another version, since then other things
 * may be suggested than the customer saw. Returns how many were kept.
 */
export const keepAllOfStory = (work: Work, ofStory: OfStory): Promise<{ kept: number }> =>
  keepSuggested(work, { ...ofStory, only: null, least: 0, why: 'kept all of a story' });

export const keepSomeInput = z.object({
  /** Of what waits from the story: which, or all. */
  keep: z.union(
    [z.literal('all'), z.array(z.uuid('form.choose')).min(1, 'form.choose').max(mostSuggested)],
    'form.choose',
  ),
});

/**
 * Keeps some of what waits from a story at once and leaves the rest waiting. Throws changedMeanwhile when the story has another version, or something of what was named, or all of it, waits no more.
 */
export const keepSomeOfStory = (
  work: Work,
  { keep, ...ofStory }: z.output<typeof keepSomeInput> & OfStory,
): Promise<{ kept: number }> => {
  const only = keep === 'all' ? null : keep;
  return keepSuggested(work, { ...ofStory, only, least: only ? new Set(only).size : 1, why: 'kept some of a story' });
};
