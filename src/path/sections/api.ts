import { z } from 'zod';
import { type ApiRoute, apiRoute } from '../../kernel/http/api.ts';
import { sectionKeys } from '../kinds/tables.ts';
import { readSection, readSections } from './read-sections.ts';
import { readShown, shownInput, showSection } from './show-section.ts';
import { sectionOwners, sectionViewers } from './tables.ts';
import { sectionInput, writeSection } from './write-section.ts';

const ofCustomer = z.object({ customerId: z.uuid() });
const ofSection = z.object({ planSectionId: z.uuid() });
const professionals = ['adviser', 'socialWorker'] as const;
const viewer = z.enum(sectionViewers);
const by = z.enum(['consent', 'law']);

export const sectionShape = z.object({
  id: z.string(),
  customerId: z.string(),
  owner: z.enum(sectionOwners),
  key: z.enum(sectionKeys).nullable(),
  title: z.string(),
  text: z.string(),
  version: z.int(),
  changedAt: z.date(),
  personName: z.string(),
  role: z.string(),
  isMine: z.boolean(),
  crossing: by.nullable(),
  seenBy: z.array(z.object({ viewer, by })),
  isCommon: z.boolean(),
});

/** What the plan lacks only because the customer has not shown it. */
export const unshownShape = z.object({ id: z.string(), key: z.enum(sectionKeys) });

const sectionsShape = z.object({
  customer: z.object({ id: z.string(), name: z.string(), area: z.string() }),
  sections: z.array(sectionShape),
  missing: z.array(z.enum(sectionKeys)),
  unshown: z.array(unshownShape),
  free: z.array(z.enum(sectionKeys)),
});

const writtenShape = z.object({ id: z.string(), version: z.int() });
const newSection = sectionInput.omit({ sectionId: true });
const changedSection = newSection.omit({ key: true });
const begun = { sectionId: null, version: 0 } as const;
const example = { title: 'Aamut', text: 'Aamut ovat minulle vaikeita, iltapäivisin jaksan hyvin.' };

/** Sections of plans. */
export const sectionsApi: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/plan/sections',
    roles: ['customer'],
    summary: 'All sections of my plan, whoever wrote them, and who else sees each',
    answer: sectionsShape,
    call: ({ run }) => run(readSections, { customerId: null }),
  }),
  apiRoute({
    method: 'POST',
    url: '/plan/sections',
    roles: ['customer'],
    summary: 'Write a new section of my plan',
    body: newSection,
    answer: writtenShape,
    example: { key: null, ...example },
    call: ({ run, body }) => run(writeSection, { customerId: null, ...begun, ...body }),
  }),
  apiRoute({
    method: 'GET',
    url: '/customers/:customerId/plan/sections',
    roles: professionals,
    summary: "Sections of a customer's plan that my authority wrote or is shown, by consent or by law",
    params: ofCustomer,
    answer: sectionsShape,
    call: ({ run, params }) => run(readSections, params),
  }),
  apiRoute({
    method: 'POST',
    url: '/customers/:customerId/plan/sections',
    roles: professionals,
    summary: "Write a new section of my authority's in a customer's plan",
    params: ofCustomer,
    body: newSection,
    answer: writtenShape,
    example: { key: null, ...example },
    call: ({ run, params, body }) => run(writeSection, { ...params, ...begun, ...body }),
  }),
  apiRoute({
    method: 'PUT',
    url: '/plan-sections/:planSectionId',
    roles: ['customer', ...professionals],
    summary: 'Change what a section of my own side says; an empty text takes away what was told',
    isVersioned: true,
    params: ofSection,
    body: changedSection,
    answer: writtenShape,
    example,
    call: ({ run, params, body, version }) =>
      run(writeSection, { customerId: null, sectionId: params.planSectionId, key: null, version, ...body }),
  }),
  apiRoute({
    method: 'GET',
    url: '/plan-sections/:planSectionId',
    roles: ['customer', ...professionals],
    summary: 'A section with its versions, the newest first; whom it is shown sees what it says now',
    params: ofSection,
    answer: z.object({
      section: sectionShape,
      versions: z.array(
        z.object({
          version: z.int(),
          at: z.date(),
          personName: z.string(),
          role: z.string(),
          title: z.string(),
          text: z.string(),
        }),
      ),
    }),
    call: ({ run, params }) => run(readSection, { sectionId: params.planSectionId }),
  }),
  apiRoute({
    method: 'GET',
    url: '/plan-sections/:planSectionId/shown',
    roles: ['customer'],
    summary: 'Who sees a section of my plan by my choice, and whom it could be shown to',
    params: ofSection,
    answer: z.object({
      section: sectionShape,
      isNeeded: z.boolean(),
      authorities: z.array(viewer),
      people: z.object({ employment: z.string().nullable(), wellbeing: z.string().nullable() }),
      challenges: z.array(
        z.object({ challengeId: z.string(), title: z.string(), businessName: z.string(), isShown: z.boolean() }),
      ),
      untilOn: z.string().nullable(),
    }),
    call: ({ run, params }) => run(readShown, { sectionId: params.planSectionId }),
  }),
  apiRoute({
    method: 'PUT',
    url: '/plan-sections/:planSectionId/shown',
    roles: ['customer'],
    summary: 'Choose who sees a section of my plan from now on; who is not named does not',
    params: ofSection,
    body: shownInput,
    answer: z.object({}),
    example: { authorities: ['employment'], challengeIds: [], untilOn: null },
    call: ({ run, params, body }) => run(showSection, { ...body, sectionId: params.planSectionId }),
  }),
];
