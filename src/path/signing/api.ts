import { z } from 'zod';
import { type ApiRoute, apiRoute } from '../../kernel/http/api.ts';
import { confidences, contentKeys, parties, planKinds } from '../kinds/tables.ts';
import { unshownShape } from '../sections/api.ts';
import { stages } from '../tables.ts';
import { readJointPlan, readPlanFront } from './read-front.ts';
import { signatureInput, signPlan } from './sign-plan.ts';

const ofCustomer = z.object({ customerId: z.uuid() });
const professionals = ['adviser', 'socialWorker'] as const;
const party = z.enum(parties);
const inLanguages = z.object({ fi: z.string(), sv: z.string(), en: z.string() });
const what = z.enum(['new', 'changed', 'gone']);
const stepWords = z.object({
  title: z.string(),
  why: z.string(),
  owner: z.string(),
  ownerName: z.string(),
  dueOn: z.string(),
  place: z.string(),
  link: z.string(),
  stage: z.enum(stages).nullable(),
});

const changeShape = z.union([
  z.object({
    part: z.literal('kind'),
    what,
    before: z.enum(planKinds).nullable(),
    after: z.enum(planKinds).nullable(),
  }),
  z.object({ part: z.literal('goal'), what, before: z.string().nullable(), after: z.string().nullable() }),
  z.object({
    part: z.literal('step'),
    what,
    id: z.string(),
    before: stepWords.nullable(),
    after: stepWords.nullable(),
  }),
  z.object({
    part: z.literal('section'),
    what,
    id: z.string(),
    about: z.object({ owner: z.string(), key: z.string().nullable(), title: z.string() }).nullable(),
    before: z.string().nullable(),
    after: z.string().nullable(),
  }),
]);

const frontShape = z.object({
  customer: z.object({ id: z.string(), name: z.string() }),
  frame: z.object({
    kind: z.enum(planKinds),
    version: z.int(),
    changedBy: z.string(),
    why: z.string(),
    begunOn: z.string(),
    law: z.string(),
    basis: inLanguages,
    parties: z.array(party),
    contents: z.array(z.enum(contentKeys)),
    validMonths: z.int().nullable(),
    reviewMonths: z.int().nullable(),
    source: z.string(),
    confidence: z.enum(confidences),
    unchecked: z.string(),
  }),
  parties: z.array(
    z.object({
      party,
      authority: inLanguages.nullable(),
      personName: z.string().nullable(),
      state: z.enum(['none', 'stands', 'changed', 'over']),
      signed: z
        .object({
          at: z.date(),
          personName: z.string(),
          onPaperBy: z.string().nullable(),
          version: z.int(),
        })
        .nullable(),
      changes: z.array(changeShape),
    }),
  ),
  validity: z.object({
    state: z.enum(['waits', 'inForce', 'over']),
    fromOn: z.string().nullable(),
    untilOn: z.string().nullable(),
  }),
  missing: z.array(z.enum(contentKeys)),
  unshown: z.array(unshownShape),
  sha256: z.string(),
  version: z.int(),
  mine: party.nullable(),
  canSign: z.boolean(),
  canSignForKela: z.boolean(),
});

const jointShape = z.object({
  front: frontShape,
  goal: z.object({ text: z.string(), version: z.int() }),
  steps: z.array(stepWords.extend({ id: z.string(), state: z.string(), version: z.int() })),
  sections: z.array(
    z.object({
      id: z.string(),
      owner: z.string(),
      key: z.string().nullable(),
      title: z.string(),
      text: z.string(),
      version: z.int(),
      personName: z.string(),
    }),
  ),
});

const signedShape = z.object({ party, version: z.int() });
const example = { sha256: 'a'.repeat(64), forKela: null };

/** Plans as their parties sign them. */
export const signingApi: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/plan/front',
    roles: ['customer'],
    summary:
      'Of which kind my plan is, whose, how long it holds, what it lacks, who has signed it and what changed since',
    answer: frontShape,
    call: ({ run }) => run(readPlanFront, { customerId: null }),
  }),
  apiRoute({
    method: 'GET',
    url: '/plan/joint',
    roles: ['customer'],
    summary: 'My whole plan as its parties sign it',
    answer: jointShape,
    call: ({ run }) => run(readJointPlan, { customerId: null }),
  }),
  apiRoute({
    method: 'POST',
    url: '/plan/signatures',
    roles: ['customer'],
    summary: 'Sign my whole plan as it is; `sha256` of what I read',
    body: signatureInput,
    answer: signedShape,
    example,
    call: ({ run, body }) => run(signPlan, { customerId: null, ...body }),
  }),
  apiRoute({
    method: 'GET',
    url: '/customers/:customerId/plan/front',
    roles: professionals,
    summary: "The same of a customer's plan my authority is party to",
    params: ofCustomer,
    answer: frontShape,
    call: ({ run, params }) => run(readPlanFront, params),
  }),
  apiRoute({
    method: 'GET',
    url: '/customers/:customerId/plan/joint',
    roles: professionals,
    summary: "A customer's whole plan as its parties sign it",
    params: ofCustomer,
    answer: jointShape,
    call: ({ run, params }) => run(readJointPlan, params),
  }),
  apiRoute({
    method: 'POST',
    url: '/customers/:customerId/plan/signatures',
    roles: professionals,
    summary: "Sign a customer's plan for my authority; an adviser also tells who of Kela signed on paper (`forKela`)",
    params: ofCustomer,
    body: signatureInput,
    answer: signedShape,
    example,
    call: ({ run, params, body }) => run(signPlan, { ...params, ...body }),
  }),
];
