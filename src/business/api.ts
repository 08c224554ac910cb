import { z } from 'zod';
import { type ApiRoute, apiRoute } from '../kernel/http/api.ts';
import { languages } from '../kernel/languages.ts';
import { hours } from '../kernel/tables.ts';
import { levels } from '../know-how/index.ts';
import { bands, cardsFor, seenCard, teamsFor } from '../matching/index.ts';
import { sectionKeys, sectionsOnCards } from '../path/index.ts';
import { challengeChanges, changeChallenge } from './change-challenge.ts';
import { copyChallenge } from './copy-challenge.ts';
import { countPeopleFor } from './count-people.ts';
import { listBusinesses, listBusinessesInput } from './list-businesses.ts';
import { listChallenges, pageInput } from './list-challenges.ts';
import { listOpenChallenges } from './list-open-challenges.ts';
import { moveChallenge, moveInput } from './move-challenge.ts';
import { readBusiness } from './read-business.ts';
import { readChallenge } from './read-challenge.ts';
import { removeDraft } from './remove-draft.ts';
import { moveNames, standings } from './rules.ts';
import { needsInput, setNeeds } from './set-needs.ts';
import { writeChallenge, writeChallengeInput } from './write-challenge.ts';

const ours = ['businessContact'] as const;
const readers = ['businessContact', 'businessAdviser'] as const;
const params = z.object({ challengeId: z.uuid() });
const businessParams = z.object({ businessId: z.uuid() });

const saved = z.object({ challengeId: z.string(), version: z.number().int() });
const standing = z.enum(standings);
const span = z.object({ start: z.number().int(), end: z.number().int() });

const challengeLine = z.object({
  id: z.string(),
  title: z.string(),
  beginning: z.string(),
  standing,
  place: z.string(),
  untilOn: z.string(),
  version: z.number().int(),
  needCount: z.number().int(),
  yesCount: z.number().int(),
  unreadCount: z.number().int(),
});
const challengeLines = { challenges: z.array(challengeLine), page: z.number().int(), hasMore: z.boolean() };

const challenge = z.object({
  id: z.string(),
  businessId: z.string(),
  businessName: z.string(),
  title: z.string(),
  problem: z.string(),
  language: z.enum(languages),
  place: z.string(),
  hours: z.enum(hours),
  languages: z.array(z.string()),
  untilOn: z.string(),
  standing,
  version: z.number().int(),
  createdAt: z.date(),
  publishedAt: z.date().nullable(),
  needs: z.array(
    z.object({
      skillId: z.number().int(),
      label: z.string(),
      weight: z.number().int(),
      isMust: z.boolean(),
      level: z.literal(levels).nullable(),
      because: z.array(span),
    }),
  ),
  moves: z.array(z.enum(moveNames)),
  missing: z.array(z.enum(['title', 'problem', 'needs', 'untilOn'])),
});

const band = z.enum(bands);
const label = z.object({ skillId: z.number().int(), label: z.string() });
const business = z.object({
  id: z.string(),
  name: z.string(),
  businessCode: z.string(),
  area: z.string(),
  about: z.string(),
  createdAt: z.date(),
  contacts: z.array(z.string()),
  ...challengeLines,
});

const businessLine = z.object({
  id: z.string(),
  name: z.string(),
  businessCode: z.string(),
  area: z.string(),
  openCount: z.number().int(),
  yesCount: z.number().int(),
});

const challengeRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/challenges',
    roles: ours,
    summary: "My business's challenges with what waits on each, 25 a page",
    query: pageInput,
    answer: z.object(challengeLines),
    call: ({ run, query }) => run(listChallenges, query),
  }),
  apiRoute({
    method: 'POST',
    url: '/challenges',
    roles: ours,
    summary: 'Tell a problem; its needs are recognised from the words. A draft until it is published',
    body: writeChallengeInput,
    answer: saved,
    example: {
      problem: 'Tarvitsemme jonkun, joka osaa järjestää tapahtumia.',
      title: 'Lauantain jono',
      language: 'fi',
    },
    call: ({ run, body }) => run(writeChallenge, body),
  }),
  apiRoute({
    method: 'GET',
    url: '/challenges/:challengeId',
    roles: readers,
    summary: 'A challenge, its needs with the places of the words that caused them, and what can be done with it',
    params,
    answer: challenge,
    call: ({ run, params: { challengeId } }) => run(readChallenge, { challengeId }),
  }),
  apiRoute({
    method: 'PATCH',
    url: '/challenges/:challengeId',
    roles: ours,
    summary: 'Change what is told; needs follow new words. A closed challenge answers 409',
    isVersioned: true,
    params,
    body: challengeChanges,
    answer: saved,
    example: { place: 'Martti, Turku' },
    call: ({ run, params: { challengeId }, body, version }) => run(changeChallenge, { ...body, challengeId, version }),
  }),
  apiRoute({
    method: 'DELETE',
    url: '/challenges/:challengeId',
    roles: ours,
    summary: 'Take a draft away. What customers have seen is closed instead (409)',
    isVersioned: true,
    params,
    answer: z.object({}),
    call: ({ run, params: { challengeId }, version }) => run(removeDraft, { challengeId, version }),
  }),
  apiRoute({
    method: 'PUT',
    url: '/challenges/:challengeId/needs',
    roles: ours,
    summary:
      'Put these needs in the place of the earlier ones; weight 1 a little, 2 quite, 3 very; level 1 to 4, null when it does not matter',
    isVersioned: true,
    params,
    body: needsInput,
    answer: saved,
    example: { needs: [{ skillId: 1, weight: 3, isMust: true, level: 3 }] },
    call: ({ run, params: { challengeId }, body, version }) => run(setNeeds, { ...body, challengeId, version }),
  }),
  apiRoute({
    method: 'POST',
    url: '/challenges/:challengeId/moves',
    roles: ours,
    summary: 'Publish, pause, go on or close',
    params,
    body: moveInput,
    answer: saved,
    example: { move: 'publish' },
    call: ({ run, params: { challengeId }, body }) => run(moveChallenge, { challengeId, ...body }),
  }),
  apiRoute({
    method: 'POST',
    url: '/challenges/:challengeId/copies',
    roles: ours,
    summary: 'Make a new draft of a closed challenge',
    params,
    answer: saved,
    call: ({ run, params: { challengeId } }) => run(copyChallenge, { challengeId }),
  }),
  apiRoute({
    method: 'GET',
    url: '/challenges/:challengeId/people',
    roles: readers,
    summary: 'How many consenting people could help: all needs together and each, in bands, never who',
    params,
    answer: z.object({
      all: band.nullable(),
      needs: z.array(z.object({ skillId: z.number().int(), band })),
      teams: z.object({ size: z.number().int(), band }).nullable(),
    }),
    call: ({ run, params: { challengeId } }) => run(countPeopleFor, { challengeId }),
  }),
  apiRoute({
    method: 'GET',
    url: '/challenges/:challengeId/teams',
    roles: ours,
    summary:
      'Of those who said yes, the fewest who together meet the needs, the most mixed first; `proposed` is null where no team is needed',
    params,
    answer: z.object({
      proposed: z
        .object({
          size: z.number().int(),
          teams: z.array(
            z.object({
              members: z.array(z.object({ answerId: z.string(), name: z.string(), brings: z.array(z.string()) })),
            }),
          ),
          open: z.array(z.string()),
        })
        .nullable(),
    }),
    call: async ({ run, params: { challengeId } }) => ({ proposed: await run(teamsFor, challengeId) }),
  }),
  apiRoute({
    method: 'GET',
    url: '/challenges/:challengeId/cards',
    roles: ours,
    summary: 'Who said yes, as they chose to be seen',
    params,
    answer: z.array(seenCard),
    call: ({ run, params: { challengeId } }) => run(cardsFor, challengeId),
  }),
  apiRoute({
    method: 'GET',
    url: '/challenges/:challengeId/cards/sections',
    roles: ours,
    summary: 'What they show of their plans on the cards, by the answer each card came with',
    params,
    answer: z.array(
      z.object({ answerId: z.string(), key: z.enum(sectionKeys).nullable(), title: z.string(), text: z.string() }),
    ),
    call: ({ run, params: { challengeId } }) => run(sectionsOnCards, { challengeId }),
  }),
];

const openChallenge = challenge
  .pick({
    id: true,
    businessName: true,
    title: true,
    problem: true,
    language: true,
    place: true,
    hours: true,
    untilOn: true,
  })
  .extend({ needs: z.array(label) });

const openRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/open-challenges',
    roles: ['adviser', 'socialWorker', 'coordinator', 'facilitator', 'serviceDesigner', 'manager'],
    summary: 'The challenges customers of the city see today, the newest first, 25 a page',
    query: pageInput,
    answer: z.object({ challenges: z.array(openChallenge), page: z.number().int(), hasMore: z.boolean() }),
    call: ({ run, query }) => run(listOpenChallenges, query),
  }),
];

const businessRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/businesses',
    roles: ['businessAdviser'],
    summary: "The city's businesses by name, 25 a page; `show=quiet` those without an open challenge",
    query: listBusinessesInput,
    answer: z.object({ businesses: z.array(businessLine), page: z.number().int(), hasMore: z.boolean() }),
    call: ({ run, query }) => run(listBusinesses, query),
  }),
  apiRoute({
    method: 'GET',
    url: '/businesses/:businessId',
    roles: readers,
    summary: 'A business with its contacts and challenges; drafts only for its own people',
    params: businessParams,
    query: pageInput,
    answer: business,
    call: ({ run, params: { businessId }, query }) => run(readBusiness, { businessId, ...query }),
  }),
];

export const businessApi: readonly ApiRoute[] = [...challengeRoutes, ...openRoutes, ...businessRoutes];
