import { sql } from 'kysely';
import { access } from '../../kernel/access/access.ts';
import type { Work } from '../../kernel/work.ts';
import { beginRun } from './nightly.ts';

export type Run = {
  id: string;
  startedAt: Date;
  /** Null while it goes on. */
  endedAt: Date | null;
  /** How many people it looks at, and has looked at. */
  total: number;
  done: number;
  found: number;
};

export type Feed = {
  municipality: string;
  readAt: Date | null;
  advertCount: number;
  skippedCount: number;
  trouble: string;
  troubleAt: Date | null;
  /** How many the reading that goes on has read, and of how many; null when none does, or it is not told. */
  readingCount: number | null;
  readingOf: number | null;
};

export type MatchingWork = { runs: Run[]; feed: Feed | null };

const asked = (action: 'read' | 'write', why: string) =>
  ({ section: 'jobs', action, why, relations: ['city'], customerId: null }) as const;

/** How the city's nightly recommendations go, the latest ten runs, and how its open jobs were last read. For administrators. */
export const readMatchingWork = async (work: Work): Promise<MatchingWork> => {
  access.authorise(work, asked('read', 'recommendations'));
  const { tx, cityId } = work;
  const runs = await tx
    .selectFrom('matchingRun')
    .select(['id', 'startedAt', 'endedAt', 'total', 'done', 'found'])
    .where('cityId', '=', cityId)
    .orderBy('startedAt', 'desc')
    .limit(10)
    .execute();
  const feed = await tx
    .selectFrom('advertFeed')
    .select([
      'municipality',
      'readAt',
      'advertCount',
      'skippedCount',
      'trouble',
      'troubleAt',
      'readingCount',
      'readingOf',
    ])
    .where('cityId', '=', cityId)
    .executeTakeFirst();
  return { runs, feed: feed ?? null };
};

/** Begins a run now, within a minute; one that goes on is not begun again. */
export const askForRun = async (work: Work): Promise<{ runId: string }> => {
  access.authorise(work, asked('write', 'recommendations now'));
  const { tx, cityId, now, today, services } = work;
  await beginRun(tx, { cityId, version: services.vocabulary.version, now, today });
  const { rows } = await sql<{ runId: string }>`
    select id as run_id from matching_run where city_id = ${cityId} and ended_at is null`.execute(tx);
  return { runId: rows[0]?.runId ?? '' };
};
