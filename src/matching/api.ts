import { z } from 'zod';
import { type ApiRoute, apiRoute } from '../kernel/http/api.ts';
import { languages } from '../kernel/languages.ts';
import { hours } from '../kernel/tables.ts';
import { levels } from '../know-how/index.ts';
import { showAdverts } from './adverts/show-adverts.ts';
import { answerBody, answerMatch } from './answer-match.ts';
import { answerableApi } from './answerable/api.ts';
import { askPersonApi } from './ask-person/api.ts';
import { proposalPlaces } from './ask-person/tables.ts';
import { seenCard } from './card-shape.ts';
import { levelStates } from './levels.ts';
import { myAnswers, myAnswersInput } from './read-answers.ts';
import { lookInput, sayLooked } from './recommend/read-new.ts';
import { askForRun, readMatchingWork } from './recommend/runs.ts';
import { showMatch } from './show-match.ts';
import { showMatches } from './show-matches.ts';
import { showTogether } from './show-together.ts';
import { answers, namesShown } from './tables.ts';

const roles = ['customer'] as const;
const params = z.object({ challengeId: z.uuid() });

/** 1 begun, 2 with some help, 3 on my own, 4 I can guide others; null: not told, or not asked for. */
const level = z.literal(levels).nullable();

const part = z.object({
  skillId: z.int(),
  label: z.string(),
  weight: z.int(),
  isMust: z.boolean(),
  level,
  levelState: z.enum(levelStates).nullable(),
  state: z.enum(['met', 'partly', 'missing']),
  got: z.int(),
  outOf: z.int(),
  through: z
    .object({
      skillId: z.int(),
      knowHowId: z.string().nullable(),
      label: z.string(),
      fit: z.enum(['same', 'narrower', 'broader', 'related']),
      level,
      words: z.array(z.string()),
    })
    .nullable(),
});

const limit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hours'), fits: z.boolean(), hours: z.enum(hours), isTold: z.boolean() }),
  z.object({
    kind: z.literal('languages'),
    fits: z.boolean(),
    languages: z.array(z.string()),
    missing: z.array(z.string()),
    isTold: z.boolean(),
  }),
  z.object({ kind: z.literal('until'), fits: z.boolean(), untilOn: z.string() }),
  z.object({ kind: z.literal('place'), fits: z.literal(true), isAnywhere: z.literal(true) }),
]);

const card = z.object({
  name: z.string(),
  nameShown: z.enum(namesShown),
  intro: z.string(),
  skillIds: z.array(z.int()),
  experienceIds: z.array(z.string()).optional(),
  languageIds: z.array(z.string()).optional(),
  licenceIds: z.array(z.string()).optional(),
  showsVouching: z.boolean().optional(),
  withOthers: z.boolean().optional(),
});

const match = z.object({
  challengeId: z.string(),
  title: z.string(),
  problem: z.string(),
  language: z.enum(languages),
  businessId: z.string(),
  businessName: z.string(),
  place: z.string(),
  untilOn: z.string(),
  publishedAt: z.date(),
  isOpen: z.boolean(),
  points: z.int(),
  isGood: z.boolean(),
  parts: z.array(part),
  mustMissing: z.array(z.string()),
  limits: z.array(limit),
  wished: z.array(z.string()),
  notWanted: z.array(z.object({ label: z.string(), words: z.string() })),
  answer: z
    .object({
      answer: z.enum(answers),
      word: z.string(),
      card: card.nullable(),
      threadId: z.string().nullable(),
      answeredAt: z.date(),
    })
    .nullable(),
  byPerson: z
    .object({
      proposalId: z.string(),
      personAskId: z.string(),
      place: z.enum(proposalPlaces),
      why: z.string(),
      name: z.string(),
      version: z.int(),
    })
    .nullable(),
  version: z.int(),
});

const together = z.object({
  mine: z.array(z.string()),
  others: z.array(z.object({ label: z.string(), isNear: z.boolean() })),
  besides: z.int().nullable(),
  isShown: z.boolean(),
  teams: z
    .object({
      size: z.int(),
      teams: z.array(
        z.object({
          members: z.array(z.object({ answerId: z.string(), name: z.string(), brings: z.array(z.string()) })),
        }),
      ),
      open: z.array(z.string()),
    })
    .nullable(),
});

const answerLine = z.object({
  challengeId: z.string(),
  title: z.string(),
  language: z.enum(languages),
  businessName: z.string(),
  answer: z.enum(answers),
  word: z.string(),
  answeredAt: z.date(),
  isOpen: z.boolean(),
});

const advert = z.object({
  advertId: z.string(),
  link: z.string(),
  title: z.string(),
  summary: z.string(),
  language: z.enum(languages),
  employer: z.string().nullable(),
  place: z.string(),
  publishedAt: z.date(),
  untilDay: z.string().nullable(),
  points: z.int(),
  parts: z.array(
    part.extend({ isNamed: z.boolean(), foundIn: z.array(z.string()), occupation: z.string().nullable() }),
  ),
  foundLanguage: z.enum(languages),
  limits: z.array(limit),
});

