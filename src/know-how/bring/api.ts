import { z } from 'zod';
import { type ApiRoute, apiRoute } from '../../kernel/http/api.ts';
import { languages } from '../../kernel/languages.ts';
import { changeProposal, changeProposalInput } from './change-proposal.ts';
import { decideBrought, decideBroughtInput } from './decide-brought.ts';
import { deleteBrought } from './delete-brought.ts';
import { mostBytes } from './reader/limits.ts';
import { documentKinds, parts, privateKinds } from './reader/types.ts';
import { wrongs } from './reader/unreadable.ts';
import { seeAllBrought, seeBrought } from './see-brought.ts';
import { bringInput, fileName, piecesOf, startBringing } from './start-bringing.ts';

const customer = ['customer'] as const;
const params = z.object({ bringId: z.string() });
const written = z.object({ id: z.string(), version: z.number() });
const state = z.enum(['waiting', 'reading', 'looking', 'ready', 'failed', 'done']);
const wrong = z.enum(wrongs).nullable();

const line = z.object({
  id: z.string(),
  name: z.string(),
  state,
  wrong,
  createdAt: z.date(),
  version: z.number(),
});

const place = z.object({ at: z.number(), spans: z.array(z.object({ start: z.number(), end: z.number() })) });

const counted = line.extend({ found: z.number() });

const brought = line.extend({
  kind: z.enum(documentKinds).nullable(),
  language: z.enum(languages).nullable(),
  page: z.number(),
  pages: z.number(),
  leftOut: z.array(z.enum(privateKinds)),
  paragraphs: z.array(
    z.object({ page: z.number().nullable(), no: z.number(), part: z.enum(parts).nullable(), text: z.string() }),
  ),
  proposals: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['knowHow', 'experience', 'language', 'licence', 'wishes', 'limits']),
      state: z.enum(['open', 'taken', 'left']),
      /** As in the portable profile (GET /api/profile/file?form=json). */
      what: z.record(z.string(), z.unknown()),
      places: z.array(place),
    }),
  ),
});

/** A megabyte in base64, with its name; what is a little larger is answered in words. */
const mostOfBody = 2_000_000;
const example = { name: 'cv omin sanoin.txt', base64: Buffer.from('Hei vain!').toString('base64') };

/** Bringing a CV or a profile from elsewhere, by the API. */
export const bringApi: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/bring',
    roles: customer,
    summary: 'Documents I have brought and not decided on',
    answer: z.array(counted),
    call: ({ run }) => run((work) => seeAllBrought(work), undefined),
  }),
  apiRoute({
    method: 'POST',
    url: '/bring',
    roles: customer,
    summary: 'The same for a small file (1 MB): its bytes in base64',
    mostBytes: mostOfBody,
    body: bringInput,
    answer: written,
    example,
    call: ({ run, body: { name, base64 } }) => run(startBringing, { name, pieces: piecesOf(base64) }),
  }),
  apiRoute({
    method: 'POST',
    url: '/bring-file',
    roles: customer,
    summary:
      'Bring a CV or profile (PDF, DOCX, ODT, text, Europass XML or credential, Job Market Finland profile, our own JSON; 10 MB, 50 pages): its bytes as they are, application/octet-stream. It is read as a job',
    upload: mostBytes,
    query: z.object({ name: fileName.default('') }),
    answer: written,
    example: 'Työkokemus\n2015 Kokki, Ravintola Oy',
    call: ({ run, query: { name }, pieces }) => run(startBringing, { name, pieces }),
  }),
  apiRoute({
    method: 'GET',
    url: '/bring/:bringId',
    roles: customer,
    summary: 'How the reading goes, or what was found: each proposal with its places in the paragraphs',
    params,
    answer: brought,
    call: ({ run, params: { bringId } }) => run(seeBrought, bringId),
  }),
  apiRoute({
    method: 'PATCH',
    url: '/bring/:bringId',
    roles: customer,
    summary: 'Take proposals into my profile, or leave them; nothing is taken by itself',
    isVersioned: true,
    params,
    body: decideBroughtInput,
    answer: written.extend({ taken: z.number(), open: z.number() }),
    example: { take: 'all', leave: [] },
    call: ({ run, params: { bringId }, body, version }) => run(decideBrought, { ...body, bringId, version }),
  }),
  apiRoute({
    method: 'DELETE',
    url: '/bring/:bringId',
    roles: customer,
    summary: 'Delete a brought document with its text and what was found in it',
    isVersioned: true,
    params,
    answer: z.object({}),
    call: ({ run, params: { bringId }, version }) => run(deleteBrought, { bringId, version }),
  }),
  apiRoute({
    method: 'PUT',
    url: '/bring/:bringId/proposals/:proposalId',
    roles: customer,
    summary: 'Mend an experience found in the document before taking it; `when` as in a CV',
    isVersioned: true,
    params: z.object({ bringId: z.string(), proposalId: z.string() }),
    body: changeProposalInput,
    answer: written,
    example: { kind: 'work', title: 'Kokki', place: 'Ravintola Oy', when: '5/2015–8/2018', did: 'Valmistin lounaita.' },
    call: ({ run, params: { bringId, proposalId }, body, version }) =>
      run(changeProposal, { ...body, bringId, proposalId, version }),
  }),
];
