import { z } from 'zod';
import { roles } from '../../kernel/actor.ts';
import { type ApiRoute, apiRoute } from '../../kernel/http/api.ts';
import { languages } from '../../kernel/languages.ts';
import { answerAsAdviser, answersInput } from './answer-request.ts';
import { decideEvidence, decideEvidenceInput } from './decide-evidence.ts';
import { decideVouching, decideVouchingInput } from './decide-vouching.ts';
import { endRequest } from './end-request.ts';
import { linkHash, linkPath, newLinkSecret } from './link.ts';
import { offerVouching, offerVouchingInput } from './offer-vouching.ts';
import { readAsked, readAskedOfMe, readEvidence, readRequest, readVouching } from './read-vouching.ts';
import { vouchRequestInput, vouchWays } from './request-input.ts';
import { customerDecisions, requestMoves, requestStates } from './rules.ts';
import { makeLink, sendRequest } from './send-request.ts';
import { evidenceKinds, evidenceStates, vouchingStates, vouchRelations } from './tables.ts';
import { withdrawAsAdviser } from './withdraw-vouching.ts';
import { changeRequest, writeRequest } from './write-request.ts';

const written = z.object({ id: z.string(), version: z.number() });
const when = z.date().nullable();
const said = z.object({ how: z.string(), since: z.string(), until: z.string(), answeredAt: when });

const vouching = said.extend({
  id: z.string(),
  skillId: z.number(),
  uri: z.string(),
  label: z.string(),
  state: z.enum(vouchingStates),
  decidedAt: when,
  withdrawnAt: when,
  version: z.number(),
  decisions: z.array(z.enum(customerDecisions)),
});

const request = z.object({
  id: z.string(),
  state: z.enum(requestStates),
  relation: z.enum(vouchRelations),
  way: z.enum(vouchWays),
  askedName: z.string(),
  letterEmail: z.string().nullable(),
  isOffered: z.boolean(),
  nameShown: z.string(),
  whatFor: z.string(),
  message: z.string(),
  language: z.enum(languages),
  openUntil: when,
  letters: z.number(),
  voucherName: z.string(),
  voucherRole: z.string(),
  version: z.number(),
  createdAt: z.date(),
  askedAt: when,
  answeredAt: when,
  endedAt: when,
  moves: z.array(z.enum(requestMoves)),
  vouchings: z.array(vouching),
});

const evidence = z.object({
  id: z.string(),
  kind: z.enum(evidenceKinds),
  title: z.string(),
  happenedOn: z.string(),
  confirmedBy: z.string(),
  confirmedAs: z.enum([...roles, '']),
  state: z.enum(evidenceStates),
  version: z.number(),
  createdAt: z.date(),
  decidedAt: when,
  skills: z.array(z.object({ skillId: z.number(), uri: z.string(), label: z.string(), isChosen: z.boolean() })),
});

const asked = z.object({
  id: z.string(),
  relation: z.enum(vouchRelations),
  isOffered: z.boolean(),
  nameShown: z.string(),
  whatFor: z.string(),
  message: z.string(),
  openUntil: when,
  answeredAt: when,
  version: z.number(),
  canAnswer: z.boolean(),
  vouchings: z.array(
    said.extend({
      skillId: z.number(),
      uri: z.string(),
      label: z.string(),
      state: z.enum(vouchingStates),
      canWithdraw: z.boolean(),
    }),
  ),
});

const customer = ['customer'] as const;
const adviser = ['adviser'] as const;
const requestParams = z.object({ vouchRequestId: z.string() });

/** Elderly care; the tests' customers keep it. */
const exampleSkill = 'http://data.europa.eu/esco/skill/261e740b-d32d-4356-94a8-3ea29128b70b';

const exampleRequest = {
  skills: [exampleSkill],
  way: 'link',
  askedName: 'Riitta Aalto',
  relation: 'employer',
  nameShown: 'firstName',
  whatFor: 'Haen leipomoon',
  message: 'Muistatko kyläjuhlat 2019? Voisitko kertoa, mitä näit?',
  language: 'fi',
};

const link = written.extend({
  /** Told here and never again. */
  link: z.string(),
});

