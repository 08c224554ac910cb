import { z } from 'zod';
import { type ApiRoute, apiRoute } from '../kernel/http/api.ts';
import { countedPeople, readFigures } from './read-figures.ts';

export const insightApi: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/figures',
    roles: ['manager'],
    summary: "The city's figures of today; people in ranges, null for fewer than 5",
    answer: z.object({
      day: z.string(),
      people: z.array(
        z.object({
          what: z.enum(countedPeople),
          range: z.object({ from: z.number().int(), to: z.number().int() }).nullable(),
        }),
      ),
      openChallenges: z.number().int(),
      businesses: z.number().int(),
    }),
    call: ({ run }) => run(readFigures, undefined),
  }),
];
