import { z } from 'zod';
import { type ApiRoute, apiRoute } from '../../kernel/http/api.ts';
import { planKinds } from '../kinds/tables.ts';
import { caseloadFilters } from './filters.ts';
import { endStandIns, handAllOver, handOver, readAdvisers } from './hand-over.ts';
import { handAllOverInput, handOverInput } from './hand-over-input.ts';
import { forgetLook, lookInput, nameLook, readLooks } from './looks.ts';
import { readCaseload, readCaseloadInput } from './read-caseload.ts';

const count = z.int();
const handedShape = z.object({ given: count, left: count });
const noId = '019a0000-0000-7000-8000-000000000000';

const handOverApi: readonly ApiRoute[] = [
  apiRoute({
    method: 'POST',
    url: '/caseload/hand-overs',
    roles: ['adviser'],
    summary: 'Hand customers of my own to another adviser, or have a colleague stand in for the days I am away',
    body: handOverInput,
    answer: handedShape,
    example: { way: 'standIn', toId: noId, fromOn: '2030-06-01', untilOn: '2030-06-30', customerIds: [noId] },
    call: ({ run, body }) => run(handOver, body),
  }),
  apiRoute({
    method: 'POST',
    url: '/caseload/return',
    roles: ['adviser'],
    summary: 'I am back: nobody stands in for me any more',
    answer: z.object({ ended: count }),
    call: ({ run }) => run(endStandIns, undefined),
  }),
  apiRoute({
    method: 'GET',
    url: '/advisers',
    roles: ['coordinator', 'manager'],
    summary: "The city's advisers of today and how many customers each has",
    answer: z.array(z.object({ id: z.string(), name: z.string(), customers: count })),
    call: ({ run }) => run(readAdvisers, undefined),
  }),
  apiRoute({
    method: 'POST',
    url: '/advisers/hand-overs',
    roles: ['coordinator', 'manager'],
    summary: 'Hand all customers of one adviser to another, or have one stand in for days',
    body: handAllOverInput,
    answer: handedShape,
    example: { way: 'standIn', fromId: noId, toId: noId, fromOn: '2030-06-01', untilOn: '2030-06-30' },
    call: ({ run, body }) => run(handAllOver, body),
  }),
];

export const caseloadShape = z.object({
  customers: z.array(
    z.object({
      customerId: z.string(),
      name: z.string(),
      area: z.string(),
      sinceOn: z.string(),
      waitsForUs: count,
      waitsForCustomer: count,
      agreed: count,
      stepDueOn: z.string().nullable(),
      talkDueOn: z.string().nullable(),
      meetsAt: z.date().nullable(),
      meetsToday: z.boolean(),
      touchedAt: z.date().nullable(),
      isRestricted: z.boolean(),
      cannotBeReached: z.boolean(),
      isStandIn: z.boolean(),
      standsInFor: z.string().nullable(),
      standInName: z.string().nullable(),
      standInUntil: z.string().nullable(),
      keptSkills: count.nullable(),
      latestYes: z
        .object({ challengeId: z.string(), title: z.string(), businessName: z.string(), answeredAt: z.date() })
        .nullable(),
      note: z.object({ id: z.string(), text: z.string(), isShown: z.boolean() }).nullable(),
      jointPlan: z.object({ kind: z.enum(planKinds), waitsForMe: z.boolean() }).nullable(),
    }),
  ),
  found: count,
  all: count,
  counts: z.record(z.enum(caseloadFilters), count),
  newDays: count,
  untouchedDays: count,
  talkSoonDays: count,
  latelyDays: count,
  next: z.string().nullable(),
  previous: z.string().nullable(),
});

/** The adviser's desk. */
export const caseloadApi: readonly ApiRoute[] = [
  ...handOverApi,
  apiRoute({
    method: 'GET',
    url: '/caseload',
    roles: ['adviser'],
    summary: 'My customers by filters, a part of a name and any column, 25 a page; ask on with `after` and `before`',
    query: readCaseloadInput,
    answer: caseloadShape,
    call: ({ run, query }) => run(readCaseload, query),
  }),
  apiRoute({
    method: 'GET',
    url: '/caseload/looks',
    roles: ['adviser'],
    summary: 'The filters, order and columns I have named; `query` as it stands in the address of the page',
    answer: z.array(z.object({ id: z.string(), name: z.string(), query: z.string() })),
    call: async ({ run }) => (await run(readLooks, undefined)).named,
  }),
  apiRoute({
    method: 'POST',
    url: '/caseload/looks',
    roles: ['adviser'],
    summary: 'Keep filters, order and columns under a name; the same name again replaces them',
    body: lookInput,
    answer: z.object({ id: z.string(), query: z.string() }),
    example: {
      name: 'Maanantain kierros',
      show: ['waitsForUs', 'overdue'],
      sort: 'touched',
      columns: ['area', 'waits'],
    },
    call: ({ run, body }) => run(nameLook, body),
  }),
  apiRoute({
    method: 'DELETE',
    url: '/caseload/looks/:caseloadLookId',
    roles: ['adviser'],
    summary: 'Forget filters I have named',
    params: z.object({ caseloadLookId: z.uuid() }),
    answer: z.object({}),
    call: async ({ run, params }) => {
      await run(forgetLook, { lookId: params.caseloadLookId });
      return {};
    },
  }),
];
