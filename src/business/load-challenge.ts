import { type Asked, access } from '../kernel/access/access.ts';
import type { Relation } from '../kernel/access/policy.ts';
import { isId } from '../kernel/ids.ts';
import { notFound } from '../kernel/problem.ts';
import type { Work } from '../kernel/work.ts';
import { type ChallengeShown, challengeColumns } from '../matching/index.ts';
import { type Standing, standingOf } from './rules.ts';
import type { ChallengeState } from './tables.ts';

export type ChallengeRecord = ChallengeShown & {
  state: ChallengeState;
  standing: Standing;
  version: number;
  createdAt: Date;
  publishedAt: Date | null;
};

const find = (work: Work, challengeId: string) =>
  work.tx
    .selectFrom('challenge as c')
    .innerJoin('business as b', (join) => join.onRef('b.cityId', '=', 'c.cityId').onRef('b.id', '=', 'c.businessId'))
    .select(challengeColumns)
    .select(['c.state', 'c.version', 'c.createdAt', 'c.publishedAt'])
    .where('c.cityId', '=', work.cityId)
    .where('c.id', '=', challengeId)
    .where('c.deletedAt', 'is', null)
    .where('b.deletedAt', 'is', null)
    .executeTakeFirst();

/** A draft is the business's own until it is published; the city's people see the rest. */
export const relationsTo = (
  work: Work,
  { businessId, state }: { businessId: string; state: ChallengeState },
): Relation[] => {
  const relations: Relation[] = state === 'draft' ? [] : ['city'];
  if (work.actor.businessId === businessId) relations.push('business');
  return relations;
};

/** Loads and authorises a challenge in one call. Throws "not found" for one that is not there or not the actor's to see. */
export const loadChallenge = async (work: Work, challengeId: string, asked: Asked): Promise<ChallengeRecord> => {
  const row = isId(challengeId) ? await find(work, challengeId) : undefined;
  if (!row) {
    work.note({ ...asked, customerId: null, isAllowed: false });
    throw notFound();
  }
  access.authorise(work, { ...asked, relations: relationsTo(work, row), customerId: null });
  return { ...row, standing: standingOf(row, work.today) };
};
