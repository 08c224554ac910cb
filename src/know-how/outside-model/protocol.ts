import { z } from 'zod';
import { type Language, languages } from '../../kernel/languages.ts';

/** Raised when a question or an answer changes its shape. docs/outside-model.md describes both. */
export const protocolVersion = 1;

/** What an outside model is told: nothing of the person but the sentences themselves. */
export type Question = {
  version: typeof protocolVersion;
  language: Language;
  /** The clauses in which Tuttu found something, as they were written. */
  clauses: string[];
  /** What Tuttu suggests from them: ESCO's URI, and its name in `language`. */
  candidates: { uri: string; label: string }[];
};

/** The question, for those who read it: the example server of the tests, and whoever writes one of their own. */
export const question = z.object({
  version: z.literal(protocolVersion),
  language: z.enum(languages),
  clauses: z.array(z.string()),
  candidates: z.array(z.object({ uri: z.string(), label: z.string() })),
});

const mostScores = 500;

/** How well each candidate fits what was told, 0..1. Those left out keep Tuttu's own score. */
export const answer = z.object({
  scores: z.array(z.object({ uri: z.string().max(2000), score: z.number().min(0).max(1) })).max(mostScores),
});

/** Scores by URI; of one given twice the first counts. */
export type Scores = ReadonlyMap<string, number>;
