import type { Jobs } from '../kernel/jobs.ts';
import type { Event } from '../kernel/work.ts';

type Sent = { queue: string; data: Record<string, unknown> };

/** Stands in for the queue: keeps what was sent, so that a test can look at it or hand it on. */
export type RecordedJobs = Jobs & {
  sent: Sent[];
  /** Topics of the events sent and not yet taken, in order. */
  topics(): string[];
  takeEvents(): (Event & { cityId: string })[];
};

type SentEvent = { cityId: string; topic: string; data: Record<string, string> };

export const recordJobs = (): RecordedJobs => {
  const sent: Sent[] = [];
  const events = () => sent.filter(({ queue }) => queue === 'event').map(({ data }) => data as SentEvent);
  return {
    sent,
    send: async (_tx, queue, data) => {
      sent.push({ queue, data: { ...data } });
    },
    topics: () => events().map(({ topic }) => topic),
    takeEvents: () => {
      const taken = events();
      sent.splice(0);
      return taken;
    },
  };
};
