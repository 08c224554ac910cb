// The plain way to the same answer: every person's skills are looked at, one after the other. The last line printed is one JSON object.
import { accepts, idOfPerson, needs, people, size } from './match-data.ts';

const queries = 30;

const skills = new Uint16Array(size.people * size.skillsEach);
const facts = new Uint8Array(size.people);
let person = 0;
for (const { keys, facts: bits } of people()) {
  facts[person] = bits;
  skills.set(Array.from(keys), person * size.skillsEach);
  person += 1;
}

/** Points of the need and which need, by skill; the best one of each need counts. */
const scan = (seed: number): string[] => {
  const groups = needs(seed);
  const points = new Uint8Array(size.skills);
  const needOf = new Uint8Array(size.skills);
  for (const [at, { wanted }] of groups.entries())
    for (const one of wanted) {
      points[one.skillId] = one.points;
      needOf[one.skillId] = at;
    }
  const best = new Uint8Array(groups.length);
  const found: { number: number; sum: number }[] = [];
  for (let number = 0; number < size.people; number += 1) {
    let any = 0;
    const end = (number + 1) * size.skillsEach;
    for (let at = number * size.skillsEach; at < end; at += 1) any |= points[skills[at] as number] as number;
    if (any === 0 || !accepts(facts[number] as number)) continue;
    best.fill(0);
    for (let at = number * size.skillsEach; at < end; at += 1) {
      const skill = skills[at] as number;
      const need = needOf[skill] as number;
      best[need] = Math.max(best[need] as number, points[skill] as number);
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
