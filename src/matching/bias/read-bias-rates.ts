import { access } from '../../kernel/access/access.ts';
import type { OperatorWork } from '../../kernel/run-as-operator.ts';
import { type BiasTables, type Tallies, tablesOf } from './groups.ts';
import { tallyPeople } from './tally-people.ts';

export type BiasRates = BiasTables & {
  /** Whose data this is: the demo's made-up people, or customers who agreed to it. */
  of: 'madeUp' | 'agreed';
  /** The day it is of, YYYY-MM-DD. */
  day: string;
  openChallenges: number;
  /** The sums themselves, also of small groups; only where all are made up. */
  sums: Tallies | null;
};

const countOpen = async ({ tx, cityId, today }: OperatorWork): Promise<number> => {
  const { count } = await tx
    .selectFrom('challenge')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('cityId', '=', cityId)
    .where('state', '=', 'published')
    .where('deletedAt', 'is', null)
    .where('untilOn', '>=', today)
    .executeTakeFirstOrThrow();
  return count;
};

/**
 * How groups of customers fare in matching today: how many agree to it, are shown any challenge (exposure), have a good match (recommendation).
 * On a real deployment only customers with the consent 'biasReport' are read, and only sums of large enough groups leave this function; the
 * demo's people are made up. For the operator: section 'biasReport'.
 */
export const readBiasRates = async (work: OperatorWork): Promise<BiasRates> => {
  const why = 'how groups fare in matching';
  access.authorise(work, { section: 'biasReport', action: 'read', why, relations: ['city'], customerId: null });
  const { tx, cityId, today } = work;
  const deployment = await tx.selectFrom('deployment').select('isDemo').executeTakeFirst();
  const isMadeUp = deployment?.isDemo ?? false;
  const sums = await tallyPeople(tx, { cityId, today, isMadeUp });
  return {
    of: isMadeUp ? 'madeUp' : 'agreed',
    day: today,
    openChallenges: await countOpen(work),
    sums: isMadeUp ? sums : null,
    ...tablesOf(sums, { isMadeUp }),
  };
};
