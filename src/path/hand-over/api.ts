import { z } from 'zod';
import { professionalKinds } from '../../kernel/actor.ts';
import { type ApiRoute, apiRoute } from '../../kernel/http/api.ts';
import { answerHandOver, handOverAnswerInput, takeBackHandOver } from './answer-hand-over.ts';
import { beginHandOver, handOverInput, startHandOver } from './begin-hand-over.ts';
import { readHandOver, readHandOvers } from './read-hand-overs.ts';
import { handOverMoves, handOverStates } from './rules.ts';
import { handOverSides } from './tables.ts';

const role = z.enum(professionalKinds);
const written = z.object({ id: z.string(), version: z.int() });
const ofHandOver = z.object({ handOverId: z.string() });
const ofCustomer = z.object({ customerId: z.uuid() });

const handOver = z.object({
  id: z.string(),
  customerId: z.string(),
  customerName: z.string(),
  fromName: z.string(),
  fromRole: role,
  toName: z.string(),
  toRole: role,
  why: z.string(),
  begunAt: z.date(),
  dueOn: z.string(),
  acceptedAt: z.date().nullable(),
  declinedAt: z.date().nullable(),
  reason: z.string(),
  alternative: z.string(),
  takenBackAt: z.date().nullable(),
  expiredAt: z.date().nullable(),
  version: z.int(),
  state: z.enum(handOverStates),
  side: z.enum(handOverSides),
  moves: z.array(z.enum(handOverMoves)),
});

/** Customers handed over from one professional to another. */
export const handOverApi: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/hand-overs',
    roles: professionalKinds,
    summary: 'Customers I was asked to take, and those I asked others to take',
    answer: z.array(handOver),
    call: ({ run }) => run((work) => readHandOvers(work), undefined),
  }),
  apiRoute({
    method: 'GET',
    url: '/customers/:customerId/hand-overs',
    roles: professionalKinds,
    summary: 'Whom a customer of mine could be handed to, and what came of what I asked before',
    params: ofCustomer,
    answer: z.object({
      customer: z.object({ id: z.string(), name: z.string() }),
      receivers: z.array(z.object({ id: z.string(), name: z.string(), role, customers: z.int() })),
      handOvers: z.array(handOver),
      days: z.int(),
    }),
    call: ({ run, params }) => run(startHandOver, params),
  }),
  apiRoute({
    method: 'POST',
    url: '/customers/:customerId/hand-overs',
    roles: professionalKinds,
    summary: 'Ask another to take a customer of mine, who stays mine until they accept',
    params: ofCustomer,
    body: handOverInput,
    answer: written.extend({ dueOn: z.string() }),
    example: { why: 'Jään opintovapaalle tammikuussa.' },
    call: ({ run, params, body }) => run(beginHandOver, { ...params, ...body }),
  }),
  apiRoute({
    method: 'GET',
    url: '/hand-overs/:handOverId',
    roles: ['customer', ...professionalKinds],
    summary: 'One of them: for its customer, who asked and who was asked',
    params: ofHandOver,
    answer: handOver,
    call: ({ run, params }) => run(readHandOver, params.handOverId),
  }),
  apiRoute({
    method: 'POST',
    url: '/hand-overs/:handOverId/answer',
    roles: professionalKinds,
    summary: 'Take the customer, or not: with why and what instead',
    isVersioned: true,
    params: ofHandOver,
    body: handOverAnswerInput,
    answer: written,
    example: { answer: 'decline', reason: 'Minulla on jo liikaa asiakkaita.', alternative: 'Kysy Marilta.' },
    call: ({ run, params, body, version }) => run(answerHandOver, { ...params, ...body, version }),
  }),
  apiRoute({
    method: 'DELETE',
    url: '/hand-overs/:handOverId',
    roles: professionalKinds,
    summary: 'Take back what I asked, before it is answered',
    isVersioned: true,
    params: ofHandOver,
    answer: written,
    call: ({ run, params, version }) => run(takeBackHandOver, { ...params, version }),
  }),
];
