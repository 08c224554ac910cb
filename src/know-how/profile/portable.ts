import { z } from 'zod';
import { languages } from '../../kernel/languages.ts';
import { hours } from '../../kernel/tables.ts';

/** A day known to the year, month or day: 2019, 2019-05 or 2019-05-12. `about`: the person is not sure of it. */
const partDay = z.object({
  on: z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/),
  about: z.boolean().default(false),
});

export const experienceKinds = ['work', 'study', 'care', 'volunteering', 'hobby'] as const;
export const licenceKinds = ['drivingLicence', 'card', 'licence'] as const;
/** The Common European Framework's steps, and one's own language. */
export const languageLevels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native'] as const;

const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).nullable();

const experience = z.object({
  kind: z.enum(experienceKinds),
  /** What I was or did: "kassatyöntekijä", "äidin omaishoitaja". */
  title: z.string(),
  /** Employer, school, association or the like; '' where there is none. */
  place: z.string().default(''),
  from: partDay.nullable().default(null),
  /** Null with `isOngoing`: it goes on; null without: not told. */
  to: partDay.nullable().default(null),
  isOngoing: z.boolean().default(false),
  /** What I did, in my own words. */
  did: z.string().default(''),
  language: z.enum(languages),
  /** URIs of the skills it showed, all of them in `knowHow`. */
  skills: z.array(z.string()).default([]),
  isHidden: z.boolean().default(false),
});

const knowHow = z.object({
  uri: z.string(),
  label: z.string(),
  level: level.default(null),
  levelWords: z.string().default(''),
  /** My words it was found in. */
  words: z.array(z.string()).default([]),
  isHidden: z.boolean().default(false),
});

/**
 * A customer's whole profile as it leaves Tuttu and comes back: what JSON export writes and import reads, and what every other form (Europass,
 * Job Market Finland, a CV's text) is turned into and from. Texts are as the customer wrote them.
 */
export const portableProfile = z.object({
  format: z.literal('tuttu-profile'),
  version: z.literal(1),
  language: z.enum(languages),
  person: z.object({ name: z.string(), email: z.string().default(''), area: z.string().default('') }),
  experiences: z.array(experience).default([]),
  knowHow: z.array(knowHow).default([]),
  /** ISO 639-1 codes. */
  languages: z
    .array(z.object({ code: z.string(), level: z.enum(languageLevels), isHidden: z.boolean().default(false) }))
    .default([]),
  licences: z
    .array(
      z.object({
        kind: z.enum(licenceKinds),
        /** A driving licence's class ("B", "C1E"), or a card's known code ("hygieniapassi"); '' for another. */
        code: z.string().default(''),
        name: z.string(),
        untilOn: z.iso.date().nullable().default(null),
        isHidden: z.boolean().default(false),
      }),
    )
    .default([]),
  wishes: z
    .object({
      /** What I would like to do; `uri` where it is a skill of the vocabulary. */
      what: z.array(z.object({ text: z.string(), uri: z.string().nullable().default(null) })).default([]),
      where: z.string().default(''),
      notWanted: z.string().default(''),
    })
    .default({ what: [], where: '', notWanted: '' }),
  limits: z
    .object({ hours: z.enum(hours).nullable().default(null), languages: z.array(z.string()).default([]) })
    .default({ hours: null, languages: [] }),
});

export type PortableProfile = z.output<typeof portableProfile>;
