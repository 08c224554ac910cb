import type { Generated, JSONColumnType } from 'kysely';
import type { Language } from '../../kernel/languages.ts';
import type { Span } from '../recogniser/types.ts';
import type { DocumentKind, Found, Paragraph, PrivateKind } from './reader/types.ts';
import type { Wrong } from './reader/unreadable.ts';

/** Waiting for its turn, being read, being searched for skills, waiting for the customer, not readable, all decided. */
export type ReadingState = 'waiting' | 'reading' | 'looking' | 'ready' | 'failed' | 'done';
export type ProposalState = 'open' | 'taken' | 'left';
export type ProposalKind = Found['kind'];

/** Where something was found: the paragraph by its place in the list, and the words in it (UTF-16 units, end exclusive). */
export type FoundPlace = { at: number; spans: Span[] };

declare module '../../kernel/tables.ts' {
  interface Tables {
    bringKeeping: { fromOn: string; fileMinutes: number; textDays: number; why: string };
    bring: {
      cityId: string;
      id: string;
      customerId: string;
      name: string;
      language: Language;
      digest: Buffer;
      version: Generated<number>;
      createdAt: Date;
    };
    bringPart: { cityId: string; bringId: string; no: number; sealed: Buffer };
    bringReading: {
      cityId: string;
      bringId: string;
      state: Generated<ReadingState>;
      kind: DocumentKind | null;
      language: Language | null;
      wrong: Wrong | null;
      page: Generated<number>;
      pages: Generated<number>;
      tries: Generated<number>;
      leftOut: Generated<PrivateKind[]>;
      paragraphs: JSONColumnType<Paragraph[]>;
    };
    bringProposal: {
      cityId: string;
      id: string;
      bringId: string;
      no: number;
      kind: ProposalKind;
      state: Generated<ProposalState>;
      what: JSONColumnType<Found['what']>;
      places: JSONColumnType<FoundPlace[]>;
    };
  }
}
