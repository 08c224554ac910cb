import type { Generated, JSONColumnType } from 'kysely';

export const suggestionKinds = ['skill', 'match', 'person'] as const;
export type SuggestionKind = (typeof suggestionKinds)[number];

export const suggestionDecisions = ['kept', 'dropped', 'gone', 'yes', 'notNow', 'no'] as const;
export type SuggestionDecision = (typeof suggestionDecisions)[number];

/**
 * One part of a match: a need, how it is met, and the points it gave of those it could give, as its page shows them. `through`: the skill near to it by
 * which it is partly met. Rows of before had points of a hundred; the shares are the same.
 */
export type MatchPart = { need: number; state: string; got: number; outOf: number; through?: number };
/** Of a skill: what each part of the recogniser gave. Of a match: its needs. Of a person's proposal: nothing; they say why in words. */
export type LoggedParts = Readonly<Record<string, number>> | MatchPart[];

declare module '../../kernel/tables.ts' {
  interface Tables {
    suggestionLog: {
      cityId: string;
      id: string;
      customerId: string;
      kind: SuggestionKind;
      skillId: number | null;
      challengeId: string | null;
      /** The story or document. */
      sourceId: string | null;
      /** sha256; null where a person proposed, or the text is deleted. */
      inputHash: Buffer | null;
      vocabularyVersion: string;
      vectorsVersion: string | null;
      score: number | null;
      parts: JSONColumnType<LoggedParts>;
      madeAt: Date;
      seenBy: string[];
      decision: SuggestionDecision | null;
      decidedAt: Date | null;
      /** sha256 over what was logged, made and held by the database. */
      seal: Generated<Buffer>;
    };
  }
}
