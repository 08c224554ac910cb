import { sql } from 'kysely';
import { z } from 'zod';
import { access } from '../../kernel/access/access.ts';
import { isId } from '../../kernel/ids.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import {
  hashOfSkills,
  hashOfText,
  keptSkills,
  type SuggestionDecision,
  type SuggestionKind,
} from '../../know-how/index.ts';
import { type AskCounts, readAskCounts } from '../ask-person/count-asks.ts';

/** So many days back the log is counted. */
export const daysCounted = 14;

export type LogDay = {
  /** YYYY-MM-DD in the city's time. */
  day: string;
  kind: SuggestionKind;
  logged: number;
  /** Kept, or answered yes. */
  taken: number;
  /** Dropped, or answered no or not now. */
  left: number;
  /** Gone with the text it came from. */
  gone: number;
  /** Nothing decided yet. */
  open: number;
  /** Come before nobody's eyes yet: what the night has found. */
  unseen: number;
};

export type LogVersion = { vocabularyVersion: string; vectorsVersion: string | null; logged: number };

export type LogCounts = {
  days: LogDay[];
  versions: LogVersion[];
  asks: AskCounts;
  /** Whether every row of these days stands as it was written; null where nobody asked. */
  seals: { rows: number; broken: number } | null;
};

const asked = (action: 'read' | 'search', why: string) =>
  ({ section: 'suggestionLog', action, why, relations: ['city'], customerId: null }) as const;

const sinceDay = ({ cityId, today }: Work) =>
  sql`(${today}::date - ${daysCounted - 1}::int)::timestamp at time zone (select time_zone from city where id = ${cityId})`;

const countDays = async (work: Work): Promise<LogDay[]> => {
  const { tx, cityId } = work;
  const { rows } = await sql<LogDay>`
    select to_char(l.made_at at time zone c.time_zone, 'YYYY-MM-DD') as day, l.kind, count(*)::int as logged,
      count(*) filter (where l.decision in ('kept', 'yes'))::int as taken,
      count(*) filter (where l.decision in ('dropped', 'no', 'notNow'))::int as left,
      count(*) filter (where l.decision = 'gone')::int as gone, count(*) filter (where l.decision is null)::int as open,
      count(*) filter (where l.seen_by = '{}')::int as unseen
    from suggestion_log l join city c on c.id = l.city_id
    where l.city_id = ${cityId} and l.made_at >= ${sinceDay(work)}
    group by 1, 2 order by 1 desc, 2`.execute(tx);
  return rows;
};

const countVersions = async (work: Work): Promise<LogVersion[]> => {
  const { rows } = await sql<LogVersion>`
    select vocabulary_version, vectors_version, count(*)::int as logged from suggestion_log
    where city_id = ${work.cityId} and made_at >= ${sinceDay(work)}
    group by 1, 2 order by 3 desc, 1, 2`.execute(work.tx);
  return rows;
};

const walkSeals = async (work: Work): Promise<{ rows: number; broken: number }> => {
  const { rows } = await sql<{ rows: number; broken: number }>`
    select count(*)::int as rows, count(*) filter (where l.seal <> suggestion_seal(l))::int as broken from suggestion_log l
    where l.city_id = ${work.cityId} and l.made_at >= ${sinceDay(work)}`.execute(work.tx);
  return rows[0] ?? { rows: 0, broken: 0 };
};

export const logCountsInput = z.object({ walk: z.stringbool().default(false) });

/**
 * What was suggested in the city in the last fourteen days, in numbers: by day and kind, by versions, by what was decided; with how many asks wait. No names,
 * no words, nothing of a single person. `walk`: also whether every row still stands as it was written.
 */
export const readLogCounts = async (work: Work, { walk }: z.output<typeof logCountsInput>): Promise<LogCounts> => {
  access.authorise(work, asked('read', 'log of suggestions'));
  const days = await countDays(work);
  const versions = await countVersions(work);
  return { days, versions, asks: await readAskCounts(work), seals: walk ? await walkSeals(work) : null };
};

