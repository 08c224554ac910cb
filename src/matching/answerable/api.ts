import { z } from 'zod';
import { type ApiRoute, apiRoute } from '../../kernel/http/api.ts';
import { languages } from '../../kernel/languages.ts';
import { objectInput, objectionKinds, readObjections, setObjection } from '../../kernel/objection.ts';
import { suggestionDecisions, suggestionKinds } from '../../know-how/index.ts';
import { exportSuggestions, readSuggestionLog, suggestionsInput } from './read-suggestions.ts';

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
  parts: z.array(
    z.object({ label: z.string(), state: z.string().nullable(), got: z.number(), outOf: z.number().nullable() }),
  ),
  madeAt: z.date(),
  seenBy: z.array(z.string()),
  decision: z.enum(suggestionDecisions).nullable(),
  decidedAt: z.date().nullable(),
});

const objection = z.object({ what: z.enum(objectionKinds), word: z.string(), madeAt: z.date() });

/** What answers for matching: what was suggested and why, and the objection to it. */
export const answerableApi: readonly ApiRoute[] = [
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
