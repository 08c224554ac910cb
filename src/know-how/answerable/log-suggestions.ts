import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../../kernel/database.ts';
import { newId } from '../../kernel/ids.ts';
import { readTerm } from '../../kernel/terms.ts';
import type { Work } from '../../kernel/work.ts';
import type { RecognisedSkill } from '../recognise-skills.ts';
import type { VocabularyService } from '../vocabulary-service.ts';
import type { LoggedParts, MatchPart, SuggestionDecision } from './tables.ts';

/** What is kept of an input: whoever has the text can compute the same and see that it was this one. sha256 of its UTF-8. */
export const hashOfText = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();

/** The same of the skills somebody was matched by: their ids, sorted, joined by commas. */
export const hashOfSkills = (skillIds: readonly number[]): Buffer =>
  hashOfText([...skillIds].sort((a, b) => a - b).join(','));

const versionsOf = ({ version, vectorsVersion }: VocabularyService) => ({
  vocabularyVersion: version,
  vectorsVersion,
});

/** What a use case's work and a job's surroundings have alike. */
type Where = { tx: Tx; cityId: string; now: Date; vocabulary: VocabularyService };

export const whereOf = ({ tx, cityId, now, services }: Work): Where => ({
  tx,
  cityId,
  now,
  vocabulary: services.vocabulary,
});

type Logged = {
  customerId: string;
  kind: 'skill' | 'match' | 'person';
  skillId?: number;
  challengeId?: string;
  sourceId?: string | null;
  inputHash: Buffer | null;
  score: number | null;
  parts: LoggedParts;
  seenBy: string[];
  decision?: SuggestionDecision;
};

const write = async (where: Where, rows: readonly Logged[]): Promise<void> => {
  if (rows.length === 0) return;
  const { tx, cityId, now, vocabulary } = where;
  await tx
    .insertInto('suggestionLog')
    .values(
      rows.map(({ skillId, challengeId, sourceId, parts, decision, ...row }) => ({
        ...{ cityId, id: newId(), madeAt: now, ...versionsOf(vocabulary), ...row },
        skillId: skillId ?? null,
        challengeId: challengeId ?? null,
        sourceId: sourceId ?? null,
        parts: JSON.stringify(parts),
        decision: decision ?? null,
        decidedAt: decision ? now : null,
      })),
    )
    .execute();
};

/**
 * Writes down, in the transaction that suggests them, the skills suggested from a story or document: never its text, but what that can be known
 * by. Its customer sees them; their decision is written by the database when it is made.
 */
export const logSkills = (
  where: Where,
  {
    customerId,
    sourceId,
    text,
    found,
  }: {
    customerId: string;
    sourceId: string;
    text: string;
    found: readonly Pick<RecognisedSkill, 'skillId' | 'score' | 'parts'>[];
  },
): Promise<void> => {
  const inputHash = hashOfText(text);
  return write(
    where,
    found.map(({ skillId, score, parts }) => ({
      ...{ customerId, kind: 'skill', sourceId, skillId, inputHash, score, parts },
      seenBy: ['customer'],
    })),
  );
};

export type LoggedMatch = {
  challengeId: string;
  /** 0..1. */
  score: number;
  parts: MatchPart[];
  /** The customer's answer, where it is given in the same transaction. */
  decision?: 'yes' | 'notNow' | 'no';
};

/**
 * Writes down matches when they are first told of or answered: by which skills (as a hash), by which versions, of which parts. `seenBy`: the roles
 * that see them with it; nobody yet for what a job makes.
 */
export const logMatches = (
  where: Where,
  {
    customerId,
    skillIds,
    matches,
    seenBy,
  }: {
    customerId: string;
    skillIds: readonly number[];
    matches: readonly LoggedMatch[];
    seenBy: string[];
  },
): Promise<void> => {
  const inputHash = hashOfSkills(skillIds);
  return write(
    where,
    matches.map((match) => ({ customerId, kind: 'match', inputHash, seenBy, ...match })),
  );
};

export type ShownMatch = LoggedMatch & {
  customerId: string;
  /** The skills it was matched by. */
  skillIds: readonly number[];
  /** When the customer answered, where they have. */
  decidedAt?: Date | null;
};

/**
 * Writes down matches that are looked at, or recommended: one statement however many, and no row where the same customer's same match, of the same
 * input, versions, parts and answer, is in the log of today (YYYY-MM-DD) already; then only who saw it is added. `seenBy`: the roles before whose eyes
 * they come; none for what a job finds.
 */
