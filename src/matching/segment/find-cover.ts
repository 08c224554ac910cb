import type { Kind } from '../teams/cover.ts';
import type { Group } from './find-best.ts';
import { idOf, type Segment, stands } from './segment.ts';

/** More needs than this are not marked at once. */
export const mostMarked = 20;

/**
 * Who meets which needs, by at least `heldFrom` points each, as the segment stood when it was asked: what changes afterwards does not show here. So
 * others can be let in between its parts. `release` gives its memory back.
 */
export type Marks = {
  /** How many people there are of each kind: of those who meet the same needs. */
  kinds: Kind[];
  /** Some people of each kind wanted, at most `each`. */
  ofKinds(wanted: ReadonlySet<number>, each: number): string[];
  /** Some people who meet a need, at most `limit` and the same each time. */
  who(need: number, limit: number): string[];
  release(): void;
};

type Numbers = Uint32Array<ArrayBuffer>;

/** What queries have given back; two at a time seldom are. */
const spare: Numbers[] = [];
const mostSpare = 3;

const take = (length: number): Numbers => {
  const at = spare.findIndex((one) => one.length >= length);
  const [found] = at < 0 ? [] : spare.splice(at, 1);
  return found?.fill(0, 0, length) ?? new Uint32Array(length);
};

const giveBack = (numbers: Numbers): void => {
  if (spare.length === mostSpare) spare.shift();
  spare.push(numbers);
};

const mark = (masks: Numbers, documents: Uint32Array, from: number, to: number, bit: number): void => {
  for (let at = from; at < to; at += 1) {
    const document = documents[at] as number;
    masks[document] = (masks[document] as number) | bit;
  }
};

const markAll = (masks: Numbers, segment: Segment, groups: readonly Group[]): void => {
  const { offsets, documents } = segment.lists;
  for (const [need, { wanted, heldFrom }] of groups.entries())
    for (const { key, points } of wanted) {
      if (points < heldFrom) continue;
      if (key + 1 < offsets.length) mark(masks, documents, offsets[key] ?? 0, offsets[key + 1] ?? 0, 1 << need);
      const late = segment.late.get(key);
      if (late) mark(masks, late.documents, 0, late.length, 1 << need);
    }
};

type Chains = { kinds: Kind[]; heads: Numbers };

/**
 * Counts who stands and is let through, and chains those of one kind: each kind's head is a document, one more than its number, and in place of a
 * document's mask comes the next one of its kind; 0 ends a chain.
 */
const chainKinds = (
  masks: Numbers,
  segment: Segment,
  { accepts, needs }: { accepts: (facts: number) => boolean; needs: number },
): Chains => {
  const { facts, count } = segment;
  const counts = take(2 ** needs);
  const heads = take(2 ** needs);
  const kinds: Kind[] = [];
  for (let document = 0; document < count; document += 1) {
    const mask = masks[document] as number;
    if (mask === 0 || !stands(segment, document) || !accepts(facts[document] as number)) continue;
    if (counts[mask] === 0) kinds.push({ mask, count: 0 });
    counts[mask] = (counts[mask] as number) + 1;
    masks[document] = heads[mask] as number;
    heads[mask] = document + 1;
  }
  for (const kind of kinds) kind.count = counts[kind.mask] as number;
  giveBack(counts);
  return { kinds, heads };
};

/** Marks the people of a segment with the needs they meet, at most 20 of them. */
export const markNeeds = (
  segment: Segment,
  { groups, accepts }: { groups: readonly Group[]; accepts: (facts: number) => boolean },
): Marks => {
  if (groups.length > mostMarked) throw new Error(`At most ${mostMarked} needs can be marked at once.`);
  const next = take(segment.count);
  markAll(next, segment, groups);
  const { kinds, heads } = chainKinds(next, segment, { accepts, needs: groups.length });
  const follow = (mask: number, most: number, ids: string[]): void => {
    let link = heads[mask] as number;
    for (let left = most; link > 0 && left > 0; left -= 1) {
      ids.push(idOf(segment, link - 1));
      link = next[link - 1] as number;
    }
  };
  return {
    kinds,
    ofKinds(wanted, each) {
      const ids: string[] = [];
      for (const mask of wanted) follow(mask, each, ids);
      return ids;
    },
    who(need, limit) {
      const ids: string[] = [];
      for (const { mask } of kinds) {
        if (ids.length === limit) break;
        if ((mask >>> need) & 1) follow(mask, limit - ids.length, ids);
      }
      return ids;
    },
    release() {
      giveBack(next);
      giveBack(heads);
    },
  };
};
