// How long it takes to find who complete each other, in a process of its own: for the twelve needs of the other parts, and for the hardest of the
// kind, twenty needs of the commonest skills. Steps are what is done without letting others in. The last line printed is one JSON object.
import { draftSegment } from '../src/matching/segment/draft-segment.ts';
import { markNeeds } from '../src/matching/segment/find-cover.ts';
import { smallestCover } from '../src/matching/teams/cover.ts';
import { accepts, chance, entryOf, groupsOf, needs, people } from './match-data.ts';

const queries = 200;
/** As many as a count of people proposes. */
const most = 130;

const draft = draftSegment();
for (const person of people()) draft.add(entryOf(person));
const segment = await draft.finish();

/** Twenty needs, each met by five of the hundred commonest skills. */
const hardest = (seed: number) => {
  const random = chance(3000 + seed);
  const skills = Array.from({ length: 100 }, (_, skillId) => ({ skillId, at: random() })).sort((a, b) => a.at - b.at);
  const [asked] = needs(seed);
  if (!asked) throw new Error('There is nothing to ask.');
  return Array.from({ length: 20 }, (_, at) => ({
    ...asked,
    ways: asked.ways.map((way, place) => ({ ...way, skillId: skills[at * 5 + place]?.skillId ?? 0 })),
  }));
};

const timed = <Made>(steps: number[], make: () => Made): Made => {
  const start = performance.now();
  const made = make();
  steps.push(performance.now() - start);
  return made;
};

const find = (asked: ReturnType<typeof needs>): { steps: number[]; kinds: number; size: number } => {
  const steps: number[] = [];
  const groups = groupsOf(asked);
  const marks = timed(steps, () => markNeeds(segment, { groups, accepts }));
  const cover = timed(steps, () => smallestCover(marks.kinds, 2 ** groups.length - 1));
  timed(steps, () => {
    const wanted = new Set((cover?.ways[0] ?? []).map((at) => marks.kinds[at]?.mask ?? 0));
    for (let need = 0; need < groups.length; need += 1) marks.who(need, most);
    return marks.ofKinds(wanted, most);
  });
  marks.release();
  return { steps, kinds: marks.kinds.length, size: cover?.size ?? 0 };
};

const measure = (ask: typeof needs) => {
  for (let seed = 0; seed < 10; seed += 1) find(ask(seed));
  const found = Array.from({ length: queries }, (_, seed) => find(ask(seed)));
  const times = found.map(({ steps }) => steps.reduce((sum, one) => sum + one, 0)).sort((a, b) => a - b);
  const steps = found.map((one) => Math.max(...one.steps)).sort((a, b) => a - b);
  const at = (list: readonly number[], share: number) =>
    Number((list[Math.floor((list.length - 1) * share)] ?? 0).toFixed(1));
  return {
    p50ms: at(times, 0.5),
    p95ms: at(times, 0.95),
    stepP95ms: at(steps, 0.95),
    longestStepMs: at(steps, 1),
    kinds: Math.max(...found.map(({ kinds }) => kinds)),
    found: found.filter(({ size }) => size > 0).length,
  };
};

console.log(JSON.stringify({ twelve: measure(needs), hardest: measure(hardest) }));
