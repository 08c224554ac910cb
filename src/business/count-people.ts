import { access } from '../kernel/access/access.ts';
import type { Work } from '../kernel/work.ts';
import { countPeople, type PeopleCount } from '../matching/index.ts';
import { type ChallengeRecord, loadChallenge, relationsTo } from './load-challenge.ts';
import type { Need } from './needs.ts';
import { readNeeds } from './write-needs.ts';

const asked = { section: 'counts', action: 'read', why: 'people near' } as const;

const count = async (work: Work, challenge: ChallengeRecord, needs: readonly Need[]): Promise<PeopleCount> => {
  const { tx, cityId, today, services } = work;
  const { hours, languages } = challenge;
  const index = await services.matchingIndex.of(work);
  return countPeople(tx, { cityId, needs, hours, languages, today }, index?.people ?? null);
};

/** How many people near could help with a challenge, in bands, for each need and for all of them together. Never who. */
export const countPeopleFor = async (work: Work, { challengeId }: { challengeId: string }): Promise<PeopleCount> => {
  const challenge = await loadChallenge(work, challengeId, asked);
  return count(work, challenge, await readNeeds(work, challengeId));
};

/** The same for a challenge that has been read with its needs in this transaction. */
export const countPeopleNear = (
  work: Work,
  challenge: ChallengeRecord & { needs: readonly Need[] },
): Promise<PeopleCount> => {
  access.authorise(work, { ...asked, relations: relationsTo(work, challenge), customerId: null });
  return count(work, challenge, challenge.needs);
};
