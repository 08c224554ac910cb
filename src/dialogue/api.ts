import { z } from 'zod';
import { type ApiRoute, apiRoute } from '../kernel/http/api.ts';
import { appointmentsApi } from './appointments/api.ts';
import { markRead } from './mark-read.ts';
import { readThread } from './read-thread.ts';
import { readThreads, readThreadsInput } from './read-threads.ts';
import { threadStandings } from './standing.ts';
import { messageInput, writeMessage } from './write-message.ts';

const roles = ['customer', 'businessContact'] as const;
const params = z.object({ threadId: z.uuid() });
const side = z.enum(['customer', 'business']);

const threadLine = z.object({
  id: z.string(),
  challengeTitle: z.string(),
  with: z.string(),
  standing: z.enum(threadStandings),
  latestAt: z.date(),
  latest: z.object({ text: z.string(), isOurs: z.boolean() }).nullable(),
  unread: z.number().int(),
});

const thread = z.object({
  id: z.string(),
  challengeTitle: z.string(),
  with: z.string(),
  mySide: side,
  standing: z.enum(threadStandings),
  unread: z.number().int(),
  newestId: z.string().nullable(),
  messages: z.array(
    z.object({ id: z.string(), at: z.date(), text: z.string(), side, isMine: z.boolean(), author: z.string() }),
  ),
  earlier: z.string().nullable(),
});

export const dialogueApi: readonly ApiRoute[] = [
  ...appointmentsApi,
  apiRoute({
    method: 'GET',
    url: '/threads',
    roles,
    summary: 'My threads, the latest first, 25 a page',
    query: readThreadsInput,
    answer: z.object({ threads: z.array(threadLine), page: z.number().int(), hasMore: z.boolean() }),
    call: ({ run, query }) => run(readThreads, query),
  }),
  apiRoute({
    method: 'GET',
    url: '/threads/:threadId',
    roles,
    summary: 'A thread and its latest 50 messages, oldest first; `before` asks for those before a message',
    params,
    query: z.object({ before: z.uuid().optional() }),
    answer: thread,
    call: ({ run, params: { threadId }, query }) => run(readThread, { threadId, before: query.before ?? null }),
  }),
  apiRoute({
    method: 'POST',
    url: '/threads/:threadId/messages',
    roles,
    summary: 'Write to the other side',
    params,
    body: messageInput,
    answer: z.object({ id: z.string() }),
    example: { text: 'Kiitos kysymästä. Pääsen lauantaina.', readUpTo: null },
    call: ({ run, params: { threadId }, body }) => run(writeMessage, { threadId, ...body }),
  }),
  apiRoute({
    method: 'POST',
    url: '/threads/:threadId/read',
    roles,
    summary: "Mark the other side's messages as read, up to a message or all",
    params,
    body: z.object({ upTo: z.uuid().nullable().default(null) }),
    answer: z.object({}),
    example: { upTo: null },
    call: ({ run, params: { threadId }, body }) => run(markRead, { threadId, upTo: body.upTo }),
  }),
];
