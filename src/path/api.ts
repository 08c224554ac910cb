import { z } from 'zod';
import { professionalKinds } from '../kernel/actor.ts';
import { type ApiRoute, apiRoute } from '../kernel/http/api.ts';
import { addIdea, ideaInput } from './add-idea.ts';
import { afterCareApi } from './after-care/api.ts';
import { answerForCustomer, answerForCustomerBody } from './answer-for-customer.ts';
import { answerStep, stepAnswerInput } from './answer-step.ts';
import {
  comparisonShape,
  goalVersionsShape,
  movedShape,
  openStepShape,
  planShape,
  stepsShape,
  stepVersionsShape,
  unassignedShape,
} from './api-shapes.ts';
import { beginStep } from './begin-step.ts';
import { stepFilters } from './board/filters.ts';
import { caseloadApi } from './caseload/api.ts';
import { changeStep, stepChangeInput } from './change-step.ts';
import { comparedVersions, compareStep } from './compare-step.ts';
import { evidenceInput, finishStep } from './finish-step.ts';
import { adviserInput, giveAdviser } from './give-adviser.ts';
import { readGoalVersions } from './goals.ts';
import { handOverApi } from './hand-over/api.ts';
import { invitationsApi } from './invitations/api.ts';
import { kindsApi } from './kinds/api.ts';
import { dropStep, endStep, leaveInput } from './leave-step.ts';
import { listUnassigned, listUnassignedInput } from './list-unassigned.ts';
import { notesApi } from './notes/api.ts';
import { paperApi } from './paper/api.ts';
import { ideaProposalInput, proposeIdea } from './propose-idea.ts';
import { proposalInput, proposeStep } from './propose-step.ts';
import { readPlan } from './read-plan.ts';
import { readStep, readStepVersions } from './read-step.ts';
import { readSteps } from './read-steps.ts';
import { rhythmApi } from './rhythm/api.ts';
import { sectionsApi } from './sections/api.ts';
import { goalInput, setGoal } from './set-goal.ts';
import { showStep, stepShownInput } from './show-step.ts';
import { signingApi } from './signing/api.ts';
import { socialApi } from './social/api.ts';
import { stagesApi } from './stages/api.ts';
import { takeUpStep } from './take-up-step.ts';
import { withdrawStep } from './withdraw-step.ts';

const allSides = ['customer', 'adviser', 'socialWorker'] as const;
const ofCustomer = z.object({ customerId: z.uuid() });
const ofStep = z.object({ stepId: z.uuid() });
const versionShape = z.object({ version: z.number().int() });
const example = {
  title: 'Soita leipomoon ja sovi päivä',
  why: 'Sanoit kyllä heidän haasteeseensa.',
  owner: 'customer',
  dueOn: '2030-06-01',
  place: 'Aurakatu 8',
  link: 'https://www.example.org/leipomo',
  stage: 'workshop',
};
const goalExample = { goal: 'Teen töitä, joissa saan järjestää tapahtumia.' };

const planRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/plan',
    roles: ['customer'],
    summary: 'My plan: goal and steps',
    answer: planShape,
    call: ({ run }) => run(readPlan, { customerId: null }),
  }),
  apiRoute({
    method: 'PUT',
    url: '/plan/goal',
    roles: ['customer'],
    summary: 'Write the goal of my plan; If-Match "0" when there is none yet',
    isVersioned: true,
    body: goalInput,
    answer: versionShape,
    example: goalExample,
    call: ({ run, body, version }) => run(setGoal, { customerId: null, version, ...body }),
  }),
  apiRoute({
    method: 'GET',
    url: '/plan/goal/versions',
    roles: ['customer'],
    summary: 'Every version of my goal, the newest first',
    answer: goalVersionsShape,
    call: ({ run }) => run(readGoalVersions, { customerId: null }),
  }),
  apiRoute({
    method: 'POST',
    url: '/plan/steps',
    roles: ['customer'],
    summary: 'Propose a step to my adviser, or to my social worker (`withRole`)',
    body: proposalInput,
    answer: movedShape,
    example: { ...example, challengeId: null },
    call: ({ run, body }) => run(proposeStep, { customerId: null, ...body }),
  }),
  apiRoute({
    method: 'POST',
    url: '/plan/ideas',
    roles: ['customer'],
    summary: 'Put an idea of my own on my plan; `onlyMine` keeps it from the professionals',
    body: ideaInput,
    answer: movedShape,
    example: { title: 'Kysy naapurin pojan kesätyöpaikasta', onlyMine: false },
    call: ({ run, body }) => run(addIdea, body),
  }),
];

const customerRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/customers/:customerId/plan',
    roles: ['adviser'],
    summary: "A customer's plan: goal and steps",
    params: ofCustomer,
    answer: planShape,
    call: ({ run, params }) => run(readPlan, params),
  }),
  apiRoute({
    method: 'PUT',
    url: '/customers/:customerId/plan/goal',
    roles: ['adviser'],
    summary: 'Write the goal of a customer\'s plan; If-Match "0" when there is none yet',
    isVersioned: true,
    params: ofCustomer,
    body: goalInput,
    answer: versionShape,
    example: goalExample,
    call: ({ run, params, body, version }) => run(setGoal, { ...params, version, ...body }),
  }),
  apiRoute({
    method: 'GET',
    url: '/customers/:customerId/plan/goal/versions',
    roles: ['adviser'],
    summary: "Every version of a customer's goal, the newest first",
    params: ofCustomer,
    answer: goalVersionsShape,
    call: ({ run, params }) => run(readGoalVersions, params),
  }),
  apiRoute({
    method: 'POST',
    url: '/customers/:customerId/steps',
    roles: professionalKinds,
    summary: 'Propose a step to a customer I look after, to agree on with me',
    params: ofCustomer,
    body: proposalInput,
    answer: movedShape,
    example: { ...example, challengeId: null },
    call: ({ run, params, body }) => run(proposeStep, { ...params, ...body }),
  }),
];

const assigners = ['adviser', 'coordinator', 'manager'] as const;

const unassignedRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/without-adviser',
    roles: assigners,
    summary:
      'Customers no adviser looks after, the longest waiting first, 25 a page; and the advisers they can be given to',
    query: listUnassignedInput,
    answer: unassignedShape,
    call: ({ run, query }) => run(listUnassigned, query),
  }),
  apiRoute({
    method: 'POST',
    url: '/without-adviser/:unassignedCustomerId',
    roles: assigners,
    summary:
      'Give such a customer an adviser from today. `adviserId` null: myself when I am an adviser, else who has the fewest customers',
    params: z.object({ unassignedCustomerId: z.uuid() }),
    body: adviserInput,
    answer: z.object({ customerId: z.string(), adviserId: z.string() }),
    example: { adviserId: null },
    call: ({ run, params, body }) => run(giveAdviser, { customerId: params.unassignedCustomerId, ...body }),
  }),
];

const stepRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'POST',
    url: '/steps/:stepId/answer-for-customer',
    roles: ['adviser'],
    summary:
      'Answer a step for its customer, who is on the telephone or at the desk; told to them at once, and it signs nothing for them',
    isVersioned: true,
    params: ofStep,
    body: answerForCustomerBody,
    answer: movedShape,
    example: { answer: 'agree', word: '', way: 'phone', reason: 'Puhelin ei avaa sivua, sovimme tästä puhelussa' },
    call: ({ run, params, body, version }) => run(answerForCustomer, { ...params, ...body, version }),
  }),
  apiRoute({
    method: 'GET',
    url: '/plan/steps',
    roles: ['customer'],
    summary: 'My steps; `all` is how many without the filters, `soonDays` within how many days a day is near',
    query: stepFilters,
    answer: stepsShape,
    call: ({ run, query }) => run(readSteps, { customerId: null, ...query }),
  }),
  apiRoute({
    method: 'GET',
    url: '/steps/:stepId/comparison',
    roles: allSides,
    summary: 'Two versions of a step, field by field and word by word; the latest and the one before it unless said',
    params: ofStep,
    query: comparedVersions,
    answer: comparisonShape,
    call: async ({ run, params, query }) => {
      const { from, to, fields } = await run(compareStep, { ...params, ...query });
      return { from: from.version, to: to.version, fields };
    },
  }),
  apiRoute({
    method: 'GET',
    url: '/customers/:customerId/steps',
    roles: professionalKinds,
    summary:
      "A customer's steps that are with me, and those the customer shows me; `all` is how many without the filters",
    params: ofCustomer,
    query: stepFilters,
    answer: stepsShape,
    call: ({ run, params, query }) => run(readSteps, { ...params, ...query }),
  }),
  apiRoute({
    method: 'PUT',
    url: '/steps/:stepId/shown',
    roles: ['customer'],
    summary: 'Say whether the other professional who looks after me sees a step too',
    params: ofStep,
    body: stepShownInput,
    answer: z.object({ isShown: z.boolean() }),
    example: { isShown: true, untilOn: null },
    call: ({ run, params, body }) => run(showStep, { ...params, ...body }),
  }),
  apiRoute({
    method: 'GET',
    url: '/steps/:stepId',
    roles: allSides,
    summary: 'A step, what I can do with it, and which version of it both have signed',
    params: ofStep,
    answer: openStepShape,
    call: ({ run, params }) => run(readStep, params),
  }),
  apiRoute({
    method: 'GET',
    url: '/steps/:stepId/versions',
    roles: allSides,
    summary: 'Every version of a step, the newest first, with who made it and what changed',
    params: ofStep,
    answer: stepVersionsShape,
    call: ({ run, params }) => run(readStepVersions, params),
  }),
  apiRoute({
    method: 'PATCH',
    url: '/steps/:stepId',
    roles: allSides,
    summary:
      'Change a step, as a new proposal to the other side; my own idea stays an idea, and `onlyMine` false shows it for good',
    isVersioned: true,
    params: ofStep,
    body: stepChangeInput,
    answer: movedShape,
    example,
    call: ({ run, params, body, version }) => run(changeStep, { ...params, version, ...body }),
  }),
  apiRoute({
    method: 'POST',
    url: '/steps/:stepId/answers',
    roles: allSides,
    summary: 'Agree to a proposal of the other side, with a word or without, or decline it with a word why',
    isVersioned: true,
    params: ofStep,
    body: stepAnswerInput,
    answer: movedShape,
    example: { answer: 'decline', word: 'Bussilla sinne ei pääse. Sopisiko jokin lähempänä?' },
    call: ({ run, params, body, version }) => run(answerStep, { ...params, version, ...body }),
  }),
  apiRoute({
    method: 'POST',
    url: '/steps/:stepId/done',
    roles: allSides,
    summary: 'Say that an agreed step is done, and what shows it',
    isVersioned: true,
    params: ofStep,
    body: evidenceInput,
    answer: movedShape,
    example: { evidence: 'Kävin leipomossa ja sain todistuksen.', evidenceLink: '' },
    call: ({ run, params, body, version }) => run(finishStep, { ...params, version, ...body }),
  }),
  apiRoute({
    method: 'POST',
    url: '/steps/:stepId/proposal',
    roles: ['customer'],
    summary: 'Propose my own idea to my adviser or social worker, as the body says it',
    isVersioned: true,
    params: ofStep,
    body: ideaProposalInput,
    answer: movedShape,
    example,
    call: ({ run, params, body, version }) => run(proposeIdea, { ...params, version, ...body }),
  }),
  apiRoute({
    method: 'POST',
    url: '/steps/:stepId/start',
    roles: allSides,
    summary: 'Say that an agreed step is under way',
    isVersioned: true,
    params: ofStep,
    answer: movedShape,
    call: ({ run, params, version }) => run(beginStep, { ...params, version }),
  }),
  apiRoute({
    method: 'POST',
    url: '/steps/:stepId/drop',
    roles: ['customer'],
    summary: 'Drop a step I will not do, with a word why (an idea: without, if I like)',
    isVersioned: true,
    params: ofStep,
    body: leaveInput,
    answer: movedShape,
    example: { word: 'Löysin jo toisen paikan.' },
    call: ({ run, params, body, version }) => run(dropStep, { ...params, version, ...body }),
  }),
  apiRoute({
    method: 'POST',
    url: '/steps/:stepId/end',
    roles: professionalKinds,
    summary: 'End an agreed step the service does not go on with, with a word why',
    isVersioned: true,
    params: ofStep,
    body: leaveInput,
    answer: movedShape,
    example: { word: 'Kurssia ei järjestetä tänä keväänä.' },
    call: ({ run, params, body, version }) => run(endStep, { ...params, version, ...body }),
  }),
  apiRoute({
    method: 'POST',
    url: '/steps/:stepId/take-up',
    roles: ['customer'],
    summary: 'Take up again, as my own idea, a step that was dropped or ended',
    isVersioned: true,
    params: ofStep,
    answer: movedShape,
    call: ({ run, params, version }) => run(takeUpStep, { ...params, version }),
  }),
  apiRoute({
    method: 'POST',
    url: '/steps/:stepId/withdrawal',
    roles: allSides,
    summary: 'Take back my own proposal that has not been answered',
    isVersioned: true,
    params: ofStep,
    answer: movedShape,
    call: ({ run, params, version }) => run(withdrawStep, { ...params, version }),
  }),
];

/** The path's part of the API. */
export const pathApi: readonly ApiRoute[] = [
  ...planRoutes,
  ...caseloadApi,
  ...notesApi,
  ...customerRoutes,
  ...unassignedRoutes,
  ...stepRoutes,
  ...rhythmApi,
  ...kindsApi,
  ...invitationsApi,
  ...handOverApi,
  ...sectionsApi,
  ...signingApi,
  ...paperApi,
  ...socialApi,
  ...stagesApi,
  ...afterCareApi,
];
