import { z } from 'zod';
import { type ApiRoute, apiRoute } from '../../kernel/http/api.ts';
import { readAudience, readCustomerProfile, type StandingAudience, shareWith } from './audience-share.ts';
import { shownInput } from './choose-shown.ts';
import { type Part, readItemAudiences, showItem, showItemInput } from './item-audiences.ts';
import { endLink, linkInput, makeLink, readLink, readLinkShown, readLinks, shareByLink } from './links.ts';
import { choiceExperience, seen } from './shapes.ts';
import { audiences, shareKinds } from './tables.ts';

const customer = ['customer'] as const;
const kind = z.enum(shareKinds);
const version = z.object({ version: z.number() });

const audience = z.object({
  choices: z.array(
    z.object({
      key: z.string(),
      kind,
      item: z.string(),
      label: z.string(),
      isHidden: z.boolean(),
      isShown: z.boolean(),
      experience: choiceExperience,
    }),
  ),
  newOnes: z.array(kind),
  version: z.number(),
  seen,
});

const link = z.object({
  id: z.string(),
  name: z.string(),
  nameShown: z.enum(['fullName', 'firstName']),
  untilOn: z.string(),
  createdAt: z.date(),
  openings: z.number(),
  openedAt: z.date().nullable(),
  state: z.enum(['open', 'ended', 'past']),
});
const linkParams = z.object({ profileLinkId: z.string() });

const example = { items: [], newOnes: ['knowHow'] };

const standing = (who: StandingAudience, says: { read: string; write: string }): readonly ApiRoute[] => [
  apiRoute({
    method: 'GET',
    url: `/profile/${who}`,
    roles: customer,
    summary: says.read,
    answer: audience.extend({ isConsented: z.boolean() }),
    call: ({ run }) => run(readAudience, who),
  }),
  apiRoute({
    method: 'PUT',
    url: `/profile/${who}`,
    roles: customer,
    summary: says.write,
    isVersioned: true,
    body: shownInput,
    answer: version,
    example,
    call: ({ run, body, version: before }) => run(shareWith, { ...body, audience: who, version: before }),
  }),
];

const linkRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/profile/links',
    roles: customer,
    summary: 'My links by which anyone may see what I chose, the latest made first',
    answer: z.array(link),
    call: ({ run }) => run((work) => readLinks(work), undefined),
  }),
  apiRoute({
    method: 'POST',
    url: '/profile/links',
    roles: customer,
    summary:
      'Make a link by which anyone may see chosen things until a day, at most a year ahead; 30 days where none is named',
    body: linkInput,
    answer: z.object({ id: z.string() }),
    example: { name: 'Leipomo', nameShown: 'firstName', ...example },
    call: ({ run, body }) => run(makeLink, body),
  }),
  apiRoute({
    method: 'GET',
    url: '/profile/links/:profileLinkId',
    roles: customer,
    summary: 'One link of mine; its address is /shared/ and the secret, null once it no longer opens',
    params: linkParams,
    answer: link.extend({ secret: z.string().nullable() }),
    call: ({ run, params }) => run(readLink, params.profileLinkId),
  }),
  apiRoute({
    method: 'GET',
    url: '/profile/links/:profileLinkId/shown',
    roles: customer,
    summary: 'What a link of mine shows, what it could, and how whoever opens it sees me',
    params: linkParams,
    answer: audience,
    call: ({ run, params }) => run(readLinkShown, params.profileLinkId),
  }),
  apiRoute({
    method: 'PUT',
    url: '/profile/links/:profileLinkId/shown',
    roles: customer,
    summary: 'Choose anew what an open link shows',
    isVersioned: true,
    params: linkParams,
    body: shownInput,
    answer: version,
    example,
    call: ({ run, params, body, version: before }) =>
      run(shareByLink, { ...body, linkId: params.profileLinkId, version: before }),
  }),
  apiRoute({
    method: 'DELETE',
    url: '/profile/links/:profileLinkId',
    roles: customer,
    summary: 'End a link at once and for good',
    params: linkParams,
    answer: z.object({}),
    call: ({ run, params }) => run(endLink, params.profileLinkId),
  }),
];

const itemAudiences = z.array(
  z.object({
    audience: z.enum(audiences),
    linkId: z.string().nullable(),
    name: z.string().nullable(),
    isShown: z.boolean(),
    isConsented: z.boolean(),
    isHidden: z.boolean(),
    canShow: z.boolean(),
  }),
);

/** Of one kind of part: its path, what its id is called there, and what it is in words. */
const of = (kind: Part['kind'], path: string, { name, what }: { name: string; what: string }): readonly ApiRoute[] => {
  const url = `/${path}/:${name}/audiences`;
  const params = z.object({ [name]: z.string() });
  const partOf = (named: z.output<typeof params>): Part => ({ kind, id: named[name] ?? '' });
  return [
    apiRoute({
      method: 'GET',
      url,
      roles: customer,
      summary: `How ${what} of mine stands with my adviser, with businesses and with each open link`,
      params,
      answer: itemAudiences,
      call: ({ run, params: named }) => run(readItemAudiences, partOf(named)),
    }),
    apiRoute({
      method: 'PUT',
      url,
      roles: customer,
      summary: `Show ${what} to one audience or hide it from it; what is hidden from businesses goes from cards given before`,
      params,
      body: showItemInput,
      answer: z.object({}),
      example: { audience: 'adviser', isShown: false },
      call: async ({ run, params: named, body }) => {
        await run(showItem, { ...body, ...partOf(named) });
        return {};
      },
    }),
  ];
};

const itemRoutes: readonly ApiRoute[] = [
  ...of('knowHow', 'know-how', { name: 'knowHowId', what: 'a skill' }),
  ...of('experience', 'experiences', { name: 'experienceId', what: 'an experience' }),
  ...of('language', 'languages', { name: 'languageSkillId', what: 'a language' }),
  ...of('licence', 'licences', { name: 'licenceId', what: 'a licence' }),
];

/** Who is shown what of a profile: the adviser, businesses after a yes, and whoever has a link. */
export const shareApi: readonly ApiRoute[] = [
  ...standing('adviser', {
    read: 'What of my profile my adviser is shown, what they could be, and how they see it',
    write:
      'Choose what my adviser is shown, as kind:item; the consent adviserKnowHow is needed too. If-Match "0" before the first choice',
  }),
  ...standing('business', {
    read: 'What I would give a business with a yes, what I could, and how it would see it',
    write:
      'Choose what is ticked beforehand when I say yes to a business, as kind:item. If-Match "0" before the first choice',
  }),
  ...linkRoutes,
  ...itemRoutes,
  apiRoute({
    method: 'GET',
    url: '/customers/:customerId/profile',
    roles: ['adviser'],
    summary: 'What a customer of my caseload shows me of their profile, when they agree to it',
    params: z.object({ customerId: z.string() }),
    answer: z.object({ isShared: z.boolean(), name: z.string(), seen: seen.nullable() }),
    call: ({ run, params }) => run(readCustomerProfile, params.customerId),
  }),
];
