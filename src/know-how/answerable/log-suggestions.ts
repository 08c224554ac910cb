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
