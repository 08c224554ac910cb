import { z } from 'zod';
import { languages } from '../../kernel/languages.ts';
import { levels } from '../tables.ts';
import { experienceKinds, languageLevels, licenceKinds, partDay } from './portable.ts';

// What the API answers of a profile, for its owner and for those who are shown it.

export const level = z.literal(levels).nullable();

const time = { from: partDay.nullable(), to: partDay.nullable(), isOngoing: z.boolean() };

export const experience = z.object({
  kind: z.enum(experienceKinds),
  title: z.string(),
  place: z.string(),
  ...time,
  did: z.string(),
  language: z.enum(languages),
});
export const language = z.object({ code: z.string(), level: z.enum(languageLevels) });
export const licence = z.object({
  kind: z.enum(licenceKinds),
  code: z.string(),
  name: z.string(),
  untilOn: z.string().nullable(),
});

/** A profile as somebody else sees it. */
export const seen = z.object({
  knowHow: z.array(z.object({ label: z.string(), level, levelWords: z.string() })),
  experiences: z.array(experience.extend({ skills: z.array(z.string()) })),
  languages: z.array(language),
  licences: z.array(licence),
  wishes: z.object({ what: z.array(z.string()), where: z.string(), notWanted: z.string() }).nullable(),
});

/** When an experience was, what it was, and what was found in it, beside the choice whether it is shown. */
export const choiceExperience = z
  .object({ kind: z.enum(experienceKinds), ...time, language: z.enum(languages), skills: z.array(z.string()) })
  .nullable();

/** What stands on a card for a business beside know-how. */
export const cardThings = {
  experiences: z.array(experience.omit({ did: true }).extend({ id: z.string(), skills: z.array(z.string()) })),
  languages: z.array(language.extend({ id: z.string() })),
  licences: z.array(z.object({ id: z.string(), name: z.string(), untilOn: z.string().nullable() })),
};
