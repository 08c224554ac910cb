import type { z } from 'zod';
import { addDays } from '../kernel/clock.ts';
import { badField } from '../kernel/problem.ts';
import type { Work } from '../kernel/work.ts';
import { challengeFields } from './input.ts';
import { insertDraft } from './insert-draft.ts';
import { needsFrom } from './needs.ts';
import { ownBusiness } from './own-business.ts';
import { recogniseNeeds } from './recognise-needs.ts';

/** How long customers see a challenge when nothing is said, and how far ahead a last day can be. */
export const usualDays = 60;
const mostDaysAhead = 366;

export const writeChallengeInput = challengeFields.extend({
  title: challengeFields.shape.title.default(''),
  place: challengeFields.shape.place.default(''),
  hours: challengeFields.shape.hours.default('any'),
  languages: challengeFields.shape.languages.default([]),
  untilOn: challengeFields.shape.untilOn.optional(),
});

/** Throws badInput for a last day that is over or too far to mean anything. */
export const checkLastDay = (untilOn: string, today: string): void => {
  if (untilOn < today || untilOn > addDays(today, mostDaysAhead)) throw badField('untilOn', 'business.form.untilAhead');
};

/** Keeps a problem in the business's own words as a draft, with the needs recognised in them. Nobody else sees it yet. */
export const writeChallenge = async (
  work: Work,
  { untilOn = addDays(work.today, usualDays), ...input }: z.output<typeof writeChallengeInput>,
): Promise<{ challengeId: string; version: number }> => {
  const businessId = ownBusiness(work, { section: 'challenge', action: 'write', why: 'wrote a challenge' });
  checkLastDay(untilOn, work.today);
  const needs = needsFrom(await recogniseNeeds(work, { text: input.problem, language: input.language }));
  return insertDraft(work, { businessId, ...input, untilOn }, needs);
};
