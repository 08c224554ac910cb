import { z } from 'zod';
import { roles } from '../kernel/actor.ts';
import { type ApiRoute, apiRoute } from '../kernel/http/api.ts';
import { languages } from '../kernel/languages.ts';
import { hours } from '../kernel/tables.ts';
import { addKnowHow, chosenSkillInput } from './add-know-how.ts';
import { askBackApi } from './ask-back/api.ts';
import { bringApi } from './bring/api.ts';
import { changeKnowHow } from './change-know-how.ts';
import { changeStory, changeStoryInput } from './change-story.ts';
import { decideKnowHow, decideKnowHowInput } from './decide-know-how.ts';
import { deleteStory } from './delete-story.ts';
import { leaveApi } from './leave/api.ts';
import { limitsInput, readLimits, tellLimits } from './limits.ts';
import { limitsForCustomerBody, readLimitsForCustomer, tellLimitsForCustomer } from './limits-for-customer.ts';
import { profileApi } from './profile/api.ts';
import { readMyKnowHow, readMyStories } from './queries.ts';
import { readCustomerKnowHow, readKnowHow } from './read-know-how.ts';
import { readStory, readSuggestions } from './read-story.ts';
import { searchSkills, searchSkillsInput } from './search-skills.ts';
import {
  keepForCustomer,
  keepForCustomerBody,
  readToldStory,
  storyForCustomerBody,
  tellStoryForCustomer,
} from './story-for-customer.ts';
import { levels } from './tables.ts';
import { tellStory, tellStoryInput } from './tell-story.ts';
import { vouchingApi } from './vouching/api.ts';

const storyParams = z.object({ storyId: z.string() });
const knowHowParams = z.object({ knowHowId: z.string() });
const span = z.object({ start: z.number(), end: z.number() });
const state = z.enum(['suggested', 'kept', 'dropped']);
const written = z.object({ id: z.string(), version: z.number() });
const told = written.extend({ suggestions: z.number() });

const knowHow = z.object({
  id: z.string(),
  skillId: z.number(),
  uri: z.string(),
  label: z.string(),
  words: z.array(z.string()),
  storyId: z.string().nullable(),
  level: z.literal(levels).nullable(),
  levelWords: z.string(),
  isHidden: z.boolean(),
  version: z.number(),
});

const decided = written.extend({ state, storyId: z.string().nullable(), left: z.number() });

const found = knowHow.omit({ storyId: true, level: true, levelWords: true, isHidden: true }).extend({
  state,
  score: z.number().nullable(),
  outsideModel: z.number().nullable(),
  parts: z.record(z.string(), z.number()),
  suggestionId: z.string().nullable(),
  apart: z.string().nullable(),
  because: z.array(span),
});

const storyLine = z.object({
  id: z.string(),
  beginning: z.string(),
  isWhole: z.boolean(),
  language: z.enum(languages),
  changedAt: z.date(),
  version: z.number(),
  suggested: z.number(),
  kept: z.number(),
});

const story = z.object({
  id: z.string(),
  text: z.string(),
  language: z.enum(languages).describe('The language it was read in: the chosen one, unless it is clearly in another'),
  writtenIn: z
    .enum([...languages, 'other'])
    .nullable()
    .describe("'other': in none of Finnish, Swedish and English"),
  version: z.number(),
  experienceId: z.string().nullable(),
  createdAt: z.date(),
  changedAt: z.date(),
  outsideModel: z.object({ name: z.string(), state: z.enum(['waiting', 'answered', 'failed']) }).nullable(),
  found: z.array(found),
  segments: z.array(z.object({ text: z.string(), ids: z.array(z.string()) })),
});

const customer = ['customer'] as const;
const exampleStory = { text: 'Olen hoitanut äitiäni kotona ja järjestänyt kyläjuhlat.', language: 'fi' };
const exampleSkill = { uri: 'http://data.europa.eu/esco/skill/0e2c082a-056c-413c-94d1-581a0133e614' };

const limitsRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/limits',
    roles: customer,
    summary: 'When I can work, which languages I speak, where I live. Null hours, or no languages: I have not told',
    answer: z.object({
      hours: z.enum(hours).nullable(),
      languages: z.array(z.string()),
      area: z.string(),
      version: z.number(),
    }),
    call: ({ run }) => run((work) => readLimits(work), undefined),
  }),
  apiRoute({
    method: 'PUT',
    url: '/limits',
    roles: customer,
    summary: 'Tell or change when I can work, which languages I speak, where I live',
    isVersioned: true,
    body: limitsInput,
    answer: z.object({ version: z.number() }),
    example: { hours: 'weekends', languages: ['fi', 'sv'], area: 'Varissuo' },
    call: ({ run, body, version }) => run(tellLimits, { ...body, version }),
  }),
  apiRoute({
    method: 'GET',
    url: '/customers/:customerId/limits',
    roles: ['adviser'],
    summary: "A customer's limits, to be changed with them on the telephone or at the desk; in their use log",
    params: z.object({ customerId: z.string() }),
    answer: z.object({
      customer: z.object({ id: z.string(), name: z.string() }),
      hours: z.enum(hours).nullable(),
      languages: z.array(z.string()),
      area: z.string(),
      version: z.number(),
    }),
    call: ({ run, params }) => run(readLimitsForCustomer, params),
  }),
  apiRoute({
    method: 'PUT',
    url: '/customers/:customerId/limits',
    roles: ['adviser'],
    summary: 'Tell limits for a customer who is on the telephone or at the desk, with why; told to them at once',
    isVersioned: true,
    params: z.object({ customerId: z.string() }),
    body: limitsForCustomerBody,
    answer: z.object({ version: z.number() }),
    example: { hours: 'days', languages: ['fi'], area: 'Varissuo', way: 'desk', reason: 'Täytimme tämän yhdessä' },
    call: ({ run, params, body, version }) => run(tellLimitsForCustomer, { ...params, ...body, version }),
  }),
];

const toldRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'POST',
    url: '/customers/:customerId/stories',
    roles: ['adviser'],
    summary:
      'Write down what a customer tells they can do, in their words, with why; 409 while they do not show me their know-how',
    params: z.object({ customerId: z.string() }),
    body: storyForCustomerBody,
    answer: told,
    example: {
      ...{ text: 'Hoidin äitiäni ja järjestin kyläjuhlat.', language: 'fi' },
      ...{ way: 'desk', reason: 'Hän kertoi, minä kirjoitin' },
    },
    call: ({ run, params, body }) => run(tellStoryForCustomer, { ...params, ...body }),
  }),
  apiRoute({
    method: 'GET',
    url: '/told-stories/:toldStoryId',
    roles: ['adviser'],
    summary: 'A story I wrote down for its customer today, with what was found in it',
    params: z.object({ toldStoryId: z.string() }),
    answer: z.object({
      customer: z.object({ id: z.string(), name: z.string() }),
      ...{ id: z.string(), text: z.string(), language: z.enum(languages), version: z.number() },
      waits: z.array(
        z.object({ id: z.string(), label: z.string(), apart: z.string().nullable(), words: z.array(z.string()) }),
      ),
      kept: z.array(z.object({ id: z.string(), label: z.string() })),
    }),
    call: ({ run, params }) => run(readToldStory, params),
  }),
  apiRoute({
    method: 'POST',
    url: '/told-stories/:toldStoryId/kept',
    roles: ['adviser'],
    summary: 'Keep for its customer what they say is right of it; the rest waits for them',
    isVersioned: true,
    params: z.object({ toldStoryId: z.string() }),
    body: keepForCustomerBody,
    answer: z.object({ kept: z.number() }),
    example: { keep: 'all', way: 'desk', reason: 'Katsoimme ne yhdessä' },
    call: ({ run, params, body, version }) => run(keepForCustomer, { ...params, ...body, version }),
  }),
];

