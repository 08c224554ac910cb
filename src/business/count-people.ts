import type { Work } from '../kernel/work.ts';
import { countPeople, type PeopleCount } from '../matching/index.ts';
import { loadChallenge } from './load-challenge.ts';
import { readNeeds } from './write-needs.ts';

/** How many people near could help with a challenge, in bands, for each need and for all of them together. Never who. */
export const countPeopleFor = async (work: Work, { challengeId }: { challengeId: string }): Promise<PeopleCount> => {
  const challenge = await loadChallenge(work, challengeId, { section: 'counts', action: 'read', why: 'people near' });
  const { hours, languages } = challenge;
  const needs = await readNeeds(work, challengeId);
  const index = await work.services.matchingIndex.of(work);
  const input = { cityId: work.cityId, needs, hours, languages, today: work.today };
  return countPeople(work.tx, input, index?.people ?? null);
};
