import { z } from 'zod';
import { roles } from '../../kernel/actor.ts';
import { type ApiRoute, apiRoute } from '../../kernel/http/api.ts';
import { languages } from '../../kernel/languages.ts';
import { loggedPartView } from '../answerable/view-parts.ts';
import { answerAsk, answerAskBody } from './answer-ask.ts';
import { askInput, askPerson } from './ask-person.ts';
import { readLateAsks } from './count-asks.ts';
import { handOverAsk, handOverBody, prepareHandOver } from './hand-over.ts';
import { leaveProposal } from './leave-proposal.ts';
import { sayRead } from './read-answer.ts';
import { askedInput, readAskedPerson, readAskedPersons, readOwnAsk, readOwnAsks } from './read-asks.ts';
import { askStates } from './rules.ts';
import { askAbouts, proposalPlaces } from './tables.ts';
import { withdrawAsk } from './withdraw-ask.ts';

const customer = ['customer'] as const;
const looking = ['adviser', 'coordinator', 'manager'] as const;
const params = z.object({ personAskId: z.string() });
const written = z.object({ personAskId: z.string(), version: z.int() });

const ask = z.object({
  personAskId: z.string(),
  about: z.enum(askAbouts),
  what: z.string(),
  language: z.enum(languages),
  challengeId: z.string().nullable(),
  words: z.string(),
  showsWords: z.boolean(),
  state: z.enum(askStates),
  isOverdue: z.boolean(),
  askedAt: z.date(),
  dueOn: z.string(),
  answer: z.string(),
  answeredAt: z.date().nullable(),
  answeredName: z.string(),
  answeredRole: z.enum([...roles, '']),
  handed: z
    .object({ toName: z.string(), why: z.string(), byName: z.string(), byRole: z.enum(roles), handedAt: z.date() })
    .nullable(),
  version: z.int(),
});

const proposal = z.object({
  personProposalId: z.string(),
  challengeId: z.string(),
  title: z.string(),
  language: z.enum(languages),
  place: z.enum(proposalPlaces),
  why: z.string(),
  name: z.string(),
  madeAt: z.date(),
  isStanding: z.boolean(),
  version: z.int(),
});

const asked = ask.extend({ customerName: z.string() });
const oneAsked = asked.extend({
  score: z.number().nullable(),
  parts: z.array(loggedPartView),
  foundIn: z.array(z.string()),
  proposals: z.array(proposal),
  canAnswer: z.boolean(),
  choices: z.array(
    z.object({ challengeId: z.string(), title: z.string(), language: z.enum(languages), businessName: z.string() }),
  ),
});

const ownRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/person-asks',
    roles: customer,
    summary:
      'What I have asked a person to look at, what waits first, at most 50; and who has what was not handed over (null: who gives advisers)',
    answer: z.object({ asks: z.array(ask), adviser: z.string().nullable() }),
    call: ({ run }) => run((work) => readOwnAsks(work), undefined),
  }),
  apiRoute({
    method: 'POST',
    url: '/person-asks',
    roles: customer,
    summary:
      'Ask a person to look at a suggestion of mine (suggestionId), a match (challengeId) or anything; with the day it is answered by',
    body: askInput,
    answer: written.extend({ dueOn: z.string() }),
    example: { words: 'Miksi tätä ei löytynyt tekstistäni?', suggestionId: null, challengeId: null, showsWords: false },
    call: ({ run, body }) => run(askPerson, body),
  }),
  apiRoute({
    method: 'GET',
    url: '/person-asks/:personAskId',
    roles: customer,
    summary: 'One of them, with its answer and what the person put before me',
    params,
    answer: ask.extend({
      adviser: z.string().nullable(),
      proposals: z.array(proposal),
      canWithdraw: z.boolean(),
      isNew: z.boolean(),
    }),
    call: ({ run, params: { personAskId } }) => run(readOwnAsk, personAskId),
  }),
  apiRoute({
    method: 'PUT',
    url: '/person-asks/:personAskId/withdrawn',
    roles: customer,
    isVersioned: true,
    summary: 'Take it back before it is answered',
    params,
    body: z.object({}),
    answer: written,
    example: {},
    call: ({ run, params: { personAskId }, version }) => run(withdrawAsk, { personAskId, version }),
  }),
  apiRoute({
    method: 'PUT',
    url: '/person-asks/:personAskId/read',
    roles: customer,
    summary: 'I have read the answer: it waits for me no more',
    params,
    body: z.object({}),
    answer: written,
    example: {},
    call: ({ run, params: { personAskId } }) => run(sayRead, { personAskId }),
  }),
  apiRoute({
    method: 'PUT',
    url: '/person-proposals/:personProposalId/left',
    roles: customer,
    isVersioned: true,
    summary: 'Leave out what a person put before me: it stands again where its score puts it',
    params: z.object({ personProposalId: z.string() }),
    body: z.object({}),
    answer: z.object({ personProposalId: z.string(), version: z.int() }),
    example: {},
    call: ({ run, params: { personProposalId }, version }) => run(leaveProposal, { personProposalId, version }),
  }),
];

