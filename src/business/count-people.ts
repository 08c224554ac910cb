import { createHash } from 'node:crypto';
import { access } from '../kernel/access/access.ts';
import type { Tx } from '../kernel/database.ts';
import { Problem } from '../kernel/problem.ts';
import type { Work } from '../kernel/work.ts';
import { countPeople, type PeopleCount } from '../matching/index.ts';
import { type ChallengeRecord, loadChallenge, relationsTo } from './load-challenge.ts';
import type { Need } from './needs.ts';
import { readNeeds } from './write-needs.ts';

const asked = { section: 'counts', action: 'read', why: 'people near' } as const;

/** Different questions a business may ask in a day: enough to phrase a few challenges well, too few to tell people apart by comparing bands. */
export const questionsADay = 40;

const questionOf = ({ hours, languages }: ChallengeRecord, needs: readonly Need[]): string => {
  const wanted = needs.map(({ skillId, weight, isMust, level }) => [skillId, weight, isMust, level]).sort();
  return createHash('sha256')
    .update(JSON.stringify([hours, [...languages].sort(), wanted]))
    .digest('base64');
};

/** Remembers the question. The same one again costs nothing; false when it is a new one too many for today. The city's own staff ask freely. */
const mayAsk = async ({ tx, cityId, today, actor }: Work, question: string): Promise<boolean> => {
  const { businessId } = actor;
  if (businessId === null) return true;
  const of = { cityId, businessId, onDay: today };
  const before = await tx
    .selectFrom('countAsked')
    .select('question')
    .where('cityId', '=', cityId)
    .where('businessId', '=', businessId)
    .where('onDay', '=', today)
    .execute();
  if (before.some((one) => one.question === question)) return true;
  if (before.length >= questionsADay) return false;
  await tx
    .insertInto('countAsked')
    .values({ ...of, question })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return true;
};

const count = async (work: Work, challenge: ChallengeRecord, needs: readonly Need[]): Promise<PeopleCount | null> => {
  if (!(await mayAsk(work, questionOf(challenge, needs)))) return null;
  const { tx, cityId, today, services } = work;
  const { hours, languages, businessId } = challenge;
  const index = await services.matchingIndex.of(work);
  return countPeople(tx, { cityId, businessId, needs, hours, languages, today }, index?.people ?? null);
};

/**
 * How many people near could help with a challenge, in bands, for each need and for all of them together. Never who, and never the business's own
 * people. Throws tooMany when the business has asked too many different questions today.
 */
export const countPeopleFor = async (work: Work, { challengeId }: { challengeId: string }): Promise<PeopleCount> => {
  const challenge = await loadChallenge(work, challengeId, asked);
  const counted = await count(work, challenge, await readNeeds(work, challengeId));
  if (counted === null) throw new Problem('tooMany');
  return counted;
};

/** The same for a challenge that has been read with its needs in this transaction; null when too many questions were asked today. */
export const countPeopleNear = (
  work: Work,
  challenge: ChallengeRecord & { needs: readonly Need[] },
): Promise<PeopleCount | null> => {
  access.authorise(work, { ...asked, relations: relationsTo(work, challenge), customerId: null });
  return count(work, challenge, challenge.needs);
};

/** Forgets the questions of earlier days. */
export const forgetQuestions = async (tx: Tx, cityId: string, before: string): Promise<void> => {
  await tx.deleteFrom('countAsked').where('cityId', '=', cityId).where('onDay', '<', before).execute();
};
