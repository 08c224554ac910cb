// The index in a process of its own, so that the memory measured is its own. The last line printed is one JSON object.
import { draftSegment } from '../src/matching/segment/draft-segment.ts';
import { findBest } from '../src/matching/segment/find-best.ts';
import { keyOfHeld } from '../src/matching/segment/keys.ts';
import { put } from '../src/matching/segment/segment.ts';
import { accepts, chance, entryOf, groupsOf, idOfPerson, needs, people, size } from './match-data.ts';

const queries = 400;
const updates = 2000;

const build = () => {
  const draft = draftSegment();
  for (const person of people()) draft.add(entryOf(person));
  return draft.finish();
};

/** What making the people up takes, without keeping them. */
const generateMs = (): number => {
  const start = performance.now();
  let seen = 0;
  for (const person of people(size.people / 10)) seen += entryOf(person).keys.length;
  return seen === 0 ? 0 : (performance.now() - start) * 10;
};

const started = performance.now();
const segment = await build();
const wholeMs = performance.now() - started;
const query = (seed: number) => ({ groups: groupsOf(needs(seed)), accepts, limit: 20 });

for (let seed = 0; seed < 20; seed += 1) findBest(segment, query(seed));
const times: number[] = [];
const first: string[][] = [];
for (let seed = 0; seed < queries; seed += 1) {
  const asked = query(seed);
  const start = performance.now();
  const found = findBest(segment, asked);
  times.push(performance.now() - start);
  if (first.length < 30) first.push(found.map(({ id, sum }) => `${id} ${sum}`));
}
times.sort((a, b) => a - b);
for (const pause of [200, 200]) {
  globalThis.gc?.();
  await new Promise((resolve) => setTimeout(resolve, pause));
}
const memoryMB = Math.round(process.memoryUsage.rss() / 1e6);

const random = chance(5);
const updateStart = performance.now();
for (let at = 0; at < updates; at += 1) {
  const keys = Array.from({ length: size.skillsEach }, () => keyOfHeld(Math.floor(random() * size.skills), 3));
  put(segment, { id: idOfPerson(Math.floor(random() * size.people)), keys: [...new Set(keys)], facts: 1 });
}
const updateMs = (performance.now() - updateStart) / updates;

const at = (share: number): number => Number((times[Math.floor(times.length * share)] ?? 0).toFixed(1));
console.log(
  JSON.stringify({
    p50ms: at(0.5),
    p95ms: at(0.95),
    meanMs: Number((times.reduce((sum, one) => sum + one, 0) / times.length).toFixed(1)),
    memoryMB,
    buildMs: Math.round(Math.max(0, wholeMs - generateMs())),
    updateMs: Number(updateMs.toFixed(3)),
    first,
  }),
);
