import { z } from 'zod';
import { type ApiRoute, apiRoute } from '../../kernel/http/api.ts';
import { mendTalk, takeBackTalk, talkBackInput, talkChangeInput } from './change-talk.ts';
import { cityRhythmInput, decideCityRhythm, readRhythmRules } from './city-rhythm.ts';
import { dueStates } from './due.ts';
import { endJobSearch, jobSearchEndInput } from './end-job-search.ts';
import { readRhythm, readRhythmInJointPlan } from './read-rhythm.ts';
import { recordTalk, talkInput } from './record-talk.ts';
import { jobSearchInput, setJobSearch } from './set-job-search.ts';
import { anchors, cityRuleKinds, phases, rhythmUnits, talkKinds, talkWays } from './tables.ts';

const ofCustomer = z.object({ customerId: z.uuid() });
const writtenShape = z.object({ id: z.string(), version: z.number().int() });

const inLanguages = z.object({ fi: z.string(), sv: z.string(), en: z.string() });

const model = z.object({
  id: z.string(),
  fromOn: z.string(),
  untilOn: z.string().nullable(),
  law: z.string(),
  source: z.string(),
  confidence: z.string(),
  unchecked: z.string(),
  duty: z.object({ least: z.int(), usual: z.int(), most: z.int() }).nullable(),
  neglect: inLanguages.nullable(),
  phases: z.array(z.object({ fromOn: z.string(), what: z.enum(phases), says: inLanguages })),
});

const dueShape = z.object({
  kind: z.enum(talkKinds),
  dueOn: z.string(),
  closedOn: z.string().nullable().describe('The day it would have been, where offices are closed on it.'),
  state: z.enum(dueStates),
  heldOn: z.string().nullable(),
  every: z.number().int(),
  unit: z.enum(rhythmUnits),
  isOnce: z.boolean(),
  times: z.int().nullable(),
  againMonths: z.int().nullable(),
  anchor: z.enum(anchors),
  anchorOn: z.string(),
  inPerson: z.boolean(),
  law: z.string(),
  isOfCity: z.boolean(),
});

const talkShape = z.object({
  id: z.string(),
  kind: z.enum(talkKinds),
  heldOn: z.string(),
  how: z.enum(talkWays),
  howWhy: z.string(),
  byName: z.string(),
  version: z.number().int(),
  changes: z.array(
    z.object({
      kind: z.enum(talkKinds),
      heldOn: z.string(),
      how: z.enum(talkWays),
      why: z.string(),
      personName: z.string(),
    }),
  ),
});
const ofTalk = z.object({ talkId: z.uuid() });

const rhythmShape = z.object({
  customer: z.object({ id: z.string(), name: z.string() }),
  jobSearch: z
    .object({
      id: z.string(),
      begunOn: z.string(),
      endedOn: z.string().nullable(),
      endedWhy: z.string(),
      version: z.number().int(),
      model,
    })
    .nullable(),
  due: z.array(dueShape),
  talks: z.array(talkShape),
  takenBack: z.array(talkShape),
});

const times = { every: z.int(), unit: z.enum(rhythmUnits) };
const cityTimes = { ...times, every: z.int().nullable() };

const rulesShape = z.array(
  model.extend({
    rules: z.array(
      z.object({
        ...times,
        kind: z.enum(talkKinds),
        anchor: z.enum(anchors),
        afterMonths: z.int(),
        times: z.int().nullable(),
        againMonths: z.int().nullable(),
        inPerson: z.boolean(),
      }),
    ),
    city: z.array(z.object({ ...cityTimes, kind: z.enum(cityRuleKinds), fromOn: z.string(), source: z.string() })),
  }),
);

const rulesRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/rhythm-rules',
    roles: ['administrator'],
    summary: 'The models of the service process with law and source, and what the city has decided beside each',
    answer: rulesShape,
    call: ({ run }) => run((work) => readRhythmRules(work), undefined),
  }),
  apiRoute({
    method: 'PUT',
    url: '/rhythm-rules',
    roles: ['administrator'],
    summary:
      'Decide what the city adds to a model from a day on: a shorter time to the first interview, a rhythm of supplementary talks or of the review; `every` null for none any more',
    body: cityRhythmInput,
    answer: z.object({}),
    example: {
      ...{ modelId: 'reform-2026', kind: 'review', fromOn: '2030-01-01', every: 6, unit: 'months' },
      source: 'Esimerkki: lautakunta § 12',
    },
    call: ({ run, body }) => run(decideCityRhythm, body),
  }),
];

