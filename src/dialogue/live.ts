import type { LiveRoute } from '../kernel/http/live-routes.ts';
import { loadThread, loadThreadQuietly } from './thread-access.ts';

/** A thread as it goes on, for those who may read it. */
export const dialogueLive: readonly LiveRoute[] = [
  {
    url: '/threads/:threadId/live',
    roles: ['customer', 'businessContact', 'adviser', 'socialWorker'],
    follow:
      ({ threadId = '' }, isAgain) =>
      async (work) => {
        const load = isAgain ? loadThreadQuietly : loadThread;
        const { id } = await load(work, threadId, { action: 'read', why: 'thread' });
        return { cityId: work.cityId, topic: 'thread', id };
      },
  },
];
