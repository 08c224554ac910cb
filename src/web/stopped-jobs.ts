import type { JobWorker } from '../kernel/jobs.ts';
import type { Move } from '../kernel/move.ts';
import { maySeeParkedJobs } from '../kernel/parked-jobs.ts';
import type { UseCase } from '../kernel/work.ts';

type Asking = {
  jobs: Pick<JobWorker, 'parked'>;
  run<Input, Output>(useCase: UseCase<Input, Output>, input: Input): Promise<Output>;
};

/** Jobs that have stopped are one move of an administrator. The queue is not the transaction's, so they are asked for here. */
export const stoppedJobs = async ({ jobs, run }: Asking): Promise<Move[]> => {
  const parked = await jobs.parked(await run((work) => maySeeParkedJobs(work), undefined));
  const oldest = parked.at(-1);
  if (!oldest) return [];
  const values = { count: parked.length };
  const at = { path: '/parked-jobs', since: oldest.parkedAt, untilOn: null };
  return [{ kind: 'stoppedJobs', values, ...at, who: { kind: 'tuttu' } }];
};
