import type { Work } from '../../kernel/work.ts';
import { evidenceOf, vouchingsOf } from './vouchings-of.ts';

/** By skill: how many have said that they have seen it or what completed thing shows it, of what the acting customer has taken. */
export const seenCounts = async (work: Work): Promise<Map<number, number>> => {
  const { customerId } = work.actor;
  if (!customerId) return new Map();
  const vouchings = await vouchingsOf(work.tx, work.cityId, customerId);
  const evidence = await evidenceOf(work.tx, work.cityId, customerId);
  const counts = new Map<number, number>();
  for (const { skillId } of [...vouchings, ...evidence]) counts.set(skillId, (counts.get(skillId) ?? 0) + 1);
  return counts;
};
