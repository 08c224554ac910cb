import { sql } from 'kysely';
import { z } from 'zod';
import { access } from '../../kernel/access/access.ts';
import { hasConsent } from '../../kernel/consent.ts';
import type { Language } from '../../kernel/languages.ts';
import { readTerm } from '../../kernel/terms.ts';
import type { Work } from '../../kernel/work.ts';
import {
  type LoggedParts,
  partsWithoutOutside,
  type SuggestionDecision,
  type SuggestionKind,
  scoreWithoutOutside,
  suggestionKinds,
} from '../../know-how/index.ts';
import { labelsFor } from '../labels.ts';
import { type LoggedPartView, skillsInParts, viewParts } from './view-parts.ts';

/** One thing Tuttu, or a person by it, has suggested to a customer. */
export type SuggestionLine = {
  id: string;
  kind: SuggestionKind;
  /** Of a skill its name, of a challenge its title, with the title's language. */
  what: string;
  language: Language;
  skillId: number | null;
  challengeId: string | null;
  /** sha256 of what it was made of, 64 hexadecimal digits; null for a person's proposal and for a text that is deleted. */
  inputHash: string | null;
  vocabularyVersion: string;
  vectorsVersion: string | null;
  /** 0..1. */
  score: number | null;
  parts: LoggedPartView[];
  madeAt: Date;
  seenBy: string[];
  decision: SuggestionDecision | null;
  decidedAt: Date | null;
};

type Row = Omit<SuggestionLine, 'what' | 'language' | 'parts'> & {
  title: string | null;
  titleLanguage: Language | null;
  parts: LoggedParts;
};

type Wanted = {
  customerId: string;
  kind?: SuggestionKind | null | undefined;
  limit: number | null;
  offset: number;
};

/** What an outside model said is out of sight at once for who does not agree to it (any more). */
const withoutOutside = (row: Row): Row => {
  const { score, parts } = row;
  if (Array.isArray(parts) || score === null) return row;
  return { ...row, score: scoreWithoutOutside(score, parts), parts: partsWithoutOutside(parts) };
};

const select = async (
  { tx, cityId, today }: Work,
  { customerId, kind = null, limit, offset }: Wanted,
): Promise<Row[]> => {
  const { rows } = await sql<Row>`
    select l.id, l.kind, l.skill_id, l.challenge_id, encode(l.input_hash, 'hex') as input_hash, l.vocabulary_version, l.vectors_version,
      l.score, l.parts, l.made_at, l.seen_by, l.decision, l.decided_at, c.title, c.language as title_language
    from suggestion_log l
    left join challenge c on c.city_id = l.city_id and c.id = l.challenge_id
    where l.city_id = ${cityId} and l.customer_id = ${customerId} and (${kind}::text is null or l.kind = ${kind})
    order by l.made_at desc, l.id desc limit ${limit} offset ${offset}`.execute(tx);
  return (await hasConsent({ tx, cityId, today }, customerId, 'outsideModel')) ? rows : rows.map(withoutOutside);
};

const lineOf = (
  { title, titleLanguage, parts, ...row }: Row,
  { label, language }: { label: (skillId: number) => string; language: Language },
): SuggestionLine => ({
  ...row,
  what: row.skillId === null ? (title ?? '') : label(row.skillId),
  language: titleLanguage ?? language,
  parts: viewParts(parts, label),
});

const linesOf = (work: Work, rows: readonly Row[]): SuggestionLine[] => {
  const ids = rows.flatMap((row) => [...(row.skillId === null ? [] : [row.skillId]), ...skillsInParts(row.parts)]);
  const label = labelsFor(work, [...new Set(ids)]);
  return rows.map((row) => lineOf(row, { label, language: work.actor.language }));
};

export const suggestionsPerPage = 25;
export const suggestionsInput = z.object({
  page: z.coerce.number().int().min(1).max(1000).default(1),
  /** Only these; all where nothing is said. */
  kind: z.enum(suggestionKinds).optional(),
});

/** What has been suggested to me and why, 25 a page, the newest first; `days`: for how long my city keeps it. */
export const readSuggestionLog = async (
  work: Work,
  { page, kind }: z.output<typeof suggestionsInput>,
): Promise<{ lines: SuggestionLine[]; hasMore: boolean; days: number }> => {
  const me = await access.self(work, { section: 'suggestions', action: 'read', why: 'own suggestions' });
  const offset = (page - 1) * suggestionsPerPage;
  const rows = await select(work, { customerId: me.id, kind, limit: suggestionsPerPage + 1, offset });
  const term = await readTerm(work.tx, { cityId: work.cityId, name: 'suggestionLogDays', today: work.today });
  return {
    lines: linesOf(work, rows.slice(0, suggestionsPerPage)),
    hasMore: rows.length > suggestionsPerPage,
    days: term.value,
  };
};

/** All of it, to take along. */
export const exportSuggestions = async (work: Work): Promise<SuggestionLine[]> => {
  const me = await access.self(work, { section: 'suggestions', action: 'export', why: 'own suggestions' });
  return linesOf(work, await select(work, { customerId: me.id, limit: null, offset: 0 }));
};
