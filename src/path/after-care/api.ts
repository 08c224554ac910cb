import { z } from 'zod';
import { type ApiRoute, apiRoute } from '../../kernel/http/api.ts';
import { afterCareInput, answerAfterCare } from './answer-after-care.ts';
import { afterCareForCustomerBody, answerAfterCareForCustomer } from './answer-for-customer.ts';
import { readAfterCare, readQuestion } from './read-after-care.ts';
import { seeAfterCare } from './see-after-care.ts';
import { afterCareAnswers, afterCareRounds } from './tables.ts';

const ofQuestion = z.object({ afterCareId: z.uuid() });
const writtenShape = z.object({ id: z.string(), version: z.int() });

const questionShape = z.object({
  id: z.string(),
  customerId: z.string(),
  which: z.enum(afterCareRounds),
  months: z.int(),
  askedAt: z.date(),
  answerUntil: z.string(),
  answer: z.enum(afterCareAnswers).nullable(),
  words: z.string(),
  answeredAt: z.date().nullable(),
  seenName: z.string(),
  seenAt: z.date().nullable(),
  version: z.int(),
});

/** After-care in the API. */
export const afterCareApi: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/after-care',
    roles: ['customer'],
    summary: 'How it is going: what I was asked after work began, and what I answered',
    answer: z.array(questionShape),
    call: ({ run }) => run(readAfterCare, { customerId: null }),
  }),
  apiRoute({
    method: 'GET',
    url: '/customers/:customerId/after-care',
    roles: ['adviser'],
    summary: 'The same of a customer',
    params: z.object({ customerId: z.uuid() }),
    answer: z.array(questionShape),
    call: ({ run, params }) => run(readAfterCare, params),
  }),
  apiRoute({
    method: 'GET',
    url: '/after-care/:afterCareId',
    roles: ['customer', 'adviser'],
    summary: 'One question of after-care with its answer',
    params: ofQuestion,
    answer: z.object({ question: questionShape, name: z.string() }),
    call: ({ run, params }) => run(readQuestion, params),
  }),
  apiRoute({
    method: 'POST',
    url: '/after-care/:afterCareId/answer',
    roles: ['customer'],
    summary: 'Say how it is going, in words too if I like; or skip the question',
    isVersioned: true,
    params: ofQuestion,
    body: afterCareInput,
    answer: writtenShape,
    example: { answer: 'well', words: 'Porukka on mukava. Aamut ovat vielä raskaita.' },
    call: ({ run, params, body, version }) => run(answerAfterCare, { ...params, version, ...body }),
  }),
  apiRoute({
    method: 'POST',
    url: '/after-care/:afterCareId/for-customer',
    roles: ['adviser'],
    summary: 'Say for a customer how it is going, in their words, with why they did not; told to them at once',
    isVersioned: true,
    params: ofQuestion,
    body: afterCareForCustomerBody,
    answer: writtenShape,
    example: { answer: 'mixed', words: 'Aamut ovat raskaita.', way: 'phone', reason: 'Kysyin, kun hän soitti' },
    call: ({ run, params, body, version }) => run(answerAfterCareForCustomer, { ...params, version, ...body }),
  }),
  apiRoute({
    method: 'POST',
    url: '/after-care/:afterCareId/seen',
    roles: ['adviser'],
    summary: 'Say that I have read the answer; the customer sees it',
    isVersioned: true,
    params: ofQuestion,
    answer: writtenShape,
    call: ({ run, params, version }) => run(seeAfterCare, { ...params, version }),
  }),
];
