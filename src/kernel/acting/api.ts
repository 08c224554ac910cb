import { z } from 'zod';
import { type ApiRoute, apiRoute } from '../http/api.ts';
import { answerDispute, disputeActed, readActedFor, readDoneForMe, wordInput } from './acted-for.ts';
import { actedMoves, actedStates, actedWays, actedWhats } from './rules.ts';

const actedFor = z.object({
  id: z.string(),
  customerId: z.string(),
  customerName: z.string(),
  officialName: z.string(),
  officialRole: z.string(),
  what: z.enum(actedWhats),
  path: z.string(),
  way: z.enum(actedWays),
  reason: z.string(),
  at: z.date(),
  dispute: z.string(),
  disputedAt: z.date().nullable(),
  answer: z.string(),
  answeredAt: z.date().nullable(),
  answeredName: z.string(),
  version: z.int(),
  state: z.enum(actedStates),
  moves: z.array(z.enum(actedMoves)),
});
const ofActedFor = z.object({ actedForId: z.string() });
const said = z.object({ id: z.string(), version: z.int() });

/** What an official did for a customer: seen by both, disputed by one, answered by the other. */
export const actingApi: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/acted-for',
    roles: ['customer'],
    summary: 'What was done for me while I was on the telephone or at the desk, by whom and why',
    answer: z.array(actedFor),
    call: ({ run }) => run((work) => readDoneForMe(work), undefined),
  }),
  apiRoute({
    method: 'GET',
    url: '/acted-for/:actedForId',
    roles: ['customer', 'adviser'],
    summary: 'One thing done for a customer',
    params: ofActedFor,
    answer: actedFor,
    call: ({ run, params }) => run(readActedFor, params),
  }),
  apiRoute({
    method: 'POST',
    url: '/acted-for/:actedForId/dispute',
    roles: ['customer'],
    summary: 'Say that it is not so; my adviser answers. 409 when I have said it before',
    isVersioned: true,
    params: ofActedFor,
    body: wordInput,
    answer: said,
    example: { word: 'En sanonut näin.' },
    call: ({ run, params, body, version }) => run(disputeActed, { ...params, ...body, version }),
  }),
  apiRoute({
    method: 'POST',
    url: '/acted-for/:actedForId/answer',
    roles: ['adviser'],
    summary: 'Answer a customer who said that it is not so; 409 where nothing waits for an answer',
    isVersioned: true,
    params: ofActedFor,
    body: wordInput,
    answer: said,
    example: { word: 'Korjasin sen.' },
    call: ({ run, params, body, version }) => run(answerDispute, { ...params, ...body, version }),
  }),
];