export const inputStates = ['same', 'changed', 'gone', 'notCompared'] as const;
/**
 * Whether what a row was made of is still what is stored: the same, changed since, gone with its text, or not to be compared (a document, of which no text
 * is kept, or a person's proposal).
 */
export type InputState = (typeof inputStates)[number];

export type CheckedRow = {
  suggestionId: string;
  kind: SuggestionKind;
  /** To the hour, so that it cannot be laid beside the use log. */
  madeAt: Date;
  inputHash: string | null;
  vocabularyVersion: string;
  vectorsVersion: string | null;
  /** 0..1. */
  score: number | null;
  /** Of how many parts the score is made, and whether they add up to it; null where there is no score. */
  parts: number;
  addsUp: boolean | null;
  seenBy: string[];
  decision: SuggestionDecision | null;
  decidedAt: Date | null;
  /** The row is as it was written. */
  isSealed: boolean;
  input: InputState;
};

type Row = Omit<CheckedRow, 'addsUp' | 'input'> & { customerId: string; sum: number | null; story: string | null };

const findRow = async ({ tx, cityId }: Work, suggestionId: string): Promise<Row | undefined> => {
  const { rows } = await sql<Row>`
    select l.id as suggestion_id, l.kind, date_trunc('hour', l.made_at) as made_at, encode(l.input_hash, 'hex') as input_hash, l.vocabulary_version, l.vectors_version, l.score,
      l.seen_by, l.decision, date_trunc('hour', l.decided_at) as decided_at, l.customer_id, l.seal = suggestion_seal(l) as is_sealed, s.text as story,
      case jsonb_typeof(l.parts) when 'array' then jsonb_array_length(l.parts) else (select count(*)::int from jsonb_object_keys(l.parts)) end as parts,
      case jsonb_typeof(l.parts)
        when 'array' then (select sum((p->>'got')::float8) / nullif(sum((p->>'outOf')::float8), 0) from jsonb_array_elements(l.parts) as p)
        else (select sum(value::float8) from jsonb_each_text(l.parts)) end as sum
    from suggestion_log l
    left join story s on s.city_id = l.city_id and s.id = l.source_id
    where l.city_id = ${cityId} and l.id = ${suggestionId}`.execute(tx);
  return rows[0];
};

const inputOf = async ({ tx, cityId }: Work, row: Row): Promise<InputState> => {
  if (row.kind === 'person') return 'notCompared';
  if (row.inputHash === null) return 'gone';
  if (row.kind === 'skill') {
    if (row.story === null) return 'notCompared';
    return hashOfText(row.story).toString('hex') === row.inputHash ? 'same' : 'changed';
  }
  const kept = await keptSkills(tx, cityId, row.customerId);
  return hashOfSkills(kept.map(({ skillId }) => skillId)).toString('hex') === row.inputHash ? 'same' : 'changed';
};

/** Rows of before had whole points of a hundred, and the score is exact: a match's parts add up within a point. */
const addsUp = ({ score, sum }: Row): boolean | null => (score === null ? null : Math.abs((sum ?? 0) - score) < 0.0051);

/**
 * One row of the log by its number: whether it stands as it was written, its parts add up to its score, and its hash is of what is stored now. Neither whose it
 * is nor what was suggested. Throws notFound for a number the city's log does not have.
 */
export const checkRow = async (work: Work, suggestionId: string): Promise<CheckedRow> => {
  access.authorise(work, asked('search', 'one row of the log of suggestions'));
  const row = isId(suggestionId) ? await findRow(work, suggestionId) : undefined;
  if (!row) throw notFound();
  const { customerId: _, sum: __, story: ___, ...shown } = row;
  return { ...shown, addsUp: addsUp(row), input: await inputOf(work, row) };
};
