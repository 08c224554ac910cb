import { sql } from 'kysely';
import { z } from 'zod';
import type { Clock } from '../../kernel/clock.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import { newId } from '../../kernel/ids.ts';
import type { Services } from '../../kernel/work.ts';
import { logSkills } from '../answerable/log-suggestions.ts';
import { type RecognisedSkill, recogniseSkills } from '../recognise-skills.ts';
import { isMine, isOfAnother, readMine } from './already-mine.ts';
import { type Proposed, proposalsOf, type SkillsAt, searchedIn } from './proposals.ts';
import type { Progress, Read } from './reader/types.ts';
import { type Wrong, wrongs } from './reader/unreadable.ts';
import { runReader } from './run-reader.ts';
import { placeNames, surer, withoutNames } from './surer.ts';

export const readingJob = z.object({ cityId: z.string(), bringId: z.string() });

export type ReadingOutside = {
  database: Database;
  services: Services;
  clock: Clock;
  /** Reads the bytes; told otherwise only by tests. */
  reader?: typeof runReader;
};

type Place = z.output<typeof readingJob>;

/** A document whose reading ends this process would do so each time. */
const mostTries = 3;

const reading = (tx: Tx, { cityId, bringId }: Place) =>
  tx.updateTable('bringReading').where('cityId', '=', cityId).where('bringId', '=', bringId);

/** Takes the document's turn; null when it is gone, read already, or has been tried too often. */
const begin = ({ database }: ReadingOutside, place: Place) =>
  database.inCity(place.cityId, async (tx) => {
    const begun = await reading(tx, place)
      .set({ state: 'reading', tries: sql<number>`tries + 1` })
      .where('state', 'in', ['waiting', 'reading', 'looking'])
      .returning('tries')
      .executeTakeFirst();
    if (!begun) return null;
    if (begun.tries > mostTries) {
      await fail(tx, place, 'failure');
      return null;
    }
    return tx
      .selectFrom('bring')
      .select(['customerId', 'language'])
      .where('cityId', '=', place.cityId)
      .where('id', '=', place.bringId)
      .executeTakeFirst();
  });

const forgetFile = (tx: Tx, { cityId, bringId }: Place) =>
  tx.deleteFrom('bringPart').where('cityId', '=', cityId).where('bringId', '=', bringId).execute();

const fail = async (tx: Tx, place: Place, wrong: Wrong): Promise<void> => {
  await reading(tx, place).set({ state: 'failed', wrong, paragraphs: '[]' }).execute();
  await forgetFile(tx, place);
};

/** Piece by piece, each in a short transaction: ten megabytes at once would hold up every other request. */
const bytesOf = async ({ database, services }: ReadingOutside, { cityId, bringId }: Place): Promise<Buffer> => {
  const bytes: Buffer[] = [];
  for (;;) {
    const part = await database.inCity(cityId, (tx) =>
      tx
        .selectFrom('bringPart')
        .select('sealed')
        .where('cityId', '=', cityId)
        .where('bringId', '=', bringId)
        .where('no', '=', bytes.length)
        .executeTakeFirst(),
    );
    if (!part) return Buffer.concat(bytes);
    bytes.push(services.secrets.decryptBytes(part.sealed));
  }
};

/** Tells how far the reading is, the latest page only: a page takes milliseconds, and a row is written in some. */
const teller = ({ database }: ReadingOutside, place: Place) => {
  let latest: Progress | null = null;
  let writing: Promise<void> | null = null;
  const write = async () => {
    while (latest) {
      const { page, pages } = latest;
      latest = null;
      await database.inCity(place.cityId, (tx) => reading(tx, place).set({ page, pages }).execute());
    }
    writing = null;
  };
  return {
    tell: (progress: Progress) => {
      latest = progress;
      writing ??= write().catch(() => {});
    },
    done: async () => {
      latest = null;
      await writing;
    },
  };
};

const pause = () => new Promise((resolve) => setImmediate(resolve));

type RecognisedAt = SkillsAt & { skills: readonly RecognisedSkill[] };

/** Skills of each paragraph. Other requests go on between two of them. */
const recogniseAll = async ({ services }: ReadingOutside, read: Read, city: string): Promise<RecognisedAt[]> => {
  const found: RecognisedAt[] = [];
  const names = placeNames(read.found);
  for (const at of searchedIn(read)) {
    const text = withoutNames(read.paragraphs[at]?.text ?? '', names);
    const skills = await recogniseSkills(services.vocabulary, { text, language: read.language, limit: 10, city });
    found.push({ at, skills: surer(skills) });
    await pause();
  }
  return found;
};

