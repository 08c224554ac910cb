import { z } from 'zod';
import { roles } from '../../kernel/actor.ts';
import { type ApiRoute, apiRoute } from '../../kernel/http/api.ts';
import { addExperience } from './add-experience.ts';
import { changeExperience } from './change-experience.ts';
import { fields } from './changes.ts';
import { experienceInput } from './experience-input.ts';
import { forgetHistory, forgetHistoryInput } from './forget-history.ts';
import { historyInput, readHistory } from './history.ts';
import { addLanguageSkill, changeLanguageSkill, languageInput, languageLevelInput } from './language-skills.ts';
import { knownLicences } from './licence-list.ts';
import { addLicence, changeLicence, licenceInput } from './licences.ts';
import { moveItem, moveItemInput } from './move-item.ts';
import { ownLevelInput, tellLevel } from './own-level.ts';
import { licenceKinds } from './portable.ts';
import { readExperience, readMyProfile } from './read-profile.ts';
import { restoreInput, restoreVersion } from './restore-version.ts';
import { experience, language, level, licence } from './shapes.ts';
import { shareApi } from './share-api.ts';
import { itemKinds } from './tables.ts';
import { lookInto, tieSkill, tieSkillInput } from './tie-skill.ts';
import { readWishes, tellWishes, wishesInput } from './wishes.ts';

const customer = ['customer'] as const;
const written = z.object({ id: z.string(), version: z.number() });
const told = written.extend({ storyId: z.string().nullable(), suggestions: z.number() });
const stands = { id: z.string(), isHidden: z.boolean(), isRemoved: z.boolean(), version: z.number() };
const wish = z.object({ text: z.string(), skillId: z.number().nullable() });

const ownExperience = experience.extend({
  ...stands,
  storyId: z.string().nullable(),
  skills: z.array(
    z.object({
      skillId: z.number(),
      knowHowId: z.string(),
      uri: z.string(),
      label: z.string(),
      words: z.array(z.string()),
      isHidden: z.boolean(),
    }),
  ),
});
const wishes = z.object({ what: z.array(wish), where: z.string(), notWanted: z.string(), version: z.number() });

const profile = z.object({
  experiences: z.array(ownExperience),
  knowHow: z.array(
    z.object({
      id: z.string(),
      skillId: z.number(),
      uri: z.string(),
      label: z.string(),
      level,
      levelWords: z.string(),
      words: z.array(z.string()),
      isHidden: z.boolean(),
      version: z.number(),
    }),
  ),
  languages: z.array(language.extend(stands)),
  licences: z.array(licence.extend(stands)),
  wishes,
});

const exampleExperience = {
  kind: 'care',
  title: 'Äidin omaishoitaja',
  from: { on: '2019', about: true },
  isOngoing: true,
  did: 'Olen hoitanut äitiäni kotona ja järjestänyt kyläjuhlat.',
  language: 'fi',
};
const exampleLicence = { kind: 'card', code: 'hygieniapassi' };
const exampleMove = { move: 'hide' };

const experienceParams = z.object({ experienceId: z.string() });
const languageParams = z.object({ languageSkillId: z.string() });
const licenceParams = z.object({ licenceId: z.string() });

const experienceRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'POST',
    url: '/experiences',
    roles: customer,
    summary: 'Tell of work, study, unpaid care, volunteering or a hobby; skills found in what I did are suggested',
    body: experienceInput,
    answer: told,
    example: exampleExperience,
    call: ({ run, body }) => run(addExperience, body),
  }),
  apiRoute({
    method: 'GET',
    url: '/experiences/:experienceId',
    roles: customer,
    summary: 'One experience of mine with the skills it showed',
    params: experienceParams,
    answer: ownExperience,
    call: ({ run, params }) => run(readExperience, params.experienceId),
  }),
  apiRoute({
    method: 'PUT',
    url: '/experiences/:experienceId',
    roles: customer,
    summary: 'Change an experience; suggestions follow its text',
    isVersioned: true,
    params: experienceParams,
    body: experienceInput,
    answer: told,
    example: exampleExperience,
    call: ({ run, params, body, version }) => run(changeExperience, { ...body, ...params, version }),
  }),
  apiRoute({
    method: 'PATCH',
    url: '/experiences/:experienceId',
    roles: customer,
    summary: 'Hide, show, remove or bring back an experience; or delete one removed for good, with its history',
    isVersioned: true,
    params: experienceParams,
    body: moveItemInput,
    answer: written,
    example: exampleMove,
    call: ({ run, params, body, version }) =>
      run(moveItem, { kind: 'experience', id: params.experienceId, version, ...body }),
  }),
  apiRoute({
    method: 'PUT',
    url: '/experiences/:experienceId/skills',
    roles: customer,
    summary: 'Say that a skill I keep was shown in an experience, or that it was not',
    params: experienceParams,
    body: tieSkillInput,
    answer: z.object({ id: z.string() }),
    example: { uri: 'http://data.europa.eu/esco/skill/261e740b-d32d-4356-94a8-3ea29128b70b', isTied: true },
    call: ({ run, params, body }) => run(tieSkill, { ...body, ...params }),
  }),
  apiRoute({
    method: 'POST',
    url: '/experiences/:experienceId/suggestions',
    roles: customer,
    summary: 'Look for know-how in the text of an experience brought from elsewhere',
    params: experienceParams,
    answer: z.object({ suggestions: z.number() }),
    call: ({ run, params }) => run(lookInto, params),
  }),
];

const languageRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'POST',
    url: '/languages',
    roles: customer,
    summary: 'Tell a language I know and how well; one told before gets this level',
    body: languageInput,
    answer: written,
    example: { code: 'en', level: 'B1' },
    call: ({ run, body }) => run(addLanguageSkill, body),
  }),
  apiRoute({
    method: 'PUT',
    url: '/languages/:languageSkillId',
    roles: customer,
    summary: 'Change how well I know a language',
    isVersioned: true,
    params: languageParams,
    body: languageLevelInput,
    answer: written,
    example: { level: 'B2' },
    call: ({ run, params, body, version }) => run(changeLanguageSkill, { ...body, ...params, version }),
  }),
  apiRoute({
    method: 'PATCH',
    url: '/languages/:languageSkillId',
    roles: customer,
    summary: 'Hide, show, remove or bring back a language; or delete one removed for good, with its history',
    isVersioned: true,
    params: languageParams,
    body: moveItemInput,
    answer: written,
    example: exampleMove,
    call: ({ run, params, body, version }) =>
      run(moveItem, { kind: 'language', id: params.languageSkillId, version, ...body }),
  }),
];

const licenceRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/licence-list',
    roles,
    summary: 'Driving licence classes, cards and licences known by a code',
    answer: z.array(
      z.object({
        kind: z.enum(licenceKinds),
        code: z.string(),
        names: z.object({ fi: z.string(), sv: z.string(), en: z.string() }),
      }),
    ),
    call: async () => knownLicences,
  }),
  apiRoute({
    method: 'POST',
    url: '/licences',
    roles: customer,
    summary: 'Tell a driving licence, card or other licence: by a known code, or by name',
    body: licenceInput,
    answer: written,
    example: exampleLicence,
    call: ({ run, body }) => run(addLicence, body),
  }),
  apiRoute({
    method: 'PUT',
    url: '/licences/:licenceId',
    roles: customer,
    summary: 'Change a licence or card',
    isVersioned: true,
    params: licenceParams,
    body: licenceInput,
    answer: written,
    example: exampleLicence,
    call: ({ run, params, body, version }) => run(changeLicence, { ...body, ...params, version }),
  }),
  apiRoute({
    method: 'PATCH',
    url: '/licences/:licenceId',
    roles: customer,
    summary: 'Hide, show, remove or bring back a licence; or delete one removed for good, with its history',
    isVersioned: true,
    params: licenceParams,
    body: moveItemInput,
    answer: written,
    example: exampleMove,
    call: ({ run, params, body, version }) =>
      run(moveItem, { kind: 'licence', id: params.licenceId, version, ...body }),
  }),
];

/** The profile's part of the API: experiences, own levels, languages, licences, wishes, history, and who is shown what. */
export const profileApi: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/profile',
    roles: customer,
    summary: 'My whole profile, also what is hidden or removed',
    answer: profile,
    call: ({ run }) => run((work) => readMyProfile(work), undefined),
  }),
  ...experienceRoutes,
  ...languageRoutes,
  ...licenceRoutes,
  apiRoute({
    method: 'GET',
    url: '/wishes',
    roles: customer,
    summary: 'What I would like to do, where, and what not; version 0 while nothing is told',
    answer: wishes,
    call: ({ run }) => run((work) => readWishes(work), undefined),
  }),
  apiRoute({
    method: 'PUT',
    url: '/wishes',
    roles: customer,
    summary: 'Tell or change what I would like to do, where, and what not. If-Match "0" the first time',
    isVersioned: true,
    body: wishesInput,
    answer: z.object({ version: z.number() }),
    example: { what: [{ text: 'Haluaisin tehdä ruokaa' }], where: 'Turun keskusta', notWanted: 'yötyö' },
    call: ({ run, body, version }) => run(tellWishes, { ...body, version }),
  }),
  apiRoute({
    method: 'PUT',
    url: '/know-how/:knowHowId/own-level',
    roles: customer,
    summary: 'How well I can something I keep: a step of four, my own words; or hide it. What is left out stays',
    isVersioned: true,
    params: z.object({ knowHowId: z.string() }),
    body: ownLevelInput,
    answer: written,
    example: { level: 3, levelWords: 'joka viikko' },
    call: ({ run, params, body, version }) => run(tellLevel, { ...body, ...params, version }),
  }),
  apiRoute({
    method: 'GET',
    url: '/profile/history',
    roles: customer,
    summary: 'Every change of my profile, or of one part of it, newest first, 25 a page',
    query: historyInput,
    answer: z.object({
      versions: z.array(
        z.object({
          kind: z.enum(itemKinds),
          itemId: z.string(),
          version: z.number(),
          at: z.date(),
          content: z.record(z.string(), z.unknown()),
          changes: z.array(z.object({ what: z.string(), field: z.enum(fields).optional() })),
          isLatest: z.boolean(),
          latest: z.number(),
        }),
      ),
      count: z.number(),
    }),
    call: ({ run, query }) => run(readHistory, query),
  }),
  apiRoute({
    method: 'PUT',
    url: '/profile/restored',
    roles: customer,
    summary:
      'Have an earlier version of a part again (wishes and limits need no itemId); If-Match is the version of the part now',
    isVersioned: true,
    body: restoreInput,
    answer: written,
    example: { kind: 'wishes', to: 1 },
    call: ({ run, body, version }) => run(restoreVersion, { ...body, version }),
  }),
  apiRoute({
    method: 'POST',
    url: '/profile/history/forgotten',
    roles: customer,
    summary: 'Delete for good how a part of my profile, or all of one kind, was before; what stands now stays',
    body: forgetHistoryInput,
    answer: z.object({ forgotten: z.number() }),
    example: { kind: 'wishes' },
    call: ({ run, body }) => run(forgetHistory, body),
  }),
  ...shareApi,
];
