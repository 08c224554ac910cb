import { z } from 'zod';
import { roles } from '../kernel/actor.ts';
import { addDays, isDay } from '../kernel/clock.ts';
import { dataClasses, dataGrounds } from '../kernel/data-map.ts';
import { type ApiRoute, apiRoute } from '../kernel/http/api.ts';
import { protectionKinds } from '../kernel/protection.ts';
import { words } from '../kernel/words.ts';
import { findAccounts, readBreach } from './breach/read-breach.ts';
import {
  answerCorrection,
  correctionAnswerInput,
  listCorrections,
  readCorrection,
} from './correct/answer-correction.ts';
import { askCorrection, correctionInput, readMyCorrections, withdrawCorrection } from './correct/ask-correction.ts';
import { correctionStates } from './correct/rules.ts';
import { askErasure, readErasure, takeBackErasure } from './erase/ask-erasure.ts';
import { endProtection, protectCustomer, protectionInput, readProtection } from './protect/protect-customer.ts';
import { readMyDataShape, takeMyData } from './read-my-data.ts';
import { readRestrictions, restrictionInput, setRestriction } from './restrict/set-restriction.ts';
import { decideTerm, termInput } from './retention/decide-term.ts';
import { readRetention } from './retention/read-retention.ts';
import { exportFormat, schemaOf, toDocument } from './take-along.ts';

const customer = ['customer'] as const;
const answering = ['adviser', 'coordinator', 'manager'] as const;
const administrator = ['administrator'] as const;
const ofCorrection = z.object({ correctionId: z.uuid() });
const ofCustomer = z.object({ customerId: z.uuid() });
const dataClass = z.enum(dataClasses);

const myDataRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/my-data',
    roles,
    summary: 'Everything kept about me in this city, and who has looked; described by /my-data/schema',
    answer: z.object({
      format: z.literal(exportFormat),
      version: z.int(),
      city: z.string(),
      name: z.string(),
      madeAt: z.string(),
      data: z.record(
        z.string(),
        z.object({
          class: dataClass,
          ground: z.enum(dataGrounds),
          rows: z.array(z.record(z.string(), z.unknown())),
        }),
      ),
    }),
    call: async ({ run }) => toDocument(await run((work) => takeMyData(work), undefined)),
  }),
  apiRoute({
    method: 'GET',
    url: '/my-data/schema',
    roles,
    summary: 'JSON Schema (2020-12) of /my-data',
    answer: z.record(z.string(), z.unknown()),
    call: async ({ run }) => schemaOf(await run((work) => readMyDataShape(work), undefined)),
  }),
];

const correction = z.object({
  id: z.string(),
  customerId: z.string(),
  customerName: z.string(),
  about: dataClass,
  words: z.string(),
  askedAt: z.date(),
  dueOn: z.string(),
  state: z.enum(correctionStates),
  answer: z.string(),
  answeredAt: z.date().nullable(),
  answeredName: z.string(),
  answeredRole: z.string(),
  version: z.int(),
});

const correctionRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/my-corrections',
    roles: customer,
    summary: 'What I have asked to be corrected, those that wait first',
    answer: z.array(correction),
    call: ({ run }) => run((work) => readMyCorrections(work), undefined),
  }),
  apiRoute({
    method: 'POST',
    url: '/my-corrections',
    roles: customer,
    summary: 'Ask for something about me to be corrected; a person answers by the day told. 429 when ten wait already',
    body: correctionInput,
    answer: z.object({ correctionId: z.string(), dueOn: z.string() }),
    example: { about: 'plan', words: 'Tavoitteeni on kirjattu väärin: haluan tehdä osa-aikatyötä.' },
    call: ({ run, body }) => run(askCorrection, body),
  }),
  apiRoute({
    method: 'POST',
    url: '/corrections/:correctionId/withdrawal',
    roles: customer,
    summary: 'Take a request back while it waits',
    params: ofCorrection,
    answer: z.object({ correctionId: z.string() }),
    call: ({ run, params }) => run(withdrawCorrection, params),
  }),
  apiRoute({
    method: 'GET',
    url: '/corrections',
    roles: answering,
    summary: 'Requests that are mine to answer, those due first, 25 at a time',
    query: z.object({ page: z.coerce.number().int().min(1).max(1000).default(1) }),
    answer: z.object({ corrections: z.array(correction), page: z.int(), hasMore: z.boolean() }),
    call: ({ run, query }) => run(listCorrections, query),
  }),
  apiRoute({
    method: 'GET',
    url: '/corrections/:correctionId',
    roles: [...customer, ...answering],
    summary: 'One request',
    params: ofCorrection,
    answer: correction,
    call: ({ run, params }) => run(readCorrection, params),
  }),
  apiRoute({
    method: 'PUT',
    url: '/corrections/:correctionId/answer',
    roles: answering,
    summary: 'Say whether it was corrected, and a word; once',
    isVersioned: true,
    params: ofCorrection,
    body: correctionAnswerInput,
    answer: z.object({ correctionId: z.string(), version: z.int() }),
    example: { isDone: true, answer: 'Korjasin sen, kuten pyysit.' },
    call: ({ run, params, body, version }) => run(answerCorrection, { ...params, ...body, version }),
  }),
];

const past = z.object({ word: z.string(), madeAt: z.date(), endedAt: z.date().nullable() });

const ownRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/restriction',
    roles: customer,
    summary: 'Whether I have restricted how my data is used, and earlier times',
    answer: z.object({ now: past.nullable(), past: z.array(past) }),
    call: ({ run }) => run((work) => readRestrictions(work), undefined),
  }),
  apiRoute({
    method: 'PUT',
    url: '/restriction',
    roles: customer,
    summary:
      'Restrict it, or end that: while it holds, writes about me by others answer 423, and nothing of mine is matched or counted',
    body: restrictionInput,
    answer: z.object({ isMade: z.boolean() }),
    example: { isMade: true, word: 'Tiedoissani on virhe.' },
    call: ({ run, body }) => run(setRestriction, body),
  }),
  apiRoute({
    method: 'GET',
    url: '/erasure',
    roles: customer,
    summary:
      'What erasing me would do, kind by kind, what is kept on what ground until when; and whether I have asked for it',
    answer: z.object({
      open: z.object({ askedAt: z.date(), dueOn: z.string() }).nullable(),
      days: z.int(),
      source: z.string(),
      dueOn: z.string(),
      lines: z.array(
        z.object({
          class: dataClass,
          fate: z.enum(['deleted', 'emptied', 'kept']),
          tables: z.array(z.string()),
          ground: z.enum(dataGrounds).nullable(),
          goneOn: z.string().nullable(),
        }),
      ),
    }),
    call: ({ run }) => run((work) => readErasure(work), undefined),
  }),
  apiRoute({
    method: 'POST',
    url: '/erasure',
    roles: customer,
    summary: 'Ask to be erased on the day told; until then DELETE takes it back. 409 when it was asked already',
    answer: z.object({ dueOn: z.string() }),
    call: ({ run }) => run((work) => askErasure(work), undefined),
  }),
  apiRoute({
    method: 'DELETE',
    url: '/erasure',
    roles: customer,
    summary: 'Take it back; 409 when there is nothing to take back',
    answer: z.object({}),
    call: ({ run }) => run((work) => takeBackErasure(work), undefined),
  }),
];

const day = z
  .string()
  .refine((text) => text === '' || isDay(text), 'form.day')
  .default('');

const administratorRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/retention',
    roles: administrator,
    summary: 'How long what is kept, what would go today, and what has gone',
    answer: z.object({
      lines: z.array(
        z.object({
          table: z.string(),
          as: z.string(),
          class: dataClass,
          why: z.enum(['age', 'gone']),
          term: z.string(),
          days: z.int(),
          source: z.string(),
          isOurs: z.boolean(),
          count: z.int(),
          examples: z.array(z.date()),
        }),
      ),
      runs: z.array(
        z.object({
          tableName: z.string(),
          at: z.date(),
          gone: z.int(),
          days: z.int().nullable(),
          source: z.string(),
        }),
      ),
    }),
    call: ({ run }) => run((work) => readRetention(work), undefined),
  }),
  apiRoute({
    method: 'PUT',
    url: '/retention',
    roles: administrator,
    summary: 'Decide how many days something is kept, from a day on, with where that stands',
    body: termInput,
    answer: z.object({ name: z.string() }),
    example: { name: 'keepMailDays', fromOn: '2030-01-01', value: 365, source: 'Tiedonhallintasuunnitelma 12/2029' },
    call: ({ run, body }) => run(decideTerm, body),
  }),
  apiRoute({
    method: 'GET',
    url: '/breach',
    roles: administrator,
    summary:
      'Whose data an account has looked at, exported or changed in a period: exactly, out of the use log; a month where no days are given',
    query: z.object({ account: z.string().max(100).default(''), from: day, until: day }),
    answer: z.object({
      accountId: z.string(),
      fromOn: z.string(),
      untilOn: z.string(),
      names: z.array(z.string()),
      people: z.array(
        z.object({
          customerId: z.string(),
          name: z.string(),
          looked: z.int(),
          exported: z.int(),
          changed: z.int(),
          firstAt: z.date(),
          lastAt: z.date(),
          sections: z.array(z.string()),
        }),
      ),
      refused: z.int(),
    }),
    call: ({ run, query: { account, from, until } }) =>
      run(
        (work) =>
          readBreach(work, {
            accountId: account,
            fromOn: from || addDays(until || work.today, -30),
            untilOn: until || work.today,
          }),
        undefined,
      ),
  }),
  apiRoute({
    method: 'GET',
    url: '/breach/accounts',
    roles: administrator,
    summary: 'Accounts by part of a name: people who act for the city or a business',
    query: z.object({ name: words(200, { least: 0 }).default('') }),
    answer: z.array(z.object({ accountId: z.string(), name: z.string(), roles: z.array(z.string()) })),
    call: ({ run, query }) => run(findAccounts, query),
  }),
];

const protection = z.object({
  id: z.string(),
  kind: z.enum(protectionKinds),
  ground: z.string(),
  untilOn: z.string().nullable(),
  setAt: z.date(),
  setName: z.string(),
  readers: z.array(z.object({ personId: z.string(), name: z.string() })),
});

const protectionRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/customers/:customerId/protection',
    roles: ['adviser', 'administrator'],
    summary: "Whether a customer's address, or their whole identity, is kept from others, and who may see",
    params: ofCustomer,
    answer: z.object({ customerId: z.string(), protection: protection.nullable(), canChange: z.boolean() }),
    call: ({ run, params }) => run(readProtection, params),
  }),
  apiRoute({
    method: 'PUT',
    url: '/customers/:customerId/protection',
    roles: ['adviser', 'administrator'],
    summary: 'Protect a customer, with the ground and the few who may see; works at once',
    params: ofCustomer,
    body: protectionInput,
    answer: z.object({ protectionId: z.string() }),
    example: {
      kind: 'nonDisclosure',
      ground: 'Digi- ja väestötietoviraston päätös 2.3.2026',
      untilOn: null,
      readerIds: [],
    },
    call: ({ run, params, body }) => run(protectCustomer, { ...params, ...body }),
  }),
  apiRoute({
    method: 'DELETE',
    url: '/customers/:customerId/protection',
    roles: ['adviser', 'administrator'],
    summary: 'End the protection; 409 when there is none',
    params: ofCustomer,
    answer: z.object({}),
    call: ({ run, params }) => run(endProtection, params),
  }),
];

/** People's rights over what is held about them, and what the city owes for it. */
export const rightsApi: readonly ApiRoute[] = [
  ...myDataRoutes,
  ...correctionRoutes,
  ...ownRoutes,
  ...administratorRoutes,
  ...protectionRoutes,
];
