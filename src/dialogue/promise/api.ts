import { z } from 'zod';
import { type ApiRoute, apiRoute } from '../../kernel/http/api.ts';
import { roughs } from './figures.ts';
import { promiseInput, readOwnPromise, readPromiseToMe, setPromise } from './read-promise.ts';

const days = z.object({ cityDays: z.number().int(), ownDays: z.number().int().nullable(), days: z.number().int() });
const figure = z.object({
  kept: z.number().int(),
  of: z.number().int(),
  late: z.number().int(),
  days: z.number().int(),
});

export const promiseApi: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/reply-promise',
    roles: ['adviser'],
    summary: 'In how many working days I promise to answer my customers, and how many I have answered in time',
    answer: days.extend({ figure }),
    call: ({ run }) => run((work) => readOwnPromise(work), undefined),
  }),
  apiRoute({
    method: 'PUT',
    url: '/reply-promise',
    roles: ['adviser'],
    summary: 'Promise to answer in fewer working days than the city does; null: in as many',
    body: promiseInput,
    answer: days,
    example: { days: 2 },
    call: ({ run, body }) => run(setPromise, body),
  }),
  apiRoute({
    method: 'GET',
    url: '/promise-to-me',
    roles: ['customer'],
    summary:
      'What my adviser has promised me, roughly how it is kept, and by when the first thing that waits is answered',
    answer: z.object({
      /** Null while I have no adviser. */
      promise: z
        .object({
          adviser: z.string(),
          days: z.number().int(),
          rough: z.enum(roughs),
          nextOn: z.string().nullable(),
          isLate: z.boolean(),
        })
        .nullable(),
    }),
    call: async ({ run }) => ({ promise: await run((work) => readPromiseToMe(work), undefined) }),
  }),
];
