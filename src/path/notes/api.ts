import { z } from 'zod';
import { type ApiRoute, apiRoute } from '../../kernel/http/api.ts';
import { readNote, readNotes, readShownNotes } from './read-notes.ts';
import { changeNote, noteInput, removeNote, writeNote } from './write-note.ts';

const adviser = ['adviser'] as const;
const ofCustomer = z.object({ customerId: z.uuid() });
const ofNote = z.object({ customerNoteId: z.uuid() });
const noteShape = z.object({
  id: z.string(),
  customerId: z.string(),
  text: z.string(),
  isShown: z.boolean(),
  authorName: z.string(),
  createdAt: z.date(),
  changedAt: z.date(),
  version: z.int(),
});
const writtenShape = z.object({ id: z.string(), version: z.int() });
const example = { text: 'Soita mieluummin iltapäivällä.', isShown: true };

/** Advisers' notes on customers. */
export const notesApi: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/plan/notes',
    roles: ['customer'],
    summary: 'The notes on me that my adviser shows me',
    answer: z.array(noteShape),
    call: ({ run }) => run(readShownNotes, undefined),
  }),
  apiRoute({
    method: 'GET',
    url: '/customers/:customerId/notes',
    roles: adviser,
    summary: 'The notes on a customer, the latest first',
    params: ofCustomer,
    answer: z.object({ customer: z.object({ id: z.string(), name: z.string() }), notes: z.array(noteShape) }),
    call: ({ run, params }) => run(readNotes, params),
  }),
  apiRoute({
    method: 'POST',
    url: '/customers/:customerId/notes',
    roles: adviser,
    summary: 'Write a note on a customer; `isShown` lets them read it on their plan',
    params: ofCustomer,
    body: noteInput,
    answer: writtenShape,
    example,
    call: ({ run, params, body }) => run(writeNote, { ...params, ...body }),
  }),
  apiRoute({
    method: 'GET',
    url: '/customer-notes/:customerNoteId',
    roles: adviser,
    summary: 'A note with all its versions, the newest first',
    params: ofNote,
    answer: z.object({
      note: noteShape,
      customerName: z.string(),
      versions: z.array(
        z.object({
          version: z.int(),
          at: z.date(),
          personName: z.string(),
          text: z.string(),
          isShown: z.boolean(),
        }),
      ),
    }),
    call: ({ run, params }) => run(readNote, { noteId: params.customerNoteId }),
  }),
  apiRoute({
    method: 'PUT',
    url: '/customer-notes/:customerNoteId',
    roles: adviser,
    summary: 'Change a note, or whether the customer reads it',
    isVersioned: true,
    params: ofNote,
    body: noteInput,
    answer: writtenShape,
    example,
    call: ({ run, params, body, version }) => run(changeNote, { noteId: params.customerNoteId, version, ...body }),
  }),
  apiRoute({
    method: 'DELETE',
    url: '/customer-notes/:customerNoteId',
    roles: adviser,
    summary: 'Remove a note with all its versions',
    isVersioned: true,
    params: ofNote,
    answer: z.object({ customerId: z.string() }),
    call: ({ run, params, version }) => run(removeNote, { noteId: params.customerNoteId, version }),
  }),
];
