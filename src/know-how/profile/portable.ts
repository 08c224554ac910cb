import { z } from 'zod';
import { isDay } from '../../kernel/clock.ts';
import { languages } from '../../kernel/languages.ts';
import { hours } from '../../kernel/tables.ts';
import { line, words } from '../../kernel/words.ts';
import { levels } from '../tables.ts';
import { evidenceKinds, vouchRelations } from '../vouching/tables.ts';
import { experienceKinds, languageLevels, licenceKinds, mostOf } from './kinds.ts';

export { experienceKinds, languageLevels, licenceKinds, mostOf };

const text = (most: number) => words(most, { least: 0, mends: true });

/** A day known to the year, month or day: 2019, 2019-05 or 2019-05-12. `about`: the person is not sure of it. */
export const partDay = z.object({
  on: z
    .string()
    .regex(/^(19|20)\d{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, { error: 'profile.partDay', abort: true })
    .refine((on) => on.length < 10 || isDay(on), 'form.noSuchDay'),
  about: z.boolean().default(false),
});
export type PartDay = z.output<typeof partDay>;

const level = z.literal(levels).nullable();

const uri = z.string().max(500);

/** ISO 639-1, or 639-2 where there is none. */
export const languageCode = z.string().regex(/^[a-z]{2,3}$/, 'form.choose');

const experience = z.object({
  kind: z.enum(experienceKinds),
  /** What I was or did: "kassatyöntekijä", "äidin omaishoitaja". */
  title: line(mostOf.title, { mends: true }),
  /** Employer, school, association or the like; '' where there is none. */
  place: text(mostOf.place).default(''),
  from: partDay.nullable().default(null),
  /** Null with `isOngoing`: it goes on; null without: not told. */
  to: partDay.nullable().default(null),
  isOngoing: z.boolean().default(false),
  /** What I did, in my own words. */
  did: text(mostOf.did).default(''),
  language: z.enum(languages),
  /** URIs of the skills it showed, all of them in `knowHow`. */
  skills: z.array(uri).max(200).default([]),
  isHidden: z.boolean().default(false),
});

/** What somebody said of a skill and its customer took: theirs to show. `by` and `role` as they chose to be named; `on` the day they said it. */
const vouching = z.object({
  by: line(100, { mends: true }),
  role: text(100).default(''),
  relation: z.enum(vouchRelations),
  how: text(500).default(''),
  since: text(40).default(''),
  until: text(40).default(''),
  on: z.iso.date(),
  /** Said by somebody logged in to Tuttu; else by a link, and nobody has checked who they are. */
  isInTuttu: z.boolean(),
});

/** Something completed that its customer took as showing a skill. `confirmedBy`: who says it is done, '' when only the customer does. */
const evidence = z.object({
  kind: z.enum(evidenceKinds),
  title: line(500, { mends: true }),
  on: z.iso.date(),
  confirmedBy: text(mostOf.name).default(''),
});

const knowHow = z.object({
  uri,
  label: z.string().max(500),
  level: level.default(null),
  levelWords: text(mostOf.levelWords).default(''),
  /** My words it was found in. */
  words: z.array(text(mostOf.did)).max(50).default([]),
  /** Who has seen it and what completed shows it, where there is any. Told by a file, never taken from one: anybody can write a file. */
  seenBy: z.array(vouching).max(200).optional(),
  shownBy: z.array(evidence).max(200).optional(),
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
  person: z.object({ name: text(mostOf.name), email: text(320).default(''), area: text(mostOf.name).default('') }),
  experiences: z.array(experience).max(mostOf.experiences).default([]),
  knowHow: z.array(knowHow).max(mostOf.knowHow).default([]),
  /** ISO 639-1 codes. */
  languages: z
    .array(z.object({ code: languageCode, level: z.enum(languageLevels), isHidden: z.boolean().default(false) }))
    .max(mostOf.languages)
    .default([]),
  licences: z
    .array(
      z.object({
        kind: z.enum(licenceKinds),
        /** A driving licence's class ("B", "C1E"), or a card's known code ("hygieniapassi"); '' for another. */
        code: z
          .string()
          .regex(/^[\w-]{0,40}$/, 'form.choose')
          .default(''),
        name: line(mostOf.name, { mends: true }),
        untilOn: z.iso.date().nullable().default(null),
        isHidden: z.boolean().default(false),
      }),
    )
    .max(mostOf.licences)
    .default([]),
  wishes: z
    .object({
      /** What I would like to do; `uri` where it is a skill of the vocabulary. */
      what: z
        .array(z.object({ text: words(mostOf.wish, { mends: true }), uri: uri.nullable().default(null) }))
        .max(mostOf.wishes)
        .default([]),
      where: text(mostOf.where).default(''),
      notWanted: text(mostOf.notWanted).default(''),
    })
    .default({ what: [], where: '', notWanted: '' }),
  limits: z
    .object({ hours: z.enum(hours).nullable().default(null), languages: z.array(languageCode).max(20).default([]) })
    .default({ hours: null, languages: [] }),
});

export type PortableProfile = z.output<typeof portableProfile>;
