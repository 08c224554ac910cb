import type { Database, Tx } from '../../kernel/database.ts';
import { type Position, readChanges, readPosition } from './changes.ts';
import { draftSegment } from './draft-segment.ts';
import { fromTheFirst, readOpenChallenges, readPeople, type Which } from './entries.ts';
import { type Entry, isWorn, put, remove, type Segment } from './segment.ts';

/** One city's consenting people and open challenges, as the database had them at a position. */
export type CityIndex = { people: Segment; challenges: Segment; position: Position };

type Read = (tx: Tx, cityId: string, today: string, which: Which) => Promise<Entry[]>;
type Place = { database: Database; cityId: string; today: string };

const batch = 2000;

/** Reads a city in pieces, each a short transaction; what changes meanwhile is followed afterwards. */
const build = async ({ database, cityId, today }: Place, read: Read, kind = {}): Promise<Segment> => {
  const draft = draftSegment(kind);
  let after = fromTheFirst;
  for (;;) {
    const entries = await database.inCity(cityId, (tx) => read(tx, cityId, today, { after, count: batch }));
    for (const entry of entries) draft.add(entry);
    const last = entries.at(-1);
    if (!last || entries.length < batch) return draft.finish();
    after = last.id;
  }
};

export const buildCityIndex = async (place: Place): Promise<CityIndex> => ({
  position: await place.database.inCity(place.cityId, readPosition),
  people: await build(place, readPeople),
  challenges: await build(place, readOpenChallenges, { isWeighted: true, isOrdered: true }),
});

const renew = (segment: Segment, ids: readonly string[], entries: readonly Entry[]): void => {
  const found = new Set(entries.map(({ id }) => id));
  for (const entry of entries) put(segment, entry);
  for (const id of ids) if (!found.has(id)) remove(segment, id);
};

/** More changes than this at once are not followed one by one: the index is built anew. */
const mostFollowed = 5000;

/** Brings the index up to what the transaction sees. False when it is better built anew. */
export const follow = async (index: CityIndex, tx: Tx, cityId: string, today: string): Promise<boolean> => {
  const { upTo, customers, challenges } = await readChanges(tx, cityId, index.position);
  if (customers.length + challenges.length > mostFollowed) return false;
  if (customers.length > 0) renew(index.people, customers, await readPeople(tx, cityId, today, { ids: customers }));
  if (challenges.length > 0)
    renew(index.challenges, challenges, await readOpenChallenges(tx, cityId, today, { ids: challenges }));
  index.position = upTo;
  return !isWorn(index.people) && !isWorn(index.challenges);
};
