import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import type { Handling } from '../../kernel/notices.ts';
import type { ToldStage } from './tables.ts';

/** What a customer is in by an agreement or a workshop, and the stage of the path that it is. */
export const pathHappenings = {
  workshop: 'workshop',
  gig: 'cooperative',
  subsidised: 'subsidised',
  openJob: 'open',
} as const satisfies Record<string, ToldStage>;
export type PathHappening = keyof typeof pathHappenings;

/** Where it comes from: one row of another domain's, of one customer (their agreement, their place in a workshop). */
export type PathSource = { source: 'agreement' | 'workshop'; sourceId: string };

export type KeptOnPath = PathSource & {
  customerId: string;
  what: PathHappening;
  /** The first day, YYYY-MM-DD; one ahead is what comes next. */
  fromOn: string;
  /** The last day; null while it goes on. */
  toOn: string | null;
  /** Where or what, as both sides may read it; empty for nothing. At most 200 characters are kept. */
  words: string;
};

/** Both a use case's work and an event's handling will do. */
type Keeping = Pick<Handling, 'tx' | 'cityId' | 'now'>;

const mostWords = 200;

/**
 * Writes what happened into a customer's path, or how it is now: for other domains, which have authorised and call it again with all of it
 * whenever theirs begins, moves or ends. By its source it is one fact however often it is told, and one taken off the path counts again. Throws
 * when the source is another customer's: a mistake of the caller's.
 */
export const keepOnPath = async ({ tx, cityId, now }: Keeping, kept: KeptOnPath): Promise<void> => {
  const { customerId, source, sourceId, what, fromOn, toOn } = kept;
  const stage = pathHappenings[what];
  const words = kept.words.slice(0, mostWords);
  await sql`
    insert into path_fact as f (city_id, id, customer_id, kind, stage, from_on, to_on, source, source_id, words, at)
    values (${cityId}, ${newId()}, ${customerId}, 'in', ${stage}, ${fromOn}, ${toOn}, ${source}, ${sourceId}, ${words}, ${now})
    on conflict (city_id, source, source_id) where source_id is not null do update
      set stage = excluded.stage, from_on = excluded.from_on, to_on = excluded.to_on, words = excluded.words,
        taken_back_at = null, taken_back_why = '', version = f.version + 1
      where f.customer_id = excluded.customer_id
        and (f.stage, f.from_on, f.to_on, f.words, f.taken_back_at)
          is distinct from (excluded.stage, excluded.from_on, excluded.to_on, excluded.words, null)`.execute(tx);
  const fact = await tx
    .selectFrom('pathFact')
    .select('customerId')
    .where('cityId', '=', cityId)
    .where('source', '=', source)
    .where('sourceId', '=', sourceId)
    .executeTakeFirst();
  if (fact?.customerId !== customerId) throw new Error('A source of the path is one customer’s');
};

/**
 * Takes off the path what came to nothing, such as an agreement that was cancelled before it began: it counts no more, with why. What has ended
 * keeps its last day instead (`keepOnPath`). Nothing happens when it is not there, or is taken off already.
 */
export const takeOffPath = async (
  { tx, cityId, now }: Keeping,
  { source, sourceId, why }: PathSource & { why: string },
): Promise<void> => {
  await tx
    .updateTable('pathFact')
    .set((row) => ({ takenBackAt: now, takenBackWhy: why, version: row('version', '+', 1) }))
    .where('cityId', '=', cityId)
    .where('source', '=', source)
    .where('sourceId', '=', sourceId)
    .where('takenBackAt', 'is', null)
    .execute();
};