export const logMatchesOnce = async (
  { tx, cityId, now, vocabulary }: Where,
  { today, matches, seenBy }: { today: string; matches: readonly ShownMatch[]; seenBy: string[] },
): Promise<void> => {
  if (matches.length === 0) return;
  const { vocabularyVersion, vectorsVersion } = versionsOf(vocabulary);
  const hashes = new Map<readonly number[], string>();
  const hashOf = (skillIds: readonly number[]): string => {
    const hash = hashes.get(skillIds) ?? hashOfSkills(skillIds).toString('hex');
    hashes.set(skillIds, hash);
    return hash;
  };
  const given = matches.map(({ customerId, challengeId, skillIds, score, parts, decision, decidedAt }) => ({
    ...{ id: newId(), customer_id: customerId, challenge_id: challengeId, input_hash: hashOf(skillIds), score, parts },
    ...{ decision: decision ?? null, decided_at: decision ? (decidedAt ?? now) : null },
  }));
  await sql`
    with given as (
      select g.id, g.customer_id, g.challenge_id, decode(g.input_hash, 'hex') as input_hash, g.score, g.parts, g.decision, g.decided_at
      from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as g (id uuid, customer_id uuid, challenge_id uuid, input_hash text, score real,
        parts jsonb, decision text, decided_at timestamptz)
    ), same as (
      select l.id, g.id as given_id from given g
      join suggestion_log l on l.city_id = ${cityId} and l.customer_id = g.customer_id and l.challenge_id = g.challenge_id and l.kind = 'match'
        and l.made_at >= ${today}::date::timestamp at time zone (select time_zone from city where id = ${cityId})
        and l.input_hash = g.input_hash and l.vocabulary_version = ${vocabularyVersion}
        and l.vectors_version is not distinct from ${vectorsVersion}::text and l.parts = g.parts
        and l.decision is not distinct from g.decision
    ), seen as (
      update suggestion_log l set seen_by = array(select distinct unnest(l.seen_by || ${seenBy}::text[]))
      from same where l.city_id = ${cityId} and l.id = same.id and not l.seen_by @> ${seenBy}::text[]
    )
    insert into suggestion_log (city_id, id, customer_id, kind, challenge_id, input_hash, vocabulary_version, vectors_version, score, parts, made_at,
      seen_by, decision, decided_at)
    select ${cityId}, g.id, g.customer_id, 'match', g.challenge_id, g.input_hash, ${vocabularyVersion}, ${vectorsVersion}, g.score, g.parts, ${now},
      ${seenBy}::text[], g.decision, g.decided_at
    from given g where not exists (select from same where same.given_id = g.id)`.execute(tx);
};

/** A challenge a person puts before a customer: by no hash and no parts, for they say why in words. */
export const logPerson = (
  where: Where,
  { customerId, challengeIds, seenBy }: { customerId: string; challengeIds: readonly string[]; seenBy: string[] },
): Promise<void> =>
  write(
    where,
    challengeIds.map((challengeId) => ({
      ...{ customerId, kind: 'person' as const, challengeId, inputHash: null, score: null, parts: [], seenBy },
    })),
  );

/** Adds who saw a row of the log. */
export const noteSeen = async (
  { tx, cityId }: Pick<Work, 'tx' | 'cityId'>,
  { suggestionIds, role }: { suggestionIds: readonly string[]; role: string },
): Promise<void> => {
  if (suggestionIds.length === 0) return;
  await sql`
    update suggestion_log set seen_by = array_append(seen_by, ${role})
    where city_id = ${cityId} and id = any(${[...suggestionIds]}::uuid[]) and not seen_by @> array[${role}]::text[]`.execute(
    tx,
  );
};

/** The customer has what a person put before them before their eyes. */
export const notePersonSeen = async (
  { tx, cityId }: Pick<Work, 'tx' | 'cityId'>,
  { customerId, challengeIds }: { customerId: string; challengeIds: readonly string[] },
): Promise<void> => {
  if (challengeIds.length === 0) return;
  await sql`
    update suggestion_log set seen_by = array_append(seen_by, 'customer')
    where city_id = ${cityId} and customer_id = ${customerId} and kind = 'person' and challenge_id = any(${[...challengeIds]}::uuid[])
      and not seen_by @> '{customer}'::text[]`.execute(tx);
};

/** What a customer leaves of what was suggested without ever being know-how of theirs, as from a document. */
export const noteDropped = async (
  { tx, cityId, now }: Pick<Work, 'tx' | 'cityId' | 'now'>,
  { customerId, skillIds }: { customerId: string; skillIds: readonly number[] },
): Promise<void> => {
  if (skillIds.length === 0) return;
  await tx
    .updateTable('suggestionLog')
    .set({ decision: 'dropped', decidedAt: now })
    .where('cityId', '=', cityId)
    .where('customerId', '=', customerId)
    .where('skillId', 'in', [...skillIds])
    .where('decision', 'is', null)
    .execute();
};

/** A customer leaves out what a person put before them. */
export const noteLeft = async (
  { tx, cityId, now }: Pick<Work, 'tx' | 'cityId' | 'now'>,
  { customerId, challengeId }: { customerId: string; challengeId: string },
): Promise<void> => {
  await tx
    .updateTable('suggestionLog')
    .set({ decision: 'dropped', decidedAt: now })
    .where('cityId', '=', cityId)
    .where('customerId', '=', customerId)
    .where('challengeId', '=', challengeId)
    .where('kind', '=', 'person')
    .where('decision', 'is', null)
    .execute();
};

/** The challenge's answer, to what was told of it before and not answered yet. Returns whether there was such. */
export const noteAnswer = async (
  { tx, cityId, now }: Pick<Work, 'tx' | 'cityId' | 'now'>,
  { customerId, challengeId, answer }: { customerId: string; challengeId: string; answer: 'yes' | 'notNow' | 'no' },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('suggestionLog')
    // Whoever answers has seen it.
    .set({
      decision: answer,
      decidedAt: now,
      seenBy: sql<string[]>`array(select distinct unnest(seen_by || '{customer}'::text[]))`,
    })
    .where('cityId', '=', cityId)
    .where('customerId', '=', customerId)
    .where('challengeId', '=', challengeId)
    .where('decision', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

/** Forgets what is older than the city keeps (term `suggestionLogDays`). Returns how many rows went. */
export const forgetSuggestions = async (
  tx: Tx,
  { cityId, now, today }: { cityId: string; now: Date; today: string },
): Promise<number> => {
  const { value: days } = await readTerm(tx, { cityId, name: 'suggestionLogDays', today });
  const gone = await tx
    .deleteFrom('suggestionLog')
    .where('cityId', '=', cityId)
    .where('madeAt', '<', new Date(now.getTime() - days * 24 * 3_600_000))
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
};
