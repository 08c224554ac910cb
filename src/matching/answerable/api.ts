import { z } from 'zod';
import { type ApiRoute, apiRoute } from '../../kernel/http/api.ts';
import { languages } from '../../kernel/languages.ts';
import { objectInput, objectionKinds, readObjections, setObjection } from '../../kernel/objection.ts';
import { suggestionDecisions, suggestionKinds } from '../../know-how/index.ts';
import { checkRow, inputStates, logCountsInput, readLogCounts } from './check-log.ts';
import { exportSuggestions, readSuggestionLog, suggestionsInput } from './read-suggestions.ts';
import { loggedPartView } from './view-parts.ts';

const roles = ['customer'] as const;

const line = z.object({
  id: z.string(),
  kind: z.enum(suggestionKinds),
  what: z.string(),
  language: z.enum(languages),
  skillId: z.int().nullable(),
  challengeId: z.string().nullable(),
  inputHash: z.string().nullable(),
  vocabularyVersion: z.string(),
  vectorsVersion: z.string().nullable(),
  score: z.number().nullable(),
  parts: z.array(loggedPartView),
  madeAt: z.date(),
  seenBy: z.array(z.string()),
  decision: z.enum(suggestionDecisions).nullable(),
  decidedAt: z.date().nullable(),
});

const objection = z.object({ what: z.enum(objectionKinds), word: z.string(), madeAt: z.date() });

const administrator = ['administrator'] as const;
const checkRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/suggestion-log',
    roles: administrator,
    summary:
      "The city's log of suggestions of the last 14 days in numbers: by day and kind, versions, decisions; walk=true also checks every row's seal",
    query: logCountsInput,
    answer: z.object({
      days: z.array(
        z.object({
          day: z.string(),
          kind: z.enum(suggestionKinds),
          logged: z.int(),
          taken: z.int(),
          left: z.int(),
          gone: z.int(),
          open: z.int(),
          unseen: z.int(),
        }),
      ),
      versions: z.array(
        z.object({ vocabularyVersion: z.string(), vectorsVersion: z.string().nullable(), logged: z.int() }),
      ),
      asks: z.object({ waiting: z.int(), late: z.int(), lateSince: z.date().nullable() }),
      seals: z.object({ rows: z.int(), broken: z.int() }).nullable(),
    }),
    call: ({ run, query }) => run(readLogCounts, query),
  }),
  apiRoute({
    method: 'GET',
    url: '/suggestion-log/:suggestionId',
    roles: administrator,
    summary:
      'One row of it by its number: whether it stands as it was written, adds up, and its hash is of what is stored now; not whose, nor of what',
    params: z.object({ suggestionId: z.string() }),
    answer: z.object({
      suggestionId: z.string(),
      kind: z.enum(suggestionKinds),
      madeAt: z.date(),
      inputHash: z.string().nullable(),
      vocabularyVersion: z.string(),
      vectorsVersion: z.string().nullable(),
      score: z.number().nullable(),
      parts: z.int(),
      addsUp: z.boolean().nullable(),
      seenBy: z.array(z.string()),
      decision: z.enum(suggestionDecisions).nullable(),
      decidedAt: z.date().nullable(),
      isSealed: z.boolean(),
      input: z.enum(inputStates),
    }),
    call: ({ run, params: { suggestionId } }) => run(checkRow, suggestionId),
  }),
];

/** What answers for matching: what was suggested and why, and the objection to it. */
export const answerableApi: readonly ApiRoute[] = [
  ...checkRoutes,
  apiRoute({
    method: 'GET',
    url: '/suggestions',
    roles,
    summary: 'What has been suggested to me, from what input, by which versions, of which parts, and what I decided',
    query: suggestionsInput,
    answer: z.object({ lines: z.array(line), hasMore: z.boolean(), days: z.int() }),
    call: ({ run, query }) => run(readSuggestionLog, query),
  }),
  apiRoute({
    method: 'GET',
    url: '/suggestions/export',
    roles,
    summary: 'All of it, to take along',
    answer: z.array(line),
    call: ({ run }) => run((work) => exportSuggestions(work), undefined),
  }),
  apiRoute({
    method: 'GET',
    url: '/objections',
    roles,
    summary: 'What I object to now, and what I have objected to before',
    answer: z.object({
      now: z.array(objection),
      past: z.array(objection.extend({ takenBackAt: z.date().nullable() })),
    }),
    call: ({ run }) => run((work) => readObjections(work), undefined),
  }),
  apiRoute({
    method: 'PUT',
    url: '/objections',
    roles,
    summary: 'Object to being matched, or take the objection back; it works at once',
    body: objectInput,
    answer: z.object({ what: z.enum(objectionKinds), isMade: z.boolean() }),
    example: { what: 'matching', isMade: true, word: 'En halua tätä juuri nyt.' },
    call: ({ run, body }) => run(setObjection, body),
  }),
];
