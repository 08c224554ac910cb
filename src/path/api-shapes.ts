import { z } from 'zod';
import { professionalKinds } from '../kernel/actor.ts';
import { languages } from '../kernel/languages.ts';
import { comparedFields } from './compare-step.ts';
import { stepFields, stepMoves } from './rules.ts';
import { owners, sides, stages, stepStates } from './tables.ts';

const side = z.enum(sides);
const text = {
  title: z.string(),
  why: z.string(),
  owner: z.enum(owners),
  ownerName: z.string(),
  dueOn: z.string().nullable(),
  place: z.string(),
  link: z.string(),
  stage: z.enum(stages).nullable(),
};
const evidence = { evidence: z.string(), evidenceLink: z.string() };

export const movedShape = z.object({ id: z.string(), version: z.number().int() });

export const stepShape = z.object({
  id: z.string(),
  customerId: z.string(),
  ...text,
  state: z.enum(stepStates),
  proposedBy: side,
  withRole: z.enum(professionalKinds),
  isShown: z.boolean(),
  word: z.string(),
  ...evidence,
  onlyMine: z.boolean(),
  challenge: z
    .object({ id: z.string(), title: z.string(), businessName: z.string(), isYesTakenBack: z.boolean() })
    .nullable(),
  version: z.number().int(),
  createdAt: z.date(),
  changedAt: z.date(),
  moves: z.array(z.enum(stepMoves)),
  waitsFor: side.nullable(),
});

export const openStepShape = stepShape.extend({
  signed: z
    .object({
      version: z.number().int(),
      isCurrent: z.boolean(),
      by: z.array(z.object({ side, personName: z.string(), at: z.date() })),
    })
    .nullable(),
});

export const stepsShape = z.object({
  customer: z.object({ id: z.string(), name: z.string() }),
  steps: z.array(stepShape),
  all: z.number().int(),
  soonDays: z.number().int(),
});

export const comparisonShape = z.object({
  from: z.number().int(),
  to: z.number().int(),
  fields: z.array(
    z.object({
      field: z.enum(comparedFields),
      before: z.string(),
      after: z.string(),
      words: z.array(z.object({ what: z.enum(['same', 'gone', 'new']), text: z.string() })),
    }),
  ),
});

export const planShape = z.object({
  customer: z.object({ id: z.string(), name: z.string(), area: z.string() }),
  goal: z.object({
    text: z.string(),
    version: z.number().int(),
    at: z.date().nullable(),
    personName: z.string().nullable(),
  }),
  steps: z.array(stepShape),
});

export const stepVersionsShape = z.array(
  z.object({
    version: z.number().int(),
    at: z.date(),
    personName: z.string(),
    role: z.string(),
    ...text,
    state: z.enum(stepStates),
    word: z.string(),
    ...evidence,
    changes: z.array(z.object({ field: z.enum(stepFields), before: z.string(), after: z.string() })),
  }),
);

export const goalVersionsShape = z.array(
  z.object({ version: z.number().int(), at: z.date(), personName: z.string(), role: z.string(), goal: z.string() }),
);

export const unassignedShape = z.object({
  customers: z.array(
    z.object({
      customerId: z.string(),
      name: z.string(),
      area: z.string(),
      language: z.enum(languages),
      since: z.date(),
    }),
  ),
  advisers: z.array(z.object({ id: z.string(), name: z.string(), customers: z.number().int() })),
  page: z.number().int(),
  hasMore: z.boolean(),
});
