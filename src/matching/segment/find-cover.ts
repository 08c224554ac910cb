import type { Kind } from '../teams/cover.ts';
import type { Group } from './find-best.ts';
import { idOf, type Segment, stands } from './segment.ts';

/** More needs than this are not asked at once. */
const mostNeeds = 20;

let masks = new Uint32Array(0);
let counts = new Uint32Array(0);

/** Shared by all queries, which run one after the other. */
const cleared = (old: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> => {
  if (old.length < length) return new Uint32Array(length);
  old.fill(0, 0, length);
  return old;
};

const mark = (documents: Uint32Array, from: number, to: number, bit: number): void => {
  for (let at = from; at < to; at += 1) {
    const document = documents[at] as number;
    masks[document] = (masks[document] as number) | bit;
  }
};

/** Marks each document with the needs it meets, by at least `heldFrom` points. */
const markAll = (segment: Segment, groups: readonly Group[]): void => {
  masks = cleared(masks, segment.count);
  const { offsets, documents } = segment.lists;
  for (const [need, { wanted, heldFrom }] of groups.entries())
    for (const { key, points } of wanted) {
      if (points < heldFrom) continue;
      if (key + 1 < offsets.length) mark(documents, offsets[key] ?? 0, offsets[key + 1] ?? 0, 1 << need);
      const late = segment.late.get(key);
      if (late) mark(late.documents, 0, late.length, 1 << need);
    }
};

const isOf = (segment: Segment, document: number, accepts: (facts: number) => boolean): boolean =>
  masks[document] !== 0 && stands(segment, document) && accepts(segment.facts[document] as number);

/** How many people there are of each kind: of those who meet the same needs. */
export const findKinds = (
  segment: Segment,
  { groups, accepts }: { groups: readonly Group[]; accepts: (facts: number) => boolean },
): Kind[] => {
  if (groups.length > mostNeeds) return [];
  markAll(segment, groups);
  counts = cleared(counts, 2 ** groups.length);
  const kinds: Kind[] = [];
  for (let document = 0; document < segment.count; document += 1) {
    if (!isOf(segment, document, accepts)) continue;
    const mask = masks[document] as number;
    if (counts[mask] === 0) kinds.push({ mask, count: 0 });
    counts[mask] = (counts[mask] as number) + 1;
  }
  for (const kind of kinds) kind.count = counts[kind.mask] as number;
  return kinds;
};

/** Some people of each kind wanted, at most `each`; right after `findKinds`, whose marks it reads. */
export const someOfKinds = (
  segment: Segment,
  { wanted, accepts, each }: { wanted: ReadonlySet<number>; accepts: (facts: number) => boolean; each: number },
): string[] => {
  const left = new Map([...wanted].map((mask) => [mask, each]));
  const ids: string[] = [];
  for (let document = 0; document < segment.count && left.size > 0; document += 1) {
    const mask = masks[document] as number;
    const more = left.get(mask);
    if (more === undefined || !isOf(segment, document, accepts)) continue;
    ids.push(idOf(segment, document));
    if (more === 1) left.delete(mask);
    else left.set(mask, more - 1);
  }
  return ids;
};
