import { roles } from '../kernel/actor.ts';
import type { LiveRoute } from '../kernel/http/live-routes.ts';

/** That what waits for me has changed: whenever somebody is told something. */
export const movesLive: readonly LiveRoute[] = [
  {
    url: '/my-moves/live',
    roles,
    follow: () => async (work) => ({ cityId: work.cityId, topic: 'moves', id: work.actor.personId }),
  },
];
