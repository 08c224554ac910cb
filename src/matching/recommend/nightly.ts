import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Clock } from '../../kernel/clock.ts';
import { dayIn } from '../../kernel/clock.ts';
import { consents } from '../../kernel/consent.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import { newId } from '../../kernel/ids.ts';
import type { Related, VocabularyService } from '../../know-how/index.ts';
import { fullWorth, goodFrom, reachOf } from '../rules.ts';
import { factsOfPerson, meets } from '../segment/facts.ts';
import { findBest } from '../segment/find-best.ts';
import { groupsOfReach } from '../segment/groups.ts';
import type { MatchingIndex } from '../segment/matching-index.ts';
import type { Segment } from '../segment/segment.ts';
import { judgePairs, type Pair } from './judge.ts';
import { readSeekers, type Seeker } from './seekers.ts';
import { writeRecommendations } from './write.ts';

/** How many people are looked at in one transaction. */
const batch = 200;
/** How many challenges are recommended to one person at a time. */
const mostEach = 10;

export type Outside = { database: Database; vocabulary: VocabularyService; matchingIndex: MatchingIndex; clock: Clock };

/** Begins a city's run, unless one is going on. */
export const beginRun = async (
  tx: Tx,
  { cityId, version, now, today }: { cityId: string; version: string; now: Date; today: string },
): Promise<void> => {
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from customer c where c.city_id = ${cityId} and c.deleted_at is null
      and ${consents(cityId, sql.ref('c.id'), 'matching', today)}`.execute(tx);
  await sql`
    insert into matching_run (city_id, id, vocabulary_version, started_at, total)
    values (${cityId}, ${newId()}, ${version}, ${now}, ${rows[0]?.total ?? 0}) on conflict do nothing`.execute(tx);
};

/** Whether a run has begun since an instant. */
export const hasRunSince = async (tx: Tx, cityId: string, since: Date): Promise<boolean> => {
  const found = await tx
    .selectFrom('matchingRun')
    .select('id')
    .where('cityId', '=', cityId)
    .where('startedAt', '>=', since)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
};

const readRelations = (tx: Tx): Promise<Related[]> =>
  tx.selectFrom('skillRelation').select(['skillId', 'otherId', 'relation']).execute();

const propose = (challenges: Segment, seeker: Seeker, bySkill: Map<number, Related[]>): Pair[] => {
  const near = seeker.held.flatMap(({ skillId }) => bySkill.get(skillId) ?? []);
  const mine = factsOfPerson(seeker.told);
  const query = {
    groups: groupsOfReach(reachOf(seeker.held, near)),
    accepts: (asked: number) => meets(asked, mine),
    full: fullWorth,
    least: goodFrom / fullWorth,
    limit: 2 * mostEach,
  };
  return findBest(challenges, query).map(({ id }) => ({ customerId: seeker.customerId, challengeId: id }));
};

type Known = { relations: Related[]; bySkill: Map<number, Related[]>; challenges: Segment };

/** The next people of a run, in one transaction that holds its row: of two processes one goes on. Null when there is no run to go on with. */
const nextBatch = (outside: Outside, cityId: string, known: Known): Promise<{ isOver: boolean } | null> =>
  outside.database.inCity(cityId, async (tx) => {
    const { vocabulary, clock } = outside;
    const now = clock();
    const today = dayIn('Europe/Helsinki', now);
    const run = await tx
      .selectFrom('matchingRun')
      .select(['id', 'afterId', 'done', 'found'])
      .where('cityId', '=', cityId)
      .where('endedAt', 'is', null)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (!run) return null;
    const seekers = await readSeekers(tx, { cityId, today, vocabulary }, { after: run.afterId, count: batch });
    const pairs: Pair[] = [];
    for (const seeker of seekers) {
      await nextTurn();
      pairs.push(...propose(known.challenges, seeker, known.bySkill));
    }
    const judged = await judgePairs(tx, { cityId, today, relations: known.relations }, { seekers, pairs });
    const good = [...Map.groupBy(judged, ({ customerId }) => customerId).values()].flatMap((one) =>
      one.sort((a, b) => b.score - a.score).slice(0, mostEach),
    );
    await writeRecommendations(tx, { cityId, vocabulary, now, today, isNews: false }, good);
    const isOver = seekers.length < batch;
    await tx
      .updateTable('matchingRun')
      .set({
        afterId: seekers.at(-1)?.customerId ?? run.afterId,
        done: run.done + seekers.length,
        found: run.found + good.length,
        endedAt: isOver ? now : null,
      })
      .where('cityId', '=', cityId)
      .where('id', '=', run.id)
      .execute();
    return { isOver };
  });

/**
 * Goes on with a city's run for about so many milliseconds, one batch at least: everybody who consents, some hundred at a time, each batch written with how far the run is, so
 * that it goes on after a stop where it was. What is no longer good is kept no longer than it was told. True when nothing is left to do.
 */
export const goOnWithRun = async (outside: Outside, cityId: string, { forMs }: { forMs: number }): Promise<boolean> => {
  const { database, matchingIndex, clock } = outside;
  const isOpen = await database.inCity(cityId, (tx) =>
    tx
      .selectFrom('matchingRun')
      .select('id')
      .where('cityId', '=', cityId)
      .where('endedAt', 'is', null)
      .executeTakeFirst(),
  );
  if (!isOpen) return true;
  const now = clock();
  const place = { cityId, today: dayIn('Europe/Helsinki', now), now };
  await matchingIndex.whenBuilt(place);
  const { relations, index } = await database.inCity(cityId, async (tx) => ({
    relations: await readRelations(tx),
    index: await matchingIndex.of({ ...place, tx }),
  }));
  if (!index) return false;
  const known = {
    relations,
    bySkill: Map.groupBy(relations, ({ skillId }) => skillId),
    challenges: index.challenges,
  };
  const until = performance.now() + forMs;
  for (;;) {
    const step = await nextBatch(outside, cityId, known);
    if (step?.isOver) return true;
    if (!step || performance.now() >= until) return false;
  }
};

/** Forgets what was recommended and never told, and has not been good for two days; and runs of more than ninety days ago. */
export const forgetRecommendations = async (tx: Tx, cityId: string, now: Date): Promise<void> => {
  const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 3_600_000);
  await tx
    .deleteFrom('recommendation')
    .where('cityId', '=', cityId)
    .where('toldAt', 'is', null)
    .where('madeAt', '<', daysAgo(2))
    .execute();
  await tx.deleteFrom('matchingRun').where('cityId', '=', cityId).where('startedAt', '<', daysAgo(90)).execute();
};
