import { z } from 'zod';
import { FileAnswer } from '../../kernel/files/file-answer.ts';
import { mostOfFile } from '../../kernel/files/kinds.ts';
import { type ApiOutside, type ApiRoute, apiRoute } from '../../kernel/http/api.ts';
import type { Work } from '../../kernel/work.ts';
import { askForDocument } from './ask-for-document.ts';
import { askAgain, withdrawRequest } from './change-request.ts';
import { deleteDocument } from './delete-document.ts';
import { askInput, notHadInput, offerInput, shownChoice, shownInput } from './document-input.ts';
import { giveDocument } from './give-document.ts';
import { fileName, offerDocument } from './offer-document.ts';
import { openDocument } from './open-document.ts';
import { readCustomersDocuments, readDocument, readMyDocuments } from './read-documents.ts';
import { documentMoves } from './rules.ts';
import { sayNotHad } from './say-not-had.ts';
import { showDocument } from './show-document.ts';
import { documentClasses, documentGrounds, documentRoles, documentStates } from './tables.ts';

const customer = ['customer'] as const;
const both = [...customer, ...documentRoles] as const;
const params = z.object({ documentId: z.uuid() });
const ofCustomer = z.object({ customerId: z.uuid() });
const changedShape = z.object({ id: z.string(), version: z.number().int() });
const inLanguages = z.object({ fi: z.string(), sv: z.string(), en: z.string() });
const groundShape = z.object({
  id: z.enum(documentGrounds),
  law: z.string(),
  about: inLanguages,
  keeps: z.boolean(),
  source: z.string(),
  unchecked: z.string(),
});

const documentShape = z.object({
  id: z.string(),
  customerId: z.string(),
  customerName: z.string(),
  role: z.enum(documentRoles).nullable(),
  askedName: z.string(),
  title: z.string(),
  why: z.string(),
  ground: groundShape.nullable(),
  class: z.enum(documentClasses),
  untilOn: z.string().nullable(),
  state: z.enum(documentStates),
  word: z.string(),
  shownTo: z.array(z.enum(documentRoles)),
  file: z.object({ name: z.string(), size: z.number().int() }).nullable(),
  canOpen: z.boolean(),
  givenAt: z.date().nullable(),
  staysUntilOn: z.string().nullable(),
  deletedBy: z.enum(['customer', 'time']).nullable(),
  moves: z.array(z.enum(documentMoves)),
  version: z.number().int(),
  createdAt: z.date(),
  changedAt: z.date(),
});

const from = ({ database, services }: ApiOutside) => ({ database, secrets: services.secrets });

const forCustomers: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/documents',
    roles: customer,
    summary: 'My documents: asked for, given and gone, the newest first',
    answer: z.array(documentShape),
    call: ({ run }) => run((work: Work) => readMyDocuments(work), undefined),
  }),
  apiRoute({
    method: 'POST',
    url: '/documents',
    roles: customer,
    summary:
      'Give a document nobody has asked for: its bytes as they are, application/octet-stream (PDF, DOCX, ODT, JPG, PNG, text; 10 MB)',
    upload: mostOfFile,
    query: offerInput.extend({ name: fileName, shownTo: shownChoice.default('adviser') }),
    answer: changedShape,
    example: 'Todistus kurssista.',
    call: ({ run, query, pieces }) => run(offerDocument, { ...query, pieces }),
  }),
  apiRoute({
    method: 'POST',
    url: '/documents/:documentId/file',
    roles: customer,
    summary: 'Give what was asked for: its bytes as they are, application/octet-stream',
    isVersioned: true,
    upload: mostOfFile,
    params,
    query: z.object({ name: fileName, shownTo: shownChoice.default('both') }),
    answer: changedShape,
    example: 'Todistus kurssista.',
    call: ({ run, params: { documentId }, query, version, pieces }) =>
      run(giveDocument, { documentId, version, ...query, pieces }),
  }),
  apiRoute({
    method: 'POST',
    url: '/documents/:documentId/not-had',
    roles: customer,
    summary: 'Say with a word that I have not got what was asked for',
    isVersioned: true,
    params,
    body: notHadInput,
    answer: changedShape,
    example: { word: 'Todistus jäi muutossa. Pyydän koululta uuden.' },
    call: ({ run, params: { documentId }, body, version }) => run(sayNotHad, { documentId, version, ...body }),
  }),
  apiRoute({
    method: 'PUT',
    url: '/documents/:documentId/shown',
    roles: customer,
    summary: 'Say who may open a document from now on, of those who look after me',
    isVersioned: true,
    params,
    body: shownInput,
    answer: changedShape,
    example: { shownTo: 'both' },
    call: ({ run, params: { documentId }, body, version }) => run(showDocument, { documentId, version, ...body }),
  }),
  apiRoute({
    method: 'DELETE',
    url: '/documents/:documentId/file',
    roles: customer,
    summary: 'Delete a document for good, unless the law it was asked by keeps it (409)',
    isVersioned: true,
    params,
    answer: changedShape,
    call: ({ run, params: { documentId }, version }) => run(deleteDocument, { documentId, version }),
  }),
];

const forProfessionals: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/customers/:customerId/documents',
    roles: documentRoles,
    summary:
      "A customer's documents: what my authority has asked for, what I am shown, and by which laws one can be asked for",
    params: ofCustomer,
    answer: z.object({
      customer: z.object({ id: z.string(), name: z.string() }),
      documents: z.array(documentShape),
      grounds: z.array(groundShape),
    }),
    call: ({ run, params: { customerId } }) => run(readCustomersDocuments, customerId),
  }),
  apiRoute({
    method: 'POST',
    url: '/customers/:customerId/documents',
    roles: documentRoles,
    summary: 'Ask a customer for a document: what, why, by which law, until when',
    params: ofCustomer,
    body: askInput,
    answer: changedShape,
    example: {
      title: 'Tutkintotodistus',
      why: 'Koulu kysyy sitä hakemuksessa.',
      class: 'certificate',
      ground: 'plan',
      untilOn: '2030-06-01',
    },
    call: ({ run, params, body }) => run(askForDocument, { ...params, ...body }),
  }),
  apiRoute({
    method: 'POST',
    url: '/documents/:documentId/withdrawal',
    roles: documentRoles,
    summary: 'Take back what my authority asked for',
    isVersioned: true,
    params,
    answer: changedShape,
    call: ({ run, params: { documentId }, version }) => run(withdrawRequest, { documentId, version }),
  }),
  apiRoute({
    method: 'POST',
    url: '/documents/:documentId/asking',
    roles: documentRoles,
    summary: 'Ask again for what the customer has not got',
    isVersioned: true,
    params,
    answer: changedShape,
    call: ({ run, params: { documentId }, version }) => run(askAgain, { documentId, version }),
  }),
];

/** Documents asked for and given. */
export const documentsApi: readonly ApiRoute[] = [
  ...forCustomers,
  ...forProfessionals,
  apiRoute({
    method: 'GET',
    url: '/documents/:documentId',
    roles: both,
    summary: 'A document, and for its customer who has opened it',
    params,
    answer: z.object({
      document: documentShape,
      openings: z.array(z.object({ at: z.date(), personName: z.string(), role: z.string() })),
    }),
    call: ({ run, params: { documentId } }) => run(readDocument, documentId),
  }),
  apiRoute({
    method: 'GET',
    url: '/documents/:documentId/file',
    roles: both,
    summary: 'The file itself; each opening by a professional is told to the customer by name',
    params,
    answer: z.unknown(),
    call: async ({ run, params: { documentId }, outside }) =>
      new FileAnswer(from(outside), await run(openDocument, documentId)),
  }),
];
