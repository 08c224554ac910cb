import { z } from 'zod';
import { accountInput, readAccount, saveAccount } from './account.ts';
import { roles } from './actor.ts';
import { type ApiCall, type ApiRoute, apiRoute } from './http/api.ts';
import { type Door, joinAsCustomer, joinAsCustomerInput, readJoining } from './join-as-customer.ts';

const doorOf = ({ outside, requestId, cookies }: Pick<ApiCall, 'outside' | 'requestId' | 'cookies'>): Door => ({
  database: outside.database,
  cities: outside.cities,
  secrets: outside.services.secrets,
  now: outside.clock(),
  requestId,
  cookies,
});

const cityToJoin = z.object({
  id: z.string(),
  name: z.object({ fi: z.string(), sv: z.string(), en: z.string() }),
  isJoined: z.boolean(),
});

/** One's own account in the city one acts in, and joining another. */
export const accountApi: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/account',
    roles,
    summary: 'My name and address in this city; wantsNotices is null for who is no customer',
    answer: z.object({
      name: z.string(),
      email: z.string().nullable(),
      wantsNotices: z.boolean().nullable(),
      version: z.int(),
    }),
    call: ({ run }) => run((work) => readAccount(work), undefined),
  }),
  apiRoute({
    method: 'PUT',
    url: '/account',
    roles,
    summary: 'Change where I am written to, and whether; null for wantsNotices leaves it as it is',
    isVersioned: true,
    body: accountInput,
    answer: z.object({ version: z.int() }),
    example: { email: 'maija@example.invalid', wantsNotices: false },
    call: ({ run, body, version }) => run(saveAccount, { ...body, version }),
  }),
  apiRoute({
    method: 'GET',
    url: '/join',
    roles: 'signedIn',
    summary:
      'The cities, which of them I am a customer of, and the name and address I am known by; name null: it has to be told',
    answer: z.object({ name: z.string().nullable(), email: z.string().nullable(), cities: z.array(cityToJoin) }),
    call: ({ session, ...call }) => readJoining(doorOf(call), session),
  }),
  apiRoute({
    method: 'PUT',
    url: '/join',
    roles: 'signedIn',
    summary:
      'Become a customer of a city; done again it changes nothing. To act there, choose the role or take a new token',
    body: joinAsCustomerInput,
    answer: z.object({ cityId: z.string(), role: z.literal('customer') }),
    example: { cityId: 'espoo', email: null, language: 'fi' },
    call: ({ session, body, ...call }) => joinAsCustomer(doorOf(call), session, body),
  }),
];
