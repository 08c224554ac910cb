import { z } from 'zod';
import { type ApiRoute, apiRoute } from '../../kernel/http/api.ts';
import { stages } from '../tables.ts';
import { endStage, stageEndInput } from './end-stage.ts';
import { readFact, readStages, readStagesInJointPlan } from './read-stages.ts';
import { factKinds, factSources } from './tables.ts';
import { takeBackInput, takeBackStage } from './take-back-stage.ts';
import { stageInput, tellStage } from './tell-stage.ts';

const both = ['customer', 'adviser'] as const;
const ofCustomer = z.object({ customerId: z.uuid() });
const ofFact = z.object({ pathFactId: z.uuid() });
const stage = z.enum(stages);
const customer = z.object({ id: z.string(), name: z.string() });
const spell = { stage, fromOn: z.string(), toOn: z.string().nullable() };

const fact = z.object({
  id: z.string(),
  customerId: z.string(),
  kind: z.enum(factKinds),
  stage: stage.nullable(),
  fromOn: z.string(),
  toOn: z.string().nullable(),
  source: z.enum(factSources),
  words: z.string(),
  byName: z.string(),
  byRole: z.enum(['', 'customer', 'adviser']),
  endedName: z.string(),
  takenBack: z.object({ at: z.date(), name: z.string(), why: z.string() }).nullable(),
  version: z.int(),
});
const factView = fact.extend({ canEnd: z.boolean(), canTakeBack: z.boolean() });

const stagesShape = z.object({
  customer,
  today: z.string(),
  spells: z.array(z.object({ ...spell, facts: z.array(factView) })),
  coming: z.array(
    z.object({
      stage,
      beginsOn: z.string().nullable(),
      leads: z.array(z.object({ stage, on: z.string(), title: z.string(), isDone: z.boolean() })),
    }),
  ),
  takenBack: z.array(fact),
});

const writtenShape = z.object({ id: z.string(), version: z.int() });
const example = { stage: 'workshop', fromOn: '2026-02-02', toOn: null, words: 'Ompelupaja' };

/** Stages of the path in the API. */
export const stagesApi: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/stages',
    roles: ['customer'],
    summary: 'My path: the stages I have been in, am in now, and what could come, derived from what happened',
    answer: stagesShape,
    call: ({ run }) => run(readStages, { customerId: null }),
  }),
  apiRoute({
    method: 'POST',
    url: '/stages',
    roles: ['customer'],
    summary: 'Tell that I began a workshop, gigs or work, from which day, and when it ended if it has',
    body: stageInput,
    answer: writtenShape,
    example,
    call: ({ run, body }) => run(tellStage, { customerId: null, ...body }),
  }),
  apiRoute({
    method: 'GET',
    url: '/customers/:customerId/stages',
    roles: ['adviser'],
    summary: 'The path of a customer, as they see it themselves',
    params: ofCustomer,
    answer: stagesShape,
    call: ({ run, params }) => run(readStages, params),
  }),
  apiRoute({
    method: 'POST',
    url: '/customers/:customerId/stages',
    roles: ['adviser'],
    summary: 'Tell that a customer began a workshop, gigs or work; they are told, and can take it back',
    params: ofCustomer,
    body: stageInput,
    answer: writtenShape,
    example,
    call: ({ run, params, body }) => run(tellStage, { ...params, ...body }),
  }),
  apiRoute({
    method: 'GET',
    url: '/social-work/:customerId/stages',
    roles: ['socialWorker'],
    summary: 'The stages of a path and their days, where my authority is party to the plan',
    params: ofCustomer,
    answer: z.object({ customer, today: z.string(), spells: z.array(z.object(spell)) }),
    call: ({ run, params }) => run(readStagesInJointPlan, params),
  }),
  apiRoute({
    method: 'GET',
    url: '/stages/:pathFactId',
    roles: both,
    summary: 'One thing that happened on a path, and what I can do with it',
    params: ofFact,
    answer: factView,
    call: ({ run, params }) => run(readFact, params),
  }),
  apiRoute({
    method: 'PUT',
    url: '/stages/:pathFactId/end',
    roles: both,
    summary: 'Tell the last day of what was told, or mend it',
    isVersioned: true,
    params: ofFact,
    body: stageEndInput,
    answer: writtenShape,
    example: { toOn: '2026-12-31' },
    call: ({ run, params, body, version }) => run(endStage, { ...params, version, ...body }),
  }),
  apiRoute({
    method: 'POST',
    url: '/stages/:pathFactId/withdrawal',
    roles: both,
    summary: 'Take back what was told: my own, or as a customer whatever was told of me',
    isVersioned: true,
    params: ofFact,
    body: takeBackInput,
    answer: writtenShape,
    example: { why: 'Päivä oli väärä.' },
    call: ({ run, params, body, version }) => run(takeBackStage, { ...params, version, ...body }),
  }),
];
