import { z } from 'zod';
import { authorityKinds } from './authorities.ts';
import { cityTermInput, decideCityTerm, readCityTerms } from './city-terms.ts';
import { isDay } from './clock.ts';
import { type ApiRoute, apiRoute } from './http/api.ts';
import { authorityInput, nameAuthority, readCityAuthorities } from './name-authority.ts';
import { firstLine, mayRetryJob, maySeeParkedJobs, retryJobInput } from './parked-jobs.ts';
import { Problem } from './problem.ts';
import { termUnits, unitOf } from './term-units.ts';
import { termNames } from './terms.ts';
import { readChainState, readCityUseLog } from './use-log.ts';
import { words } from './words.ts';

const roles = ['administrator'] as const;

const logLine = z.object({
  id: z.string(),
  at: z.date(),
  personName: z.string(),
  role: z.string(),
  customerId: z.string().nullable(),
  section: z.string(),
  action: z.string(),
  why: z.string(),
  isAllowed: z.boolean(),
  requestId: z.string(),
});

const search = z.object({
  /** Part of the name of who looked. */
  person: words(200, { least: 0 }).default(''),
  customerId: z.union([z.uuid('form.check'), z.literal('')]).default(''),
  /** YYYY-MM-DD in the city's time. */
  day: z
    .string()
    .refine((day) => day === '' || isDay(day), 'form.day')
    .default(''),
  before: z.union([z.uuid('form.check'), z.literal('')]).default(''),
});

const useLogRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/use-log',
    roles,
    summary:
      'The use log of the city, newest first, 25 at a time and the rest of what one request wrote; before: where the last answer said that older ones go on',
    query: search,
    answer: z.object({ lines: z.array(logLine), before: z.string().nullable() }),
    call: ({ run, query }) => run(readCityUseLog, query),
  }),
  apiRoute({
    method: 'GET',
    url: '/use-log/chain',
    roles,
    summary:
      'How far the use log is sealed; walk=yes also goes through every sealed row and names the first that is not as it was',
    query: z.object({ walk: z.enum(['yes', 'no']).default('no') }),
    answer: z.object({
      sealed: z.int(),
      sealedAt: z.date().nullable(),
      walk: z
        .object({
          rows: z.int(),
          fault: z.object({ seq: z.int(), logId: z.string(), what: z.enum(['changed', 'missing']) }).nullable(),
        })
        .nullable(),
    }),
    call: ({ run, query }) => run(readChainState, { isWalked: query.walk === 'yes' }),
  }),
];

const jobRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/parked-jobs',
    roles,
    summary: 'Jobs of the city that have stopped after failing many times, newest first',
    answer: z.array(z.object({ id: z.string(), parkedAt: z.date(), topic: z.string(), reason: z.string() })),
    call: async ({ run, outside }) => {
      const jobs = await outside.jobs.parked(await run((work) => maySeeParkedJobs(work), undefined));
      return jobs.map((job) => ({ ...job, reason: firstLine(job.reason) }));
    },
  }),
  apiRoute({
    method: 'POST',
    url: '/parked-jobs/retries',
    roles,
    summary: 'Try a stopped job again; 409 when it is not there, or has been tried again already',
    body: retryJobInput,
    answer: z.object({}),
    example: { id: '0190163d-8694-739b-aea5-966c26f8ad90' },
    call: async ({ run, outside, body }) => {
      const cityId = await run((work) => mayRetryJob(work), undefined);
      if (!(await outside.jobs.retry(cityId, body.id))) throw new Problem('notNow');
    },
  }),
];

const authorityShape = z.object({
  kind: z.enum(authorityKinds),
  name: z.object({ fi: z.string(), sv: z.string(), en: z.string() }),
  version: z.int(),
});

const authorityRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/authorities',
    roles,
    summary: 'What the authorities of plans are called in the city',
    answer: z.array(authorityShape),
    call: ({ run }) => run((work) => readCityAuthorities(work), undefined),
  }),
  apiRoute({
    method: 'PUT',
    url: '/authorities/wellbeing',
    roles,
    summary: 'Say what the wellbeing services county of the city is called',
    isVersioned: true,
    body: authorityInput,
    answer: z.object({ version: z.int() }),
    example: {
      fi: 'Esimerkin hyvinvointialue',
      sv: 'Exempels välfärdsområde',
      en: 'Wellbeing Services County of Example',
    },
    call: ({ run, body, version }) => run(nameAuthority, { kind: 'wellbeing', version, ...body }),
  }),
];

const term = { value: z.int(), fromOn: z.string(), source: z.string() };

const termRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/city-terms',
    roles,
    summary: 'Every number the city decides: what holds today, since when and by what, within which limits',
    answer: z.array(
      z.object({
        name: z.enum(termNames),
        unit: z.enum(termUnits),
        held: z.object({ ...term, isOwn: z.boolean() }),
        everywhere: z.object(term),
        bounds: z.object({ least: z.int(), most: z.int(), bound: z.string() }),
        decided: z.array(z.object(term)),
      }),
    ),
    call: async ({ run }) => {
      const terms = await run((work) => readCityTerms(work), undefined);
      return terms.map((one) => ({ ...one, unit: unitOf(one.name) }));
    },
  }),
  apiRoute({
    method: 'PUT',
    url: '/city-terms',
    roles,
    summary:
      'Decide one of the city’s numbers from a day on, today or later; deciding again for the same day replaces it',
    body: cityTermInput,
    answer: z.object({}),
    example: { name: 'vouchLinkDays', fromOn: '2030-01-01', value: 21, source: 'Esimerkki: lautakunta § 12' },
    call: ({ run, body }) => run(decideCityTerm, body),
  }),
];

/** What an administrator does in their city. */
export const administrationApi: readonly ApiRoute[] = [
  ...useLogRoutes,
  ...jobRoutes,
  ...authorityRoutes,
  ...termRoutes,
];