/** The law's rhythm in the API. */
export const rhythmApi: readonly ApiRoute[] = [
  ...rulesRoutes,
  apiRoute({
    method: 'GET',
    url: '/rhythm',
    roles: ['customer'],
    summary: 'Which talks of my job search are due when and why, and which were held',
    answer: rhythmShape,
    call: ({ run }) => run(readRhythm, { customerId: null }),
  }),
  apiRoute({
    method: 'GET',
    url: '/customers/:customerId/rhythm',
    roles: ['adviser'],
    summary: 'The same of a customer, as they see it themselves',
    params: ofCustomer,
    answer: rhythmShape,
    call: ({ run, params }) => run(readRhythm, params),
  }),
  apiRoute({
    method: 'PUT',
    url: '/customers/:customerId/job-search',
    roles: ['adviser'],
    summary: 'Write down the day a job search began, or mend it; If-Match "0" when none goes on',
    isVersioned: true,
    params: ofCustomer,
    body: jobSearchInput,
    answer: writtenShape,
    example: { begunOn: '2026-02-02' },
    call: ({ run, params, body, version }) => run(setJobSearch, { ...params, version, ...body }),
  }),
  apiRoute({
    method: 'POST',
    url: '/customers/:customerId/job-search/end',
    roles: ['adviser'],
    summary: 'End the job search that goes on',
    isVersioned: true,
    params: ofCustomer,
    body: jobSearchEndInput,
    answer: writtenShape,
    example: { endedOn: '2026-02-27', why: 'Töihin leipomoon' },
    call: ({ run, params, body, version }) => run(endJobSearch, { ...params, version, ...body }),
  }),
  apiRoute({
    method: 'POST',
    url: '/customers/:customerId/talks',
    roles: ['adviser'],
    summary: 'Write down a talk that was held. `howWhy`: why not in person, where the law wants it so',
    params: ofCustomer,
    body: talkInput,
    answer: z.object({ id: z.string() }),
    example: { kind: 'followUp', heldOn: '2026-02-20', how: 'phone', howWhy: '' },
    call: ({ run, params, body }) => run(recordTalk, { ...params, ...body }),
  }),
  apiRoute({
    method: 'PUT',
    url: '/talks/:talkId',
    roles: ['adviser'],
    summary: 'Mend a talk that was written down wrongly, with a word why; what it said stays to be read',
    isVersioned: true,
    params: ofTalk,
    body: talkChangeInput,
    answer: writtenShape,
    example: {
      ...{ kind: 'firstInterview', heldOn: '2026-01-13', how: 'phone', howWhy: 'Asiakas toivoi puhelua.' },
      why: 'Päivä oli väärä.',
    },
    call: ({ run, params, body, version }) => run(mendTalk, { ...params, version, ...body }),
  }),
  apiRoute({
    method: 'POST',
    url: '/talks/:talkId/withdrawal',
    roles: ['adviser'],
    summary: 'Take back a talk that was not held, with a word why: it counts no more',
    isVersioned: true,
    params: ofTalk,
    body: talkBackInput,
    answer: writtenShape,
    example: { why: 'Asiakas ei päässyt paikalle.' },
    call: ({ run, params, body, version }) => run(takeBackTalk, { ...params, version, ...body }),
  }),
  apiRoute({
    method: 'GET',
    url: '/social-work/:customerId/rhythm',
    roles: ['socialWorker'],
    summary: 'Which talks come next and why, where my authority is party to the plan',
    params: ofCustomer,
    answer: z.object({ customer: z.object({ id: z.string(), name: z.string() }), next: z.array(dueShape) }),
    call: ({ run, params }) => run(readRhythmInJointPlan, params),
  }),
];
