import { createHash } from 'node:crypto';
import { access } from '../kernel/access/access.ts';
import type { Tx } from '../kernel/database.ts';
import { Problem } from '../kernel/problem.ts';
import type { Work } from '../kernel/work.ts';
import { countPeople, noiseOf, type PeopleCount } from '../matching/index.ts';
import { type ChallengeRecord, loadChallenge, relationsTo } from './load-challenge.ts';
import type { Need } from './needs.ts';
import type { AskedAnswer } from './tables.ts';
import { readNeeds } from './write-needs.ts';

const asked = { section: 'counts', action: 'read', why: 'people near' } as const;

/** Different questions a business may ask in a day: enough to phrase a few challenges well, too few to tell people apart by comparing bands. */
export const questionsADay = 15;

const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('base64');

const questionOf = ({ hours, languages }: ChallengeRecord, needs: readonly Need[]): string => {
  const wanted = needs.map(({ skillId, weight, isMust, level }) => [skillId, weight, isMust, level]).sort();
  return hashOf([hours, [...languages].sort(), wanted]);
};

/** A need by itself: its number does not depend on how much it weighs. */
const eachOf = ({ hours, languages }: ChallengeRecord, { skillId, level }: Need): string =>
  hashOf([hours, [...languages].sort(), skillId, level]);

const ask = async (work: Work, challenge: ChallengeRecord, needs: readonly Need[]): Promise<PeopleCount> => {
  const { tx, cityId, today, services } = work;
  const { hours, languages, businessId } = challenge;
  const index = await services.matchingIndex.of(work);
  const asked = { cityId, businessId, needs, hours, languages, today };
  return countPeople(tx, asked, { people: index?.people ?? null, noise: noiseOf(services.secrets, work) });
};

/**
 * What a business was told stays so until the next day, though people come and go: the same question again costs nothing and tells nothing new. Null
 * when it is a new one too many for today. The city's own staff ask freely.
 */
const count = async (work: Work, challenge: ChallengeRecord, needs: readonly Need[]): Promise<PeopleCount | null> => {
  const { tx, cityId, today, actor } = work;
  const { businessId } = actor;
  if (businessId === null) return ask(work, challenge, needs);
  const before = await tx
    .selectFrom('countAsked')
    .select(['question', 'answer'])
    .where('cityId', '=', cityId)
    .where('businessId', '=', businessId)
    .where('onDay', '=', today)
    .execute();
  const question = questionOf(challenge, needs);
  const same = before.find((one) => one.question === question);
  if (same) return same.answer.people;
  if (before.length >= questionsADay) return null;
  const told = Object.assign({}, ...before.map(({ answer }) => answer.each)) as AskedAnswer['each'];
  const asked = await ask(work, challenge, needs);
  const each: AskedAnswer['each'] = {};
  const bands = asked.needs.map(({ skillId, band }, at) => {
    const need = needs[at];
    const key = need ? eachOf(challenge, need) : '';
    const first = told[key] ?? band;
    each[key] = first;
    return { skillId, band: first };
  });
  const people = { ...asked, needs: bands };
  await tx
    .insertInto('countAsked')
    .values({ cityId, businessId, onDay: today, question, answer: JSON.stringify({ people, each }) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return people;
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