const decidedUris = async (tx: Tx, cityId: string, customerId: string) => {
  const rows = await tx
    .selectFrom('knowHow as k')
    .innerJoin('skill as s', 's.id', 'k.skillId')
    .select(['s.uri', 'k.state'])
    .where('k.cityId', '=', cityId)
    .where('k.customerId', '=', customerId)
    .where('k.state', '<>', 'suggested')
    .execute();
  const inState = (wanted: 'kept' | 'dropped') =>
    new Set(rows.filter(({ state }) => state === wanted).map(({ uri }) => uri));
  return { kept: inState('kept'), dropped: inState('dropped') };
};

const keepProposals = async (
  tx: Tx,
  { cityId, bringId }: Place,
  proposed: readonly (Proposed & { isTaken: boolean })[],
): Promise<void> => {
  const rows = proposed.map(({ kind, what, places, isTaken }, no) => ({
    ...{ cityId, id: newId(), bringId, no, kind, state: isTaken ? ('taken' as const) : ('open' as const) },
    what: JSON.stringify(what),
    places: JSON.stringify(places),
  }));
  const atOnce = 500;
  for (let at = 0; at < rows.length; at += atOnce)
    await tx
      .insertInto('bringProposal')
      .values(rows.slice(at, at + atOnce))
      .execute();
};

/** What was recognised and is proposed, each skill once where it was surest. */
const surestOf = (recognised: readonly RecognisedAt[], proposed: readonly Proposed[]): RecognisedSkill[] => {
  const uris = new Set(proposed.flatMap(({ kind, what }) => (kind === 'knowHow' && 'uri' in what ? [what.uri] : [])));
  const surest = new Map<string, RecognisedSkill>();
  for (const skill of recognised.flatMap(({ skills }) => skills)) {
    const known = surest.get(skill.uri);
    if (uris.has(skill.uri) && (!known || known.score < skill.score)) surest.set(skill.uri, skill);
  }
  return [...surest.values()];
};

const isWrong = (answer: Read | Wrong): answer is Wrong => wrongs.some((wrong) => wrong === answer);

/**
 * Reads one brought document, as a job: the bytes in a process of their own, then the skills in its words, paragraph by paragraph. The bytes
 * are deleted as soon as they are read, or could not be. A document deleted meanwhile stays deleted.
 */
export const readDocument = async (outside: ReadingOutside, job: unknown): Promise<void> => {
  const { database, reader = runReader } = outside;
  const place = readingJob.parse(job);
  const brought = await begin(outside, place);
  if (!brought) return;
  const progress = teller(outside, place);
  const answer = await reader(await bytesOf(outside, place), { language: brought.language, tell: progress.tell });
  await progress.done();
  if (isWrong(answer)) {
    await database.inCity(place.cityId, (tx) => fail(tx, place, answer));
    return;
  }
  const { kind, language, pages, paragraphs, leftOut } = answer;
  await database.inCity(place.cityId, async (tx) => {
    const told = { kind, language, pages, page: pages, leftOut, paragraphs: JSON.stringify(paragraphs) };
    await reading(tx, place)
      .set({ state: 'looking', ...told })
      .execute();
    await forgetFile(tx, place);
  });
  const recognised = await recogniseAll(outside, answer, place.cityId);
  await database.inCity(place.cityId, async (tx) => {
    const decided = await decidedUris(tx, place.cityId, brought.customerId);
    const isThere = await reading(tx, place)
      .set({ state: 'ready' })
      .where('state', '=', 'looking')
      .returning('bringId')
      .executeTakeFirst();
    if (!isThere) return;
    const proposed = proposalsOf(answer, { recognised, ...decided });
    const mine = await readMine({ tx, cityId: place.cityId, language: brought.language }, brought.customerId);
    const offered = proposed.map((one) => ({ ...one, isTaken: isMine(one, mine) }));
    if (answer.ofWhom !== undefined && isOfAnother(answer.ofWhom, mine))
      await reading(tx, place)
        .set({ leftOut: [...leftOut, 'otherName'] })
        .execute();
    // Nothing to decide: the text has done its work.
    if (offered.every(({ isTaken }) => isTaken)) await reading(tx, place).set({ paragraphs: '[]' }).execute();
    await keepProposals(tx, place, offered);
    await logSkills(
      { tx, cityId: place.cityId, now: outside.clock(), vocabulary: outside.services.vocabulary },
      {
        customerId: brought.customerId,
        sourceId: place.bringId,
        text: paragraphs.map(({ text }) => text).join('\n'),
        found: surestOf(recognised, proposed),
      },
    );
  });
};
