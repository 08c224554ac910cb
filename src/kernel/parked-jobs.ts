import { z } from 'zod';
import { access } from './access/access.ts';
import type { Work } from './work.ts';

/**
 * The queue is not the transaction's: these only ask and note the right, then the page or the API calls `jobs.parked` and `jobs.retry` with the
 * actor's own city, outside the transaction (the embedded database has one session).
 */
export const maySeeParkedJobs = async (work: Work): Promise<string> => {
  access.authorise(work, {
    section: 'jobs',
    action: 'read',
    why: 'parked jobs',
    relations: ['city'],
    customerId: null,
  });
  return work.cityId;
};

/** Why a job stopped, without the rest of what was thrown. */
export const firstLine = (reason: string): string => reason.split('\n')[0]?.slice(0, 300) ?? '';

export const retryJobInput = z.object({ id: z.uuid('form.choose') });

export const mayRetryJob = async (work: Work): Promise<string> => {
  access.authorise(work, {
    section: 'jobs',
    action: 'write',
    why: 'try a parked job again',
    relations: ['city'],
    customerId: null,
  });
  return work.cityId;
};
