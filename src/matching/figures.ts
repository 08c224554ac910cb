import { z } from 'zod';
import { languages } from '../kernel/languages.ts';
import found from './figures.json' with { type: 'json' };

/** Of texts, in percent, by the language they are in. */
const share = z.object({
  ...Object.fromEntries(languages.map((language) => [language, z.number().min(0).max(100).nullable()])),
  all: z.number().min(0).max(100).nullable(),
  /** What a full-text search reaches on the same texts. */
  miniSearch: z.number().min(0).max(100).nullable(),
});

export const qualities = ['right5', 'core10', 'noReject5', 'emptyWhenEmpty'] as const;
export type Quality = (typeof qualities)[number];

const figuresFile = z.object({
  recogniser: z.object({
    /** YYYY-MM-DD. */
    measuredOn: z.iso.date(),
    skills: z.int(),
    texts: z.int(),
    textsPerSecond: z.int(),
    quality: z.object({ right5: share, core10: share, noReject5: share, emptyWhenEmpty: share }),
    /** Of the ten suggestions of a story told in two languages, how many are the same, in percent. */
    sameInLanguages: z.number().nullable(),
  }),
  match: z.object({
    measuredOn: z.iso.date(),
    people: z.int(),
    p50ms: z.number(),
    p95ms: z.number(),
    postgresMedianMs: z.number(),
    /** Whether index, database and straight scan found the same twenty. */
    equalTop20: z.boolean(),
  }),
});

export type PublicFigures = z.output<typeof figuresFile>;

/** What was measured last of the recogniser and of matching: written by `npm run bench`, shown on the page anyone reads. */
export const publicFigures: PublicFigures = figuresFile.parse(found);
