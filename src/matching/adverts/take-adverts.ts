import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Clock } from '../../kernel/clock.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import { newId } from '../../kernel/ids.ts';
import type { VocabularyService } from '../../know-how/index.ts';
import { needsOfAdvert, readIn } from './advert-needs.ts';
import { type AdvertSource, SourceTrouble } from './source.ts';
import { type Advert, readAdvertPage } from './tmt.ts';

/** As many as the interface gives at a time. */
const pageSize = 500;
/** A municipality with more open jobs than this is not read to the end. */
const mostPages = 100;

type Outside = {
  database: Database;
  vocabulary: VocabularyService;
  source: AdvertSource;
  clock: Clock;
};

type Known = { id: string; contentHash: string };

const hashOf = (advert: Advert, version: string): string =>
  createHash('sha256')
    .update(JSON.stringify([version, advert]))
    .digest('base64');

const readKnown = async (tx: Tx, cityId: string, adverts: readonly Advert[]): Promise<Map<string, Known>> => {
  if (adverts.length === 0) return new Map();
  const rows = await tx
    .selectFrom('jobAdvert')
    .select(['id', 'outsideId', 'contentHash'])
    .where('cityId', '=', cityId)
    .where(
      'outsideId',
      'in',
      adverts.map(({ outsideId }) => outsideId),
    )
    .execute();
  return new Map(rows.map(({ outsideId, ...known }) => [outsideId, known]));
};

type Read = { advert: Advert; id: string; contentHash: string; needs: Awaited<ReturnType<typeof needsOfAdvert>> };

/** Finds the needs of what is new or has changed, one advert at a turn, so that pages are answered between. */
const readNew = async (
  { vocabulary }: Outside,
  adverts: readonly Advert[],
  known: ReadonlyMap<string, Known>,
): Promise<Read[]> => {
  const found: Read[] = [];
  for (const advert of adverts) {
    const before = known.get(advert.outsideId);
    const contentHash = hashOf(advert, vocabulary.version);
    if (before?.contentHash === contentHash) continue;
    await nextTurn();
    found.push({ advert, id: before?.id ?? newId(), contentHash, needs: await needsOfAdvert(vocabulary, advert) });
  }
  return found;
};

const json = (value: unknown): string => JSON.stringify(value);

const rowOf = (cityId: string, now: Date, { advert, id, contentHash, needs }: Read) => ({
  cityId,
  id,
  outsideId: advert.outsideId,
  title: json(advert.title),
  summary: json(advert.summary),
  employer: advert.employer && json(advert.employer),
  place: advert.place,
  hours: advert.hours,
  languages: advert.languages,
  language: readIn(advert),
  needsWeight: needs.reduce((sum, { weight }) => sum + weight, 0),
  needsCount: needs.length,
  contentHash,
  publishedAt: advert.publishedAt,
  untilAt: advert.untilAt,
  seenAt: now,
  isAnywhere: advert.isAnywhere,
});

const write = async (tx: Tx, cityId: string, now: Date, read: readonly Read[]): Promise<void> => {
  if (read.length === 0) return;
  await tx
    .insertInto('jobAdvert')
    .values(read.map((one) => rowOf(cityId, now, one)))
    .onConflict((conflict) =>
      conflict.columns(['cityId', 'outsideId']).doUpdateSet((row) => ({
        title: row.ref('excluded.title'),
        summary: row.ref('excluded.summary'),
        employer: row.ref('excluded.employer'),
        place: row.ref('excluded.place'),
        hours: row.ref('excluded.hours'),
        languages: row.ref('excluded.languages'),
        language: row.ref('excluded.language'),
        needsWeight: row.ref('excluded.needsWeight'),
        needsCount: row.ref('excluded.needsCount'),
        contentHash: row.ref('excluded.contentHash'),
        publishedAt: row.ref('excluded.publishedAt'),
        untilAt: row.ref('excluded.untilAt'),
        seenAt: row.ref('excluded.seenAt'),
        isAnywhere: row.ref('excluded.isAnywhere'),
      })),
    )
    .execute();
  const ids = read.map(({ id }) => id);
  await tx.deleteFrom('jobAdvertNeed').where('cityId', '=', cityId).where('advertId', 'in', ids).execute();
  const needs = read.flatMap(({ id, needs }) => needs.map((need) => ({ cityId, advertId: id, ...need })));
  if (needs.length > 0) await tx.insertInto('jobAdvertNeed').values(needs).execute();
};