const administrator = ['administrator'] as const;
const workRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/matching-work',
    roles: administrator,
    summary:
      'How the nightly recommendations of the city go, the latest ten runs, and how its open jobs were last read',
    answer: z.object({
      runs: z.array(
        z.object({
          id: z.string(),
          startedAt: z.date(),
          endedAt: z.date().nullable(),
          total: z.int(),
          done: z.int(),
          found: z.int(),
        }),
      ),
      feed: z
        .object({
          municipality: z.string(),
          readAt: z.date().nullable(),
          advertCount: z.int(),
          skippedCount: z.int(),
          trouble: z.string(),
          troubleAt: z.date().nullable(),
          readingCount: z.int().nullable(),
          readingOf: z.int().nullable(),
        })
        .nullable(),
    }),
    call: ({ run }) => run((work) => readMatchingWork(work), undefined),
  }),
  apiRoute({
    method: 'POST',
    url: '/matching-work/runs',
    roles: administrator,
    summary: 'Begin the recommendations of the city now; a run that goes on is not begun again',
    answer: z.object({ runId: z.string() }),
    call: ({ run }) => run((work) => askForRun(work), undefined),
  }),
];

/** Matches and answers, for the customer they are about; and what an administrator sees of the work behind. */
export const matchingApi: readonly ApiRoute[] = [
  ...answerableApi,
  ...askPersonApi,
  ...workRoutes,
  apiRoute({
    method: 'GET',
    url: '/matches',
    roles,
    summary: 'The best 20 open challenges for what I can do, each with why; the parts add up to the points',
    answer: z.object({
      isConsented: z.boolean(),
      objectsSince: z.date().nullable(),
      hasKnowHow: z.boolean(),
      matches: z.array(match),
      wished: z.array(match),
      news: z.object({ matches: z.array(match), computedAt: z.date().nullable(), upTo: z.date().nullable() }),
    }),
    call: ({ run }) => run(showMatches, {}),
  }),
  apiRoute({
    method: 'POST',
    url: '/new-matches/looked',
    roles,
    summary: 'Say that I have looked at what is new, up to the time `GET /matches` gave with it',
    body: lookInput,
    answer: z.object({}),
    example: { upTo: '2026-03-02T07:00:00.000Z' },
    call: async ({ run, body }) => {
      await run(sayLooked, body);
      return {};
    },
  }),
  apiRoute({
    method: 'GET',
    url: '/matches/:challengeId',
    roles,
    summary: 'One match with why and my answer; the ETag is the version of my answer, "0" before the first',
    params,
    answer: match.extend({
      isConsented: z.boolean(),
      ownCard: seenCard.nullable(),
      nearest: z.array(z.object({ skillId: z.int(), label: z.string() })),
    }),
    call: ({ run, params: { challengeId } }) => run(showMatch, { challengeId }),
  }),
  apiRoute({
    method: 'GET',
    url: '/matches/:challengeId/together',
    roles,
    summary:
      'After my yes: what I bring, what others near could, and teams with those who said yes and let me see it; null before',
    params,
    answer: z.object({ together: together.nullable() }),
    call: async ({ run, params: { challengeId } }) => ({ together: await run(showTogether, { challengeId }) }),
  }),
  apiRoute({
    method: 'PUT',
    url: '/matches/:challengeId/answer',
    roles,
    isVersioned: true,
    summary: 'Answer a challenge, or change the answer. A yes shows the business the card and opens a thread',
    params,
    body: answerBody,
    answer: z.object({ answer: z.enum(answers), threadId: z.string().nullable(), version: z.int() }),
    example: { answer: 'no', word: 'Matka on liian pitkä.' },
    call: ({ run, params: { challengeId }, body, version }) => run(answerMatch, { ...body, challengeId, version }),
  }),
  apiRoute({
    method: 'GET',
    url: '/adverts',
    roles,
    summary: 'The best 20 open jobs of Job Market Finland for what I can do, each with why and a link to the original',
    answer: z.object({
      isOn: z.boolean(),
      isDemo: z.boolean(),
      isConsented: z.boolean(),
      objectsSince: z.date().nullable(),
      adverts: z.array(advert),
    }),
    call: ({ run }) => run((work) => showAdverts(work), undefined),
  }),
  apiRoute({
    method: 'GET',
    url: '/answers',
    roles,
    summary: 'What I have answered, the latest first, 25 a page',
    query: myAnswersInput,
    answer: z.object({ answers: z.array(answerLine), page: z.int(), hasMore: z.boolean() }),
    call: ({ run, query }) => run(myAnswers, query),
  }),
];
