import type { Work } from '../../kernel/work.ts';
import { loadKnowHow } from '../load-know-how.ts';
import { evidenceOf, type ShownEvidence, type ShownVouching, vouchingsOf } from './vouchings-of.ts';

/** Who vouches for one piece of my know-how, and what completed shows it: what I have taken into my profile. */
export const readSeenBy = async (
  work: Work,
  knowHowId: string,
): Promise<{ uri: string; vouchings: ShownVouching[]; evidence: ShownEvidence[] }> => {
  const { customerId, skillId, uri } = await loadKnowHow(work, knowHowId, { action: 'read', why: 'own know-how' });
  const vouchings = await vouchingsOf(work.tx, work.cityId, customerId);
  const evidence = await evidenceOf(work.tx, work.cityId, customerId);
  return {
    uri,
    vouchings: vouchings.filter((one) => one.skillId === skillId),
    evidence: evidence.filter((one) => one.skillId === skillId),
  };
};
