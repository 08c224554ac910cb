import { takingTurns } from '../../kernel/turns.ts';
import { type Chunked, chunked } from './chunked.ts';
import { compareIds, packIds, writeId } from './packed-ids.ts';
import type { Entry, Lists, Segment } from './segment.ts';

/** A segment being built: entries are added in ascending order of their ids, then it is finished. */
export type Draft = {
  /** Throws when the id does not come after the one before. */
  add(entry: Entry): void;
  /** Gives way to other work every few milliseconds. */
  finish(): Promise<Segment>;
};

const betweenLooks = 4096;

type Forward = { keys: Chunked; weights: Chunked | null; lengths: Chunked; counts: number[] };

/** Turns each document's keys into each key's documents, by counting. */
const turnAround = async ({ keys, weights, lengths, counts }: Forward): Promise<Lists> => {
  const giveWay = takingTurns();
  const offsets = new Uint32Array(counts.length + 1);
  for (let key = 0; key < counts.length; key += 1) offsets[key + 1] = (offsets[key] ?? 0) + (counts[key] ?? 0);
  const places = offsets.slice();
  const documents = new Uint32Array(keys.length);
  const turned = weights ? new Uint8Array(keys.length) : null;
  for (let document = 0; document < lengths.length; document += 1) {
    if (document % betweenLooks === 0) await giveWay();
    for (let left = lengths.next(); left > 0; left -= 1) {
      const key = keys.next();
      const place = places[key] ?? 0;
      places[key] = place + 1;
      documents[place] = document;
      if (turned && weights) turned[place] = weights.next();
    }
  }
  return { offsets, documents, weights: turned };
};

const grown = (old: Uint8Array, length: number): Uint8Array => {
  const made = packIds(length);
  made.set(old);
  return made;
};

const filled = <Packed extends Uint16Array | Uint32Array | Float64Array>(packed: Packed, from: Chunked): Packed => {
  for (let at = 0; at < from.length; at += 1) packed[at] = from.next();
  return packed;
};

const numbers = () => chunked((length) => new Uint32Array(length));
const small = () => chunked((length) => new Uint8Array(length));

/** `isWeighted` when entries' keys weigh differently; `isOrdered` when equals have an order of their own besides their ids. */
export const draftSegment = ({ isWeighted = false, isOrdered = false } = {}): Draft => {
  const forward: Forward = { keys: numbers(), weights: isWeighted ? small() : null, lengths: numbers(), counts: [] };
  const facts = numbers();
  const totals = numbers();
  const orders: number[] = [];
  let ids = packIds(1024);
  const addId = (id: string, at: number) => {
    if ((at + 1) * 16 > ids.length) ids = grown(ids, at * 2);
    writeId(ids, at, id);
    if (at > 0 && compareIds(ids, at - 1, at) >= 0) throw new Error(`The entries are not in order of their ids: ${id}`);
  };
  return {
    add({ id, keys, weights, facts: bits, total = 1, order = 0 }) {
      addId(id, facts.length);
      for (let at = 0; at < keys.length; at += 1) {
        const key = keys[at] ?? 0;
        while (forward.counts.length <= key) forward.counts.push(0);
        forward.counts[key] = (forward.counts[key] ?? 0) + 1;
        forward.keys.push(key);
        forward.weights?.push(weights?.[at] ?? 1);
      }
      forward.lengths.push(keys.length);
      facts.push(bits);
      totals.push(total);
      if (isOrdered) orders.push(order);
    },
    async finish() {
      const count = facts.length;
      return {
        lists: await turnAround(forward),
        late: new Map(),
        lateIds: new Map(),
        builtCount: count,
        count,
        goneCount: 0,
        ids: grown(ids.subarray(0, count * 16), count),
        facts: filled(new Uint32Array(count), facts),
        totals: filled(new Uint16Array(count), totals),
        orders: isOrdered ? Float64Array.from(orders) : null,
      };
    },
  };
};
