import type { Updateable } from 'kysely';
import { Problem } from '../kernel/problem.ts';
import type { Tables } from '../kernel/tables.ts';
import type { Work } from '../kernel/work.ts';
import { readChallenge } from './read-challenge.ts';
import { type Missing, missingToPublish } from './rules.ts';
import './tables.ts';

type Changes = Omit<Updateable<Tables['challenge']>, 'cityId' | 'id' | 'businessId' | 'version'>;

/** Writes changes to the version the writer had read. Returns the new version, or null when somebody was faster. */
export const saveChallenge = async (
  { tx, cityId }: Work,
  { challengeId, version, changes }: { challengeId: string; version: number; changes: Changes },
): Promise<number | null> => {
  const saved = await tx
    .updateTable('challenge')
    .set({ ...changes, version: version + 1 })
    .where('cityId', '=', cityId)
    .where('id', '=', challengeId)
    .where('version', '=', version)
    .where('deletedAt', 'is', null)
    .returning('version')
    .executeTakeFirst();
  return saved?.version ?? null;
};

/** For a writer who lost the race: the challenge as it stands now. */
export const lostRace = async (work: Work, challengeId: string): Promise<Problem> =>
  new Problem('changedMeanwhile', { current: await readChallenge(work, { challengeId }) });

/** Throws badInput naming each thing a challenge lacks before customers can see it. */
export const refuseUnlessReady = (challenge: Parameters<typeof missingToPublish>[0], today: string): void => {
  const missing = missingToPublish(challenge, today);
  if (missing.length === 0) return;
  const message: Record<Missing, string> = {
    problem: 'business.missing.problem',
    title: 'business.missing.title',
    needs: 'business.missing.needs',
    untilOn: 'business.missing.untilOn',
  };
  throw new Problem('badInput', { fields: missing.map((field) => ({ field, message: message[field] })) });
};
