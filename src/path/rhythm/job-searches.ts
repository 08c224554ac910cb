import type { Work } from '../../kernel/work.ts';

export type JobSearch = {
  id: string;
  modelId: string;
  /** YYYY-MM-DD. */
  begunOn: string;
  endedOn: string | null;
  endedWhy: string;
  version: number;
};

/** A customer's latest job search, ended or not. */
export const latestJobSearch = (
  { tx, cityId }: Pick<Work, 'tx' | 'cityId'>,
  customerId: string,
): Promise<JobSearch | undefined> =>
  tx
    .selectFrom('jobSearch')
    .select(['id', 'modelId', 'begunOn', 'endedOn', 'endedWhy', 'version'])
    .where('cityId', '=', cityId)
    .where('customerId', '=', customerId)
    .orderBy('begunOn', 'desc')
    .orderBy('writtenAt', 'desc')
    .limit(1)
    .executeTakeFirst();
