import { z } from 'zod';
import { accountApi } from './account-api.ts';
import { actingApi } from './acting/api.ts';
import { administrationApi } from './administration-api.ts';
import { consentKinds, readConsents, setConsent, setConsentInput } from './consent.ts';
import { type ApiRoute, apiRoute } from './http/api.ts';
import { reachApi } from './notices/api.ts';
import { readLookers } from './use-log.ts';

const consent = z.object({
  what: z.enum(consentKinds),
  givenAt: z.date().nullable(),
  untilOn: z.string().nullable(),
  party: z.string().nullable(),
});

/** The kernel's part of the API: one's account, consents, who has looked, and what an administrator does. */
export const kernelApi: readonly ApiRoute[] = [
  ...accountApi,
  ...administrationApi,
  ...reachApi,
  ...actingApi,
  apiRoute({
    method: 'GET',
    url: '/consents',
    roles: ['customer'],
    summary: 'My consents',
    answer: z.array(consent),
    call: ({ run }) => run((work) => readConsents(work), undefined),
  }),
  apiRoute({
    method: 'PUT',
    url: '/consents',
    roles: ['customer'],
    summary: 'Give or withdraw a consent; withdrawing works at once',
    body: setConsentInput,
    answer: z.object({}),
    example: { what: 'adviserKnowHow', isGiven: true, untilOn: null },
    call: ({ run, body }) => run(setConsent, body),
  }),
  apiRoute({
    method: 'GET',
    url: '/lookers',
    roles: ['customer'],
    summary: 'Who has looked at my data, newest first; before: the id of the last one read',
    query: z.object({ before: z.uuid().optional() }),
    answer: z.array(
      z.object({
        id: z.string(),
        at: z.date(),
        personName: z.string(),
        role: z.string(),
        section: z.string(),
        action: z.string(),
        why: z.string(),
        isMe: z.boolean(),
      }),
    ),
    call: ({ run, query }) => run(readLookers, query),
  }),
];