/** Each page is its own short transaction; no transaction waits for the outside. */
const takePage = async (outside: Outside, cityId: string, adverts: readonly Advert[], now: Date): Promise<void> => {
  const once = [...new Map(adverts.map((advert) => [advert.outsideId, advert])).values()];
  const known = await outside.database.inCity(cityId, (tx) => readKnown(tx, cityId, once));
  const read = await readNew(outside, once, known);
  await outside.database.inCity(cityId, async (tx) => {
    await write(tx, cityId, now, read);
    if (once.length === 0) return;
    await tx
      .updateTable('jobAdvert')
      .set({ seenAt: now })
      .where('cityId', '=', cityId)
      .where(
        'outsideId',
        'in',
        once.map(({ outsideId }) => outsideId),
      )
      .execute();
  });
};

type Progress = { count: number; of: number | null };

/** Says how far the reading is; null when it has ended. */
const writeProgress = (tx: Tx, cityId: string, progress: Progress | null): Promise<unknown> =>
  tx
    .updateTable('advertFeed')
    .set({ readingCount: progress?.count ?? null, readingOf: progress?.of ?? null })
    .where('cityId', '=', cityId)
    .execute();

/** The municipality's own, then those without a fixed place, which belong to every city. */
const readPages = async (outside: Outside, cityId: string, ofMunicipality: string, now: Date) => {
  const seen = new Set<string>();
  let skipped = 0;
  for (const municipality of [ofMunicipality, null]) {
    const before = seen.size;
    const own = new Set<string>();
    for (let page = 0; page < mostPages; page += 1) {
      const body = await outside.source.page({ municipality, page, size: pageSize });
      const found = readAdvertPage(body, now);
      const known = own.size;
      await takePage(outside, cityId, found.adverts, now);
      for (const { outsideId } of found.adverts) own.add(outsideId);
      for (const outsideId of own) seen.add(outsideId);
      skipped += found.skipped;
      const of = found.total === null ? null : before + found.total;
      await outside.database.inCity(cityId, (tx) => writeProgress(tx, cityId, { count: seen.size, of }));
      // A page that repeats what has been would go on for ever.
      const isRepeated = found.adverts.length > 0 && own.size === known;
      if (found.count < pageSize || isRepeated) break;
    }
  }
  return { seen, skipped };
};

/** What the source no longer publishes goes. */
const removeOthers = (tx: Tx, cityId: string, seen: ReadonlySet<string>) =>
  sql`delete from job_advert where city_id = ${cityId} and outside_id <> all(${[...seen]}::text[])`.execute(tx);

/** In words for the operator: ours, or that the answer was no page of adverts. */
const wordsOf = (error: unknown): string =>
  error instanceof SourceTrouble
    ? error.message
    : 'The open jobs’ interface answered with something else than open jobs.';

export type Taken = { count: number; skipped: number } | { trouble: string; mayPass: boolean };

/**
 * Brings a city's open jobs up to what is published now: new and changed ones are read, what is no longer there goes. When the source fails halfway,
 * what was there stays until its own last day, and a week at most. Null for a city without a municipality.
 */
export const takeAdverts = async (outside: Outside, cityId: string): Promise<Taken | null> => {
  const { database, clock } = outside;
  const feed = await database.inCity(cityId, (tx) =>
    tx.selectFrom('advertFeed').select('municipality').where('cityId', '=', cityId).executeTakeFirst(),
  );
  if (!feed) return null;
  const now = clock();
  try {
    const { seen, skipped } = await readPages(outside, cityId, feed.municipality, now);
    await database.inCity(cityId, async (tx) => {
      await removeOthers(tx, cityId, seen);
      await writeProgress(tx, cityId, null);
      await tx
        .updateTable('advertFeed')
        .set({ readAt: now, advertCount: seen.size, skippedCount: skipped, trouble: '', troubleAt: null })
        .where('cityId', '=', cityId)
        .execute();
    });
    return { count: seen.size, skipped };
  } catch (error) {
    const isOurs = error instanceof SourceTrouble || (error instanceof Error && error.name === 'ZodError');
    if (!isOurs) throw error;
    const trouble = wordsOf(error);
    await database.inCity(cityId, async (tx) => {
      await writeProgress(tx, cityId, null);
      await tx.updateTable('advertFeed').set({ trouble, troubleAt: now }).where('cityId', '=', cityId).execute();
    });
    return { trouble, mayPass: error instanceof SourceTrouble && error.mayPass };
  }
};