/** Whose turn it is, and handing it over: never the customer's name, nor what they asked. */
const turnRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/late-asks',
    roles: ['coordinator', 'manager'],
    summary:
      'Late asks of the city that wait for an adviser, the longest due first, at most 25, and how many there are',
    answer: z.object({
      asks: z.array(
        z.object({
          personAskId: z.string(),
          adviser: z.string(),
          askedAt: z.date(),
          dueOn: z.string(),
          isHanded: z.boolean(),
        }),
      ),
      count: z.int(),
    }),
    call: ({ run }) => run((work) => readLateAsks(work), undefined),
  }),
  apiRoute({
    method: 'GET',
    url: '/asked-persons/:personAskId/hand-over',
    roles: looking,
    summary: 'Whose turn it is, until when, and to which other advisers of the city it can be handed over',
    params,
    answer: z.object({
      personAskId: z.string(),
      holder: z.string().nullable(),
      state: z.enum(askStates),
      isMine: z.boolean(),
      isOverdue: z.boolean(),
      askedAt: z.date(),
      dueOn: z.string(),
      version: z.int(),
      advisers: z.array(z.object({ id: z.string(), name: z.string(), waiting: z.int() })),
      canHandOver: z.boolean(),
    }),
    call: ({ run, params: { personAskId } }) => run(prepareHandOver, personAskId),
  }),
  apiRoute({
    method: 'PUT',
    url: '/asked-persons/:personAskId/hand-over',
    roles: looking,
    isVersioned: true,
    summary:
      'Hand it over to another adviser of the city (null: the one for whom the fewest wait), with a word why that the customer and the new one see; the day it is due stays. Who gives advisers: also what is late',
    params,
    body: handOverBody,
    answer: written,
    example: { adviserId: null, why: 'Olen lomalla ensi viikon.' },
    call: ({ run, params: { personAskId }, body, version }) => run(handOverAsk, { ...body, personAskId, version }),
  }),
];

/** Asking a person: for the customer who asks, and for whoever looks. */
export const askPersonApi: readonly ApiRoute[] = [
  ...ownRoutes,
  apiRoute({
    method: 'GET',
    url: '/asked-persons',
    roles: looking,
    summary:
      'What customers have asked me to look at: as their adviser, or where they have none as one who gives advisers; 25 a page',
    query: askedInput,
    answer: z.object({ asks: z.array(asked), page: z.int(), hasMore: z.boolean() }),
    call: ({ run, query }) => run(readAskedPersons, query),
  }),
  apiRoute({
    method: 'GET',
    url: '/asked-persons/:personAskId',
    roles: looking,
    summary:
      'One of them, with what the customer chose to show; and open challenges by a word (find) that can be put before them',
    params,
    query: z.object({ find: z.string().max(100).default('') }),
    answer: oneAsked,
    call: ({ run, params: { personAskId }, query: { find } }) => run(readAskedPerson, { personAskId, find }),
  }),
  apiRoute({
    method: 'PUT',
    url: '/asked-persons/:personAskId/answer',
    roles: looking,
    isVersioned: true,
    summary: 'Answer in words; and put challenges among what the customer is shown (added, first, last), saying why',
    params,
    body: answerAskBody,
    answer: written,
    example: { answer: 'Katsoin tekstisi. Lisää osaamisiin itse asiakaspalvelu: se puuttuu sanastolta.' },
    call: ({ run, params: { personAskId }, body, version }) => run(answerAsk, { ...body, personAskId, version }),
  }),
  ...turnRoutes,
];
