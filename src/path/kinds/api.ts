import { z } from 'zod';
import { type ApiRoute, apiRoute } from '../../kernel/http/api.ts';
import { changeKind, kindInput } from './change-kind.ts';
import { kindContentsInput, readKindRules, setKindContents } from './city-rules.ts';
import { readKindHistory } from './kind-history.ts';
import { nameSocialWorker, socialWorkerInput } from './name-social-worker.ts';
import { confidences, contentKeys, parties, planKinds } from './tables.ts';

const ofCustomer = z.object({ customerId: z.uuid() });
const kind = z.enum(planKinds);
const contents = z.array(z.enum(contentKeys));

const historyShape = z.array(
  z.object({
    version: z.int(),
    kind,
    fromOn: z.string(),
    why: z.string(),
    at: z.date(),
    personName: z.string(),
    role: z.string(),
  }),
);

const ruleShape = z.object({
  kind,
  law: z.string(),
  basis: z.object({ fi: z.string(), sv: z.string(), en: z.string() }),
  fromOn: z.string(),
  untilOn: z.string().nullable(),
  parties: z.array(z.enum(parties)),
  validMonths: z.int().nullable(),
  reviewMonths: z.int().nullable(),
  source: z.string(),
  confidence: z.enum(confidences),
  unchecked: z.string(),
  contents,
  city: z.array(z.object({ fromOn: z.string(), contents, source: z.string() })),
});

/** Kinds of plan. */
export const kindsApi: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/plan/kind/versions',
    roles: ['customer'],
    summary: 'Every change of the kind of my plan, the newest first, with why',
    answer: historyShape,
    call: ({ run }) => run(readKindHistory, { customerId: null }),
  }),
  apiRoute({
    method: 'GET',
    url: '/customers/:customerId/plan/kind/versions',
    roles: ['adviser', 'socialWorker'],
    summary: "Every change of the kind of a customer's plan, the newest first, with why",
    params: ofCustomer,
    answer: historyShape,
    call: ({ run, params }) => run(readKindHistory, params),
  }),
  apiRoute({
    method: 'PUT',
    url: '/customers/:customerId/plan/kind',
    roles: ['adviser'],
    summary: 'Make a customer\'s plan another kind from today, with why; If-Match "0" while nobody has changed it',
    isVersioned: true,
    params: ofCustomer,
    body: kindInput,
    answer: z.object({ kind, version: z.int() }),
    example: {
      kind: 'activation',
      why: 'Saat toimeentulotukea, joten teemme suunnitelman yhdessä hyvinvointialueen kanssa.',
    },
    call: ({ run, params, body, version }) => run(changeKind, { ...params, ...body, version }),
  }),
  apiRoute({
    method: 'PUT',
    url: '/customers/:customerId/social-worker',
    roles: ['adviser'],
    summary:
      'Name the social worker of a plan the wellbeing services county is party to, `socialWorkerId` null for who has the fewest customers; 409 where it is party to none',
    params: ofCustomer,
    body: socialWorkerInput,
    answer: z.object({ customerId: z.string(), socialWorkerId: z.string() }),
    example: { socialWorkerId: null },
    call: ({ run, params, body }) => run(nameSocialWorker, { ...params, ...body }),
  }),
  apiRoute({
    method: 'GET',
    url: '/plan-rules',
    roles: ['administrator'],
    summary: 'Kinds of plan as the law has them today, with sources, and what the city wants said in them',
    answer: z.array(ruleShape),
    call: ({ run }) => run((work) => readKindRules(work), undefined),
  }),
  apiRoute({
    method: 'PUT',
    url: '/plan-rules',
    roles: ['administrator'],
    summary: 'Decide what the city wants said in a kind of plan from a day on, beside what the law asks',
    body: kindContentsInput,
    answer: z.object({}),
    example: {
      kind: 'employment',
      fromOn: '2030-01-01',
      contents: ['strengths'],
      source: 'Esimerkki: lautakunta § 12',
    },
    call: ({ run, body }) => run(setKindContents, body),
  }),
];
