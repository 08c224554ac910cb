import { z } from 'zod';
import { professionalKinds } from '../kernel/actor.ts';
import { FileAnswer } from '../kernel/files/file-answer.ts';
import { mostOfFile } from '../kernel/files/kinds.ts';
import { type ApiRoute, apiRoute } from '../kernel/http/api.ts';
import { line } from '../kernel/words.ts';
import { closeThread, reopenThread } from './close-thread.ts';
import { attachFile, draftInput, removeDraftFile, saveDraft } from './drafts.ts';
import { markRead } from './mark-read.ts';
import {
  openThreadOfMine,
  openThreadWithCustomer,
  threadOfMineInput,
  threadWithCustomerInput,
} from './open-thread-with.ts';
import { readMessageFile } from './read-message-file.ts';
import { readThread } from './read-thread.ts';
import { readThreads, readThreadsInput } from './read-threads.ts';
import { threadStandings } from './standing.ts';
import { sides } from './tables.ts';
import { messageInput, writeMessage } from './write-message.ts';

const roles = ['customer', 'businessContact', ...professionalKinds] as const;
const params = z.object({ threadId: z.uuid() });
const fileParams = params.extend({ fileId: z.uuid() });
const side = z.enum(sides);
const made = z.object({ id: z.string() });
const file = z.object({ id: z.string(), name: z.string(), mediaType: z.string(), size: z.number().int() });

const facts = {
  id: z.string(),
  subject: z.string(),
  challengeTitle: z.string().nullable(),
  with: z.string(),
  role: z.enum(professionalKinds).nullable(),
  standing: z.enum(threadStandings),
  isClosed: z.boolean(),
  unread: z.number().int(),
};

const threadLine = z.object({
  ...facts,
  latestAt: z.date(),
  latest: z.object({ text: z.string(), isOurs: z.boolean() }).nullable(),
  hasDraft: z.boolean(),
});

const message = z.object({
  id: z.string(),
  at: z.date(),
  text: z.string(),
  side,
  isMine: z.boolean(),
  author: z.string(),
  files: z.array(file),
  wantsReceipt: z.boolean(),
  readAt: z.date().nullable(),
});

const thread = z.object({
  ...facts,
  step: z.object({ id: z.string(), title: z.string() }).nullable(),
  mySide: side,
  closings: z.array(
    z.object({
      closedAt: z.date(),
      closedBy: z.string(),
      closedSide: side,
      reopenedAt: z.date().nullable(),
      reopenedBy: z.string(),
      reopenedSide: side.nullable(),
    }),
  ),
  newestId: z.string().nullable(),
  messages: z.array(message),
  earlier: z.string().nullable(),
  draft: z.object({ text: z.string(), savedAt: z.date(), files: z.array(file) }).nullable(),
});

/** Threads and their messages, by the API. */
export const threadsApi: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/threads',
    roles,
    summary: 'My threads, the latest first, 25 a page; `q`: those in which these words stand, by their beginnings',
    query: readThreadsInput,
    answer: z.object({ threads: z.array(threadLine), page: z.number().int(), hasMore: z.boolean() }),
    call: ({ run, query }) => run(readThreads, query),
  }),
  apiRoute({
    method: 'POST',
    url: '/threads',
    roles: ['customer'],
    summary: 'Begin a thread with my adviser or my social worker, about a step, a challenge I said yes to, or neither',
    body: threadOfMineInput,
    answer: made,
    example: { with: 'adviser', subject: 'Kurssin aika', text: 'Voisinko aloittaa kurssin viikkoa myöhemmin?' },
    call: ({ run, body }) => run(openThreadOfMine, body),
  }),
  apiRoute({
    method: 'POST',
    url: '/customers/:customerId/threads',
    roles: professionalKinds,
    summary:
      'Begin a thread with a customer of mine; `wantsReceipt`: I want to see when it has been read, and they are told so',
    params: z.object({ customerId: z.uuid() }),
    body: threadWithCustomerInput,
    answer: made,
    example: { subject: 'Seuraava tapaaminen', text: 'Otathan todistuksen mukaan.', wantsReceipt: true },
    call: ({ run, params: { customerId }, body }) => run(openThreadWithCustomer, { customerId, ...body }),
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
    summary: 'Write to the other side; the files of my draft go along, and the draft is gone',
    params,
    body: messageInput,
    answer: made,
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
  apiRoute({
    method: 'PUT',
    url: '/threads/:threadId/draft',
    roles,
    summary: 'Keep what I am writing; mine alone until it is sent. Empty and without files: forget it',
    params,
    body: draftInput,
    answer: z.object({ savedAt: z.date() }),
    example: { text: 'Kiitos kysymästä. Pääsen' },
    call: ({ run, params: { threadId }, body }) => run(saveDraft, { threadId, ...body }),
  }),
  apiRoute({
    method: 'POST',
    url: '/threads/:threadId/draft/files',
    roles,
    summary:
      'Put a file beside my draft, five at most (PDF, DOCX, ODT, JPG, PNG, TXT; 10 MB): its bytes as they are, application/octet-stream',
    params,
    upload: mostOfFile,
    query: z.object({ name: line(200, { least: 0 }).default('') }),
    answer: file,
    example: 'Työtodistus\n2015–2018 kokkina.',
    call: ({ run, params: { threadId }, query: { name }, pieces }) => run(attachFile, { threadId, name, pieces }),
  }),
  apiRoute({
    method: 'DELETE',
    url: '/threads/:threadId/draft/files/:draftFileId',
    roles,
    summary: 'Take a file away from my draft',
    params: params.extend({ draftFileId: z.uuid() }),
    answer: z.object({}),
    call: ({ run, params: { threadId, draftFileId } }) => run(removeDraftFile, { threadId, fileId: draftFileId }),
  }),
  apiRoute({
    method: 'GET',
    url: '/threads/:threadId/files/:fileId',
    roles,
    summary: 'A file of a message: its bytes',
    params: fileParams,
    answer: z.unknown(),
    call: async ({ run, params: one, outside: { database, services } }) =>
      new FileAnswer({ database, secrets: services.secrets }, await run(readMessageFile, one)),
  }),
  apiRoute({
    method: 'POST',
    url: '/threads/:threadId/closing',
    roles,
    summary: 'Close a thread: nobody writes until it is opened again',
    params,
    answer: z.object({}),
    call: ({ run, params: one }) => run(closeThread, one),
  }),
  apiRoute({
    method: 'POST',
    url: '/threads/:threadId/reopening',
    roles,
    summary: 'Open a closed thread again',
    params,
    answer: z.object({}),
    call: ({ run, params: one }) => run(reopenThread, one),
  }),
];