/** Vouching's part of the API. Who answers by a link has a page only: no account, no program. */
export const vouchingApi: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/vouching',
    roles: customer,
    summary:
      'Whom I have asked to vouch for me and what came of it, what was offered, and evidence of completed things',
    answer: z.object({ requests: z.array(request), evidence: z.array(evidence) }),
    call: ({ run }) => run((work) => readVouching(work), undefined),
  }),
  apiRoute({
    method: 'POST',
    url: '/vouching',
    roles: customer,
    summary: 'Write down whom I ask about which of my kept skills; nothing is sent yet',
    body: vouchRequestInput,
    answer: written,
    example: exampleRequest,
    call: ({ run, body }) => run(writeRequest, body),
  }),
  apiRoute({
    method: 'GET',
    url: '/vouching/:vouchRequestId',
    roles: customer,
    summary: 'One request of mine, with what was answered to each skill',
    params: requestParams,
    answer: request.extend({ canSendAgain: z.boolean(), linkDays: z.number() }),
    call: ({ run, params }) => run(readRequest, params.vouchRequestId),
  }),
  apiRoute({
    method: 'PUT',
    url: '/vouching/:vouchRequestId',
    roles: customer,
    summary: 'Change a request that has not been sent',
    isVersioned: true,
    params: requestParams,
    body: vouchRequestInput,
    answer: written,
    example: exampleRequest,
    call: ({ run, params, body, version }) =>
      run(changeRequest, { ...body, requestId: params.vouchRequestId, version }),
  }),
  apiRoute({
    method: 'DELETE',
    url: '/vouching/:vouchRequestId',
    roles: customer,
    summary: 'Ask no more: the link ends at once, a draft is gone',
    isVersioned: true,
    params: requestParams,
    answer: written,
    call: ({ run, params, version }) => run(endRequest, { requestId: params.vouchRequestId, version }),
  }),
  apiRoute({
    method: 'POST',
    url: '/vouching/:vouchRequestId/sending',
    roles: customer,
    summary: 'Send a request as a letter or to my adviser, for the first time or once more; a link before ends',
    isVersioned: true,
    params: requestParams,
    answer: written,
    call: ({ run, params, version }) => run(sendRequest, { requestId: params.vouchRequestId, version }),
  }),
  apiRoute({
    method: 'PUT',
    url: '/vouching/:vouchRequestId/link',
    roles: customer,
    summary: 'Make the link I hand over; one made before ends',
    isVersioned: true,
    params: requestParams,
    answer: link,
    call: async ({ run, params, version, session, outside }) => {
      // The secret is made and told here; the use case knows its hash.
      const secret = newLinkSecret(session.actor?.cityId ?? '');
      const input = { requestId: params.vouchRequestId, version, secretHash: linkHash(secret) };
      return { ...(await run(makeLink, input)), link: outside.config.url + linkPath(secret, session.language) };
    },
  }),
  apiRoute({
    method: 'PATCH',
    url: '/vouchings/:vouchingId',
    roles: customer,
    summary: 'Take what was said of one skill, leave it, or take it away again',
    isVersioned: true,
    params: z.object({ vouchingId: z.string() }),
    body: decideVouchingInput,
    answer: written.extend({ requestId: z.string(), state: z.enum(vouchingStates) }),
    example: { decision: 'accept' },
    call: ({ run, params, body, version }) => run(decideVouching, { ...body, vouchingId: params.vouchingId, version }),
  }),
  apiRoute({
    method: 'GET',
    url: '/evidence/:evidenceId',
    roles: customer,
    summary: 'One completed thing, and my kept skills it could be taken into',
    params: z.object({ evidenceId: z.string() }),
    answer: evidence.extend({ others: z.array(z.object({ uri: z.string(), label: z.string() })) }),
    call: ({ run, params }) => run(readEvidence, params.evidenceId),
  }),
  apiRoute({
    method: 'PATCH',
    url: '/evidence/:evidenceId',
    roles: customer,
    summary: 'Take a completed thing as evidence of skills I choose, leave it, or take it away again',
    isVersioned: true,
    params: z.object({ evidenceId: z.string() }),
    body: decideEvidenceInput,
    answer: written.extend({ state: z.enum(evidenceStates) }),
    example: { decision: 'leave' },
    call: ({ run, params, body, version }) => run(decideEvidence, { ...body, evidenceId: params.evidenceId, version }),
  }),
  apiRoute({
    method: 'GET',
    url: '/asked-vouching',
    roles: adviser,
    summary: 'What customers ask me to vouch for, and what I have said or offered',
    answer: z.array(asked),
    call: ({ run }) => run((work) => readAskedOfMe(work), undefined),
  }),
  apiRoute({
    method: 'GET',
    url: '/asked-vouching/:vouchRequestId',
    roles: adviser,
    summary: 'One of them',
    params: requestParams,
    answer: asked,
    call: ({ run, params }) => run(readAsked, params.vouchRequestId),
  }),
  apiRoute({
    method: 'POST',
    url: '/asked-vouching/:vouchRequestId/answers',
    roles: adviser,
    summary: 'Answer for each skill: seen, and how I know; cannot say; or no thanks',
    isVersioned: true,
    params: requestParams,
    body: answersInput,
    answer: written,
    example: { answers: [{ skill: exampleSkill, answer: 'seen', how: 'Ohjasin häntä kesän 2025' }] },
    call: ({ run, params, body, version }) =>
      run(answerAsAdviser, { ...body, requestId: params.vouchRequestId, version }),
  }),
  apiRoute({
    method: 'POST',
    url: '/asked-vouching/:vouchRequestId/withdrawal',
    roles: adviser,
    summary: 'Take back one thing I have said',
    params: requestParams,
    body: z.object({ skill: z.string().max(300) }),
    answer: written,
    example: { skill: exampleSkill },
    call: ({ run, params, body }) => run(withdrawAsAdviser, { ...body, requestId: params.vouchRequestId }),
  }),
  apiRoute({
    method: 'POST',
    url: '/customers/:customerId/vouching',
    roles: adviser,
    summary: 'Say by myself that I have seen some of what a customer of mine can do; it waits for them',
    params: z.object({ customerId: z.string() }),
    body: offerVouchingInput,
    answer: written,
    example: { skills: [exampleSkill], how: 'Ohjasin häntä kesän 2025' },
    call: ({ run, params, body }) => run(offerVouching, { ...body, customerId: params.customerId }),
  }),
];
