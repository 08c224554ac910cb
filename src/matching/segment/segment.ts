import { findId, type PackedIds, packIds, readId, writeId } from './packed-ids.ts';

/**
 * One thing to be found: a person by the skills they hold, or a challenge by the skills it needs. `keys` are skills at a level (keys.ts), each
 * once; `weights` (1-255) say how much each counts, 1 unless told. `facts` are bits for the filter, below 2^31. `total` is what a full score is, for things whose full
 * scores differ; `order` puts the greater before the smaller among equals.
 */
export type Entry = {
  id: string;
  keys: ArrayLike<number>;
  weights?: ArrayLike<number>;
  facts: number;
  total?: number;
  order?: number;
};

/** The documents of each key, ascending: documents[offsets[key] .. offsets[key + 1]). Never changed after the segment was built. */
export type Lists = { offsets: Uint32Array; documents: Uint32Array; weights: Uint8Array | null };

/** The documents of one key that came after the segment was built: the first `length` of each list. */
export type Late = { documents: Uint32Array; weights: Uint8Array; length: number };

/**
 * One city's people or challenges, in memory. Each entry has a number, its document; those put in later come after those the segment was built
 * with, whose ids ascend. A changed entry gets a new document and its old one is gone.
 */
export type Segment = {
  lists: Lists;
  late: Map<number, Late>;
  lateIds: Map<string, number>;
  builtCount: number;
  count: number;
  goneCount: number;
  ids: PackedIds;
  facts: Uint32Array;
  totals: Uint16Array;
  /** None where ids alone decide among equals. */
  orders: Float64Array | null;
};

/** The facts of what has been replaced or removed. */
const gone = 0xffffffff;

export const stands = (segment: Segment, document: number): boolean => segment.facts[document] !== gone;
export const idOf = (segment: Segment, document: number): string => readId(segment.ids, document);

const documentOf = (segment: Segment, id: string): number =>
  segment.lateIds.get(id) ?? findId(segment.ids, segment.builtCount, id);

/** Takes an entry out at once. What is not there stays away. */
export const remove = (segment: Segment, id: string): void => {
  const document = documentOf(segment, id);
  if (document < 0 || !stands(segment, document)) return;
  segment.facts[document] = gone;
  segment.goneCount += 1;
};

const longer = <Packed extends Uint8Array | Uint16Array | Uint32Array | Float64Array>(
  old: Packed,
  made: Packed,
): Packed => {
  made.set(old);
  return made;
};

const makeRoom = (segment: Segment): void => {
  if (segment.count < segment.facts.length) return;
  const room = segment.count + Math.max(256, segment.count >> 3);
  segment.ids = longer(segment.ids, packIds(room));
  segment.facts = longer(segment.facts, new Uint32Array(room));
  segment.totals = longer(segment.totals, new Uint16Array(room));
  if (segment.orders) segment.orders = longer(segment.orders, new Float64Array(room));
};

const addLate = (segment: Segment, key: number, document: number, weight: number): void => {
  const late = segment.late.get(key) ?? { documents: new Uint32Array(4), weights: new Uint8Array(4), length: 0 };
  if (late.length === late.documents.length) {
    late.documents = longer(late.documents, new Uint32Array(late.length * 2));
    late.weights = longer(late.weights, new Uint8Array(late.length * 2));
  }
  late.documents[late.length] = document;
  late.weights[late.length] = weight;
  late.length += 1;
  segment.late.set(key, late);
};

/** Puts an entry in, or in the place of the one with its id; found from the next query on. */
export const put = (segment: Segment, { id, keys, weights, facts, total = 1, order = 0 }: Entry): void => {
  remove(segment, id);
  makeRoom(segment);
  const document = segment.count;
  segment.count += 1;
  writeId(segment.ids, document, id);
  segment.lateIds.set(id, document);
  segment.facts[document] = facts;
  segment.totals[document] = total;
  if (segment.orders) segment.orders[document] = order;
  for (let at = 0; at < keys.length; at += 1) addLate(segment, keys[at] ?? 0, document, weights?.[at] ?? 1);
};

/** Whether so much has changed that the segment should be built anew: a tenth of it lies in the slower lists, or is gone. */
export const isWorn = ({ count, builtCount, goneCount }: Segment): boolean =>
  Math.max(count - builtCount, goneCount) > 1000 + count / 10;
