import { z } from 'zod';
import { roles } from '../kernel/actor.ts';
import { type ApiRoute, apiRoute } from '../kernel/http/api.ts';
import { moveGroups, pageOfMoves } from './move-groups.ts';
import { myMovesInput, readMyMoves } from './my-moves.ts';
import { stoppedJobs } from './stopped-jobs.ts';

const who = z.object({
  kind: z.enum(['person', 'business', 'self', 'tuttu', 'customer', 'city', 'authority']),
  name: z.string().optional(),
});

const move = z.object({
  kind: z.string(),
  values: z.record(z.string(), z.unknown()),
  path: z.string(),
  since: z.date(),
  untilOn: z.string().nullable(),
  who,
  thing: z.string().optional(),
  group: z.enum(moveGroups),
  isOverdue: z.boolean(),
  isLate: z.literal(true).optional(),
  isWaiting: z.literal(true).optional(),
  isNews: z.literal(true).optional(),
  coming: z.object({ startsAt: z.date(), endsAt: z.date() }).optional(),
  standIn: z.object({ name: z.string(), untilOn: z.string() }).optional(),
});

export const webApi: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/my-moves',
    roles,
    summary:
      'What waits for me, and what I wait for: from whom, since when, until when; agreed times that are near, today, this week, later, waiting for others; 25 a page',
    query: myMovesInput,
    answer: z.object({
      moves: z.array(move),
      page: z.number().int(),
      total: z.number().int(),
      counts: z.record(z.enum(moveGroups), z.number().int()),
    }),
    call: async ({ run, session, outside, query }) => {
      const more = session.actor?.role === 'administrator' ? await stoppedJobs({ jobs: outside.jobs, run }) : [];
      return pageOfMoves(await run(readMyMoves, { more }), query.page);
    },
  }),
];
