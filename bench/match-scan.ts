// The plain way to the same answer: every person's skills are looked at, one after the other. The last line printed is one JSON object.
import { levelsOfSkill } from '../src/matching/segment/keys.ts';
import { accepts, entryOf, groupsOf, idOfPerson, needs, people, size } from './match-data.ts';

const queries = 30;

/** A skill at a level is one number. */
const keyCount = size.skills * levelsOfSkill.length;
const held = new Uint16Array(size.people * size.skillsEach);
const facts = new Uint8Array(size.people);
let person = 0;
for (const one of people()) {
  facts[person] = one.facts;
  held.set(entryOf(one).keys, person * size.skillsEach);
  person += 1;
}

/** Points of the need and which need, by skill and level; the best one of each need counts. */
const scan = (seed: number): string[] => {
  const groups = groupsOf(needs(seed));
  const points = new Uint16Array(keyCount);
  const needOf = new Uint8Array(keyCount);
  for (const [at, { wanted }] of groups.entries())
    for (const one of wanted) {
      points[one.key] = one.points;
      needOf[one.key] = at;
    }
  const best = new Uint16Array(groups.length);
  const found: { number: number; sum: number }[] = [];
  for (let number = 0; number < size.people; number += 1) {
    let any = 0;
    const end = (number + 1) * size.skillsEach;
    for (let at = number * size.skillsEach; at < end; at += 1) any |= points[held[at] as number] as number;
    if (any === 0 || !accepts(facts[number] as number)) continue;
    best.fill(0);
    for (let at = number * size.skillsEach; at < end; at += 1) {
      const key = held[at] as number;
      const need = needOf[key] as number;
      best[need] = Math.max(best[need] as number, points[key] as number);
    }
    if (groups.some(({ isMust, heldFrom }, at) => isMust && (best[at] ?? 0) < heldFrom)) continue;
    found.push({ number, sum: best.reduce((sum, one) => sum + one, 0) });
  }
  found.sort((a, b) => b.sum - a.sum || a.number - b.number);
  return found.slice(0, 20).map(({ number, sum }) => `${idOfPerson(number)} ${sum}`);
};

for (let seed = 0; seed < 5; seed += 1) scan(seed);
const times: number[] = [];
const first: string[][] = [];
for (let seed = 0; seed < queries; seed += 1) {
  const start = performance.now();
  first.push(scan(seed));
  times.push(performance.now() - start);
}
times.sort((a, b) => a - b);
console.log(JSON.stringify({ medianMs: Number((times[queries / 2] ?? 0).toFixed(1)), first }));
