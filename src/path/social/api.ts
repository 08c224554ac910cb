import { z } from 'zod';
import { type ApiRoute, apiRoute } from '../../kernel/http/api.ts';
import { planKinds } from '../kinds/tables.ts';
import { readSocialCaseload, readSocialCaseloadInput } from './read-social-caseload.ts';

/** A social worker's customers. What they see of one: the routes of sections and of joint plans. */
export const socialApi: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/social-work',
    roles: ['socialWorker'],
    summary: 'My customers by surname, 25 a page, with the kind of plan my authority is party to',
    query: readSocialCaseloadInput,
    answer: z.object({
      customers: z.array(
        z.object({
          customerId: z.string(),
          name: z.string(),
          area: z.string(),
          since: z.string(),
          plan: z.enum(planKinds).nullable(),
          waitsForMe: z.boolean(),
        }),
      ),
      page: z.int(),
      pages: z.int(),
      found: z.int(),
      all: z.int(),
    }),
    call: ({ run, query }) => run(readSocialCaseload, query),
  }),
];