/** Know-how's part of the API: stories, what is found in them, what the customer keeps, limits, and the search of the vocabulary. */
export const knowHowApi: readonly ApiRoute[] = [
  ...bringApi,
  ...askBackApi,
  ...leaveApi,
  ...limitsRoutes,
  ...toldRoutes,
  ...vouchingApi,
  ...profileApi,
  apiRoute({
    method: 'GET',
    url: '/stories',
    roles: customer,
    summary: 'My stories, the latest changed first, 25 a page',
    query: z.object({ page: z.coerce.number().int().min(1).max(100_000).default(1) }),
    answer: z.object({ stories: z.array(storyLine), pages: z.number(), count: z.number() }),
    call: ({ run, query }) => run(readMyStories, query),
  }),
  apiRoute({
    method: 'POST',
    url: '/stories',
    roles: customer,
    summary: 'Tell what I can do, in my own words; skills found in it are suggested',
    body: tellStoryInput,
    answer: told,
    example: exampleStory,
    call: ({ run, body }) => run(tellStory, body),
  }),
  apiRoute({
    method: 'GET',
    url: '/stories/:storyId',
    roles: customer,
    summary: 'One story of mine with what was found in it',
    params: storyParams,
    answer: story,
    call: ({ run, params }) => run(readStory, params.storyId),
  }),
  apiRoute({
    method: 'PUT',
    url: '/stories/:storyId',
    roles: customer,
    summary: 'Change a story; suggestions follow the new text',
    isVersioned: true,
    params: storyParams,
    body: changeStoryInput,
    answer: told,
    example: exampleStory,
    call: ({ run, params, body, version }) => run(changeStory, { ...body, storyId: params.storyId, version }),
  }),
  apiRoute({
    method: 'DELETE',
    url: '/stories/:storyId',
    roles: customer,
    summary: 'Delete a story for good; kept know-how stays without its words',
    isVersioned: true,
    params: storyParams,
    answer: z.object({}),
    call: ({ run, params, version }) => run(deleteStory, { storyId: params.storyId, version }),
  }),
  apiRoute({
    method: 'GET',
    url: '/stories/:storyId/suggestions',
    roles: customer,
    summary: 'What was found in a story and waits for my decision',
    params: storyParams,
    answer: z.array(found),
    call: ({ run, params }) => run(readSuggestions, params.storyId),
  }),
  apiRoute({
    method: 'GET',
    url: '/know-how',
    roles: customer,
    summary: 'My know-how: what I keep and what I have dropped',
    answer: z.object({ kept: z.array(knowHow), dropped: z.array(knowHow) }),
    call: ({ run }) => run((work) => readMyKnowHow(work), undefined),
  }),
  apiRoute({
    method: 'POST',
    url: '/know-how',
    roles: customer,
    summary: 'Add a skill of the vocabulary to my know-how',
    body: chosenSkillInput,
    answer: written,
    example: exampleSkill,
    call: ({ run, body }) => run(addKnowHow, body),
  }),
  apiRoute({
    method: 'GET',
    url: '/know-how/:knowHowId',
    roles: customer,
    summary: 'One piece of my know-how, with my words it was found in',
    params: knowHowParams,
    answer: knowHow.extend({ state, origin: z.enum(['story', 'added']), because: z.array(span) }),
    call: ({ run, params }) => run(readKnowHow, params.knowHowId),
  }),
  apiRoute({
    method: 'PATCH',
    url: '/know-how/:knowHowId',
    roles: customer,
    summary: 'Keep, drop or bring back',
    isVersioned: true,
    params: knowHowParams,
    body: decideKnowHowInput,
    answer: decided,
    example: { decision: 'drop' },
    call: ({ run, params, body, version }) => run(decideKnowHow, { ...body, knowHowId: params.knowHowId, version }),
  }),
  apiRoute({
    method: 'PUT',
    url: '/know-how/:knowHowId',
    roles: customer,
    summary: 'Put another skill in its place; the words stay',
    isVersioned: true,
    params: knowHowParams,
    body: chosenSkillInput,
    answer: decided,
    example: exampleSkill,
    call: ({ run, params, body, version }) => run(changeKnowHow, { ...body, knowHowId: params.knowHowId, version }),
  }),
  apiRoute({
    method: 'GET',
    url: '/skills',
    roles,
    summary: 'Search the vocabulary by typing',
    query: searchSkillsInput,
    answer: z.array(
      z.object({ skillId: z.number(), uri: z.string(), label: z.string(), apart: z.string().nullable() }),
    ),
    call: ({ run, query }) => run(searchSkills, query),
  }),
  apiRoute({
    method: 'GET',
    url: '/customers/:customerId/know-how',
    roles: ['adviser'],
    summary: 'What a customer of my caseload can do, when they agree to it',
    params: z.object({ customerId: z.string() }),
    answer: z.object({
      isShared: z.boolean(),
      knowHow: z.array(knowHow.pick({ id: true, skillId: true, uri: true, label: true, level: true })),
    }),
    call: ({ run, params }) => run(readCustomerKnowHow, params.customerId),
  }),
];
