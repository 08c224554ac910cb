import { compareIds } from './packed-ids.ts';
import { idOf, type Segment, stands } from './segment.ts';

/** What meets a need, as a key of the segment, and the whole points it brings: those of all groups, times the greatest weight, stay below 65,536. */
export type Wanted = { key: number; points: number };

/**
 * One need with all that meets it, the most points first: the best one a document has counts, never two. `isMust`: nobody is found without at
 * least `heldFrom` points of it.
 */
export type Group = { wanted: readonly Wanted[]; heldFrom: number; isMust: boolean };

export type Query = {
  groups: readonly Group[];
  /** Lets through by the facts of a document. */
  accepts: (facts: number) => boolean;
  /** The points of a full score for each unit of a document's `total`; the most that the groups give unless told. */
  full?: number;
  /** At least so much of a full score, 0 to 1. */
  least?: number;
  limit: number;
};

/** `sum` in points, of `full` times the document's `total`. */
export type Hit = { id: string; sum: number };

type Memory = { sums: Uint16Array; marks: Uint16Array; musts: Uint8Array };

/** Shared by all queries, which run one after the other: as long as the longest segment. */
let memory: Memory = { sums: new Uint16Array(0), marks: new Uint16Array(0), musts: new Uint8Array(0) };

const memoryFor = (count: number): Memory => {
  if (memory.sums.length < count)
    memory = { sums: new Uint16Array(count), marks: new Uint16Array(count), musts: new Uint8Array(count) };
  for (const list of [memory.sums, memory.marks, memory.musts]) list.fill(0, 0, count);
  return memory;
};

/** How many needs one query may have: a mark has sixteen bits. */
const mostGroups = 65_535;

type Adding = { mark: number; points: number; isMust: boolean };

const addList = (
  { sums, marks, musts }: Memory,
  { documents, weights }: { documents: Uint32Array; weights: Uint8Array | null },
  from: number,
  to: number,
  { mark, points, isMust }: Adding,
): void => {
  for (let at = from; at < to; at += 1) {
    const document = documents[at] as number;
    if (marks[document] === mark) continue;
    marks[document] = mark;
    sums[document] = (sums[document] as number) + (weights ? points * (weights[at] as number) : points);
    if (isMust) musts[document] = (musts[document] as number) + 1;
  }
};

const addGroup = (segment: Segment, into: Memory, { wanted, heldFrom, isMust }: Group, mark: number): void => {
  const { offsets } = segment.lists;
  for (const { key, points } of wanted) {
    const adding = { mark, points, isMust: isMust && points >= heldFrom };
    if (key + 1 < offsets.length) addList(into, segment.lists, offsets[key] ?? 0, offsets[key + 1] ?? 0, adding);
    const late = segment.late.get(key);
    if (late) addList(into, late, 0, late.length, adding);
  }
};

/** The best so far, best first, never more than `limit`. */
const best = (segment: Segment, limit: number) => {
  const documents: number[] = [];
  const scores: number[] = [];
  const { orders, ids } = segment;
  const isBefore = (document: number, score: number, at: number): boolean => {
    if (score !== scores[at]) return score > (scores[at] ?? 0);
    const other = documents[at] ?? 0;
    const order = orders ? (orders[document] ?? 0) - (orders[other] ?? 0) : 0;
    return order !== 0 ? order > 0 : compareIds(ids, document, other) < 0;
  };
  return {
    documents,
    isFull: () => documents.length === limit,
    worst: () => scores[scores.length - 1] ?? 0,
    offer(document: number, score: number) {
      let low = 0;
      let high = documents.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (isBefore(document, score, middle)) high = middle;
        else low = middle + 1;
      }
      if (low === limit) return;
      documents.splice(low, 0, document);
      scores.splice(low, 0, score);
      if (documents.length > limit) {
        documents.pop();
        scores.pop();
      }
    },
  };
};

const fullPoints = (groups: readonly Group[]): number =>
  groups.reduce((sum, { wanted }) => sum + (wanted[0]?.points ?? 0), 0);

/**
 * The best documents of a segment, exactly: the score is the sum of points over what the document is in full, the later and then the smaller id
 * first among equals. Every list is read once and every document looked at once, which at a city's size is faster than any shortcut.
 */
export const findBest = (
  segment: Segment,
  { groups, accepts, least = 0, limit, full = fullPoints(groups) }: Query,
): Hit[] => {
  if (groups.length > mostGroups) throw new Error(`At most ${mostGroups} needs can be asked at once.`);
  const into = memoryFor(segment.count);
  for (const [at, group] of groups.entries()) addGroup(segment, into, group, at + 1);
  const mustCount = groups.filter(({ isMust }) => isMust).length;
  const found = best(segment, limit);
  const { sums, musts } = into;
  const { facts, totals, count } = segment;
  for (let document = 0; document < count; document += 1) {
    const sum = sums[document] as number;
    if (sum === 0) continue;
    const score = sum / (full * (totals[document] as number));
    if (score < least || (found.isFull() && score < found.worst())) continue;
    if (musts[document] !== mustCount || !stands(segment, document) || !accepts(facts[document] as number)) continue;
    found.offer(document, score);
  }
  return found.documents.map((document) => ({ id: idOf(segment, document), sum: sums[document] ?? 0 }));
};
