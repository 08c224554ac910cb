import { z } from 'zod';
import { professionalKinds, roles } from '../actor.ts';
import { type ApiRoute, apiRoute } from '../http/api.ts';
import { noticeAbouts } from './kinds.ts';
import { listLetters, sayPosted } from './letters.ts';
import { chooseReach, reachChoices, readOwnReach } from './own-reach.ts';
import { codeInput, confirmPhone, phoneInput, removePhone, setPhone } from './phone.ts';
import { noticesInput, readCustomerNotices, readOwnNotices } from './read-notices.ts';
import { noticeChannels, noticeStates, paces } from './rules.ts';
import { reachTroubles } from './ways.ts';

const versioned = z.object({ version: z.int() });
const trouble = z.enum(reachTroubles).nullable();
const choice = z.object({
  about: z.enum(noticeAbouts),
  byMail: z.boolean(),
  bySms: z.boolean(),
  pace: z.enum(paces),
});
const line = z.object({
  id: z.string(),
  kind: z.string(),
  about: z.string(),
  channel: z.enum(noticeChannels),
  state: z.enum(noticeStates),
  madeAt: z.date(),
  dueAt: z.date(),
  atLast: z.date().nullable(),
});

const ownRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/reach',
    roles,
    summary:
      'How I am reached: address, telephone, what I want to hear of and how, quiet hours; trouble: why nothing arrives',
    answer: z.object({
      email: z.string().nullable(),
      number: z.string().nullable(),
      isConfirmed: z.boolean(),
      isCodeOpen: z.boolean(),
      canText: z.boolean(),
      isSilent: z.boolean(),
      trouble,
      choices: z.array(choice),
      quiet: z.object({ from: z.int(), until: z.int(), alsoMail: z.boolean(), isOwn: z.boolean() }),
      version: z.int(),
    }),
    call: ({ run }) => run((work) => readOwnReach(work), undefined),
  }),
  apiRoute({
    method: 'PUT',
    url: '/reach',
    roles,
    summary:
      'Choose what to hear of, by which ways, at once or once a day, and the local hours of quiet; what is owed comes anyway',
    isVersioned: true,
    body: reachChoices,
    answer: versioned,
    example: {
      choices: [{ about: 'messages', byMail: true, bySms: false, pace: 'daily' }],
      quietFrom: 20,
      quietUntil: 8,
      quietMail: false,
    },
    call: ({ run, body, version }) => run(chooseReach, { ...body, version }),
  }),
  apiRoute({
    method: 'PUT',
    url: '/reach/phone',
    roles,
    summary: 'Give a mobile number: a code is sent to it, and it is used once the code has come back',
    isVersioned: true,
    body: phoneInput,
    answer: versioned,
    example: { number: '040 123 4567' },
    call: ({ run, body, version, outside, session }) =>
      run(setPhone, {
        ...body,
        version,
        say: (code) => outside.say(session.actor?.language ?? 'fi', 'sms.code', { code }),
      }),
  }),
  apiRoute({
    method: 'POST',
    url: '/reach/phone/confirmation',
    roles,
    summary: 'Answer with the code that came; a wrong one is counted, and after some a new one is needed',
    body: codeInput,
    answer: z.object({ outcome: z.enum(['confirmed', 'wrong', 'over']), left: z.int().optional() }),
    example: { code: '123456' },
    call: ({ run, body }) => run(confirmPhone, body),
  }),
  apiRoute({
    method: 'DELETE',
    url: '/reach/phone',
    roles,
    summary: 'Forget my number',
    isVersioned: true,
    answer: versioned,
    call: ({ run, version }) => run(removePhone, { version }),
  }),
  apiRoute({
    method: 'GET',
    url: '/notices',
    roles,
    summary:
      'What I have been told, newest first, by which way and whether it arrived; before: the id of the last one read',
    query: noticesInput,
    answer: z.object({
      notices: z.array(line.extend({ subject: z.string(), path: z.string() })),
      hasMore: z.boolean(),
    }),
    call: ({ run, query }) => run(readOwnNotices, query),
  }),
];

const coordinator = ['coordinator'] as const;

const letterRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/letters',
    roles: coordinator,
    summary:
      'Letters to post to customers who have no other way, the oldest first, 25 a page; where they live is in the register',
    query: z.object({ page: z.coerce.number().int().min(1).max(10_000).default(1) }),
    answer: z.object({
      letters: z.array(
        z.object({
          id: z.string(),
          customerId: z.string(),
          name: z.string(),
          language: z.string(),
          subject: z.string(),
          body: z.string(),
          madeAt: z.date(),
        }),
      ),
      page: z.int(),
      hasMore: z.boolean(),
    }),
    call: ({ run, query }) => run(listLetters, query),
  }),
  apiRoute({
    method: 'POST',
    url: '/letters/:letterId/posted',
    roles: coordinator,
    summary: 'Say that a letter has been posted; 409 when that has been said before',
    params: z.object({ letterId: z.string() }),
    answer: z.object({ posted: z.int() }),
    call: ({ run, params }) => run(sayPosted, { letterIds: [params.letterId] }),
  }),
];

/** Reaching people: each their own ways and log; a customer's log for who looks after them. */
export const reachApi: readonly ApiRoute[] = [
  ...ownRoutes,
  ...letterRoutes,
  apiRoute({
    method: 'GET',
    url: '/customers/:customerId/notices',
    roles: professionalKinds,
    summary: 'Whether what is sent to a customer arrives: kind, way and state, not what it said',
    params: z.object({ customerId: z.string() }),
    query: noticesInput,
    answer: z.object({
      customer: z.object({ id: z.string(), name: z.string() }),
      trouble,
      notices: z.array(line),
      hasMore: z.boolean(),
    }),
    call: ({ run, params, query }) => run(readCustomerNotices, { ...params, ...query }),
  }),
];
