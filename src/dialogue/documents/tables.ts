import type { Generated, JSONColumnType } from 'kysely';
import type { InLanguages } from '../../kernel/languages.ts';

/** Who can ask for a document, and open one the customer shows them. */
export const documentRoles = ['adviser', 'socialWorker'] as const;
export type DocumentRole = (typeof documentRoles)[number];

/** What kind of paper it is: it says how long it stays (`classTerms`). */
export const documentClasses = ['certificate', 'statement', 'decision', 'other'] as const;
export type DocumentClass = (typeof documentClasses)[number];

/** By which law it is asked for. */
export const documentGrounds = ['plan', 'decision', 'jointPlan'] as const;
export type DocumentGround = (typeof documentGrounds)[number];

export const documentStates = ['asked', 'notHad', 'given', 'withdrawn', 'deleted'] as const;
export type DocumentState = (typeof documentStates)[number];

declare module '../../kernel/tables.ts' {
  interface Tables {
    documentGround: {
      id: DocumentGround;
      fromOn: string;
      law: string;
      about: JSONColumnType<InLanguages>;
      keeps: boolean;
      source: string;
      confidence: 'seen' | 'partly' | 'notChecked';
      unchecked: Generated<string>;
    };
    document: {
      cityId: string;
      id: string;
      customerId: string;
      /** Null for one offered unasked. */
      role: DocumentRole | null;
      askedBy: string | null;
      askedName: Generated<string>;
      title: string;
      why: Generated<string>;
      ground: DocumentGround | null;
      class: DocumentClass;
      untilOn: string | null;
      state: DocumentState;
      word: Generated<string>;
      shownTo: Generated<DocumentRole[]>;
      fileId: string | null;
      givenAt: Date | null;
      deletedBy: 'customer' | 'time' | null;
      version: Generated<number>;
      createdAt: Date;
      changedAt: Date;
    };
    documentOpening: {
      cityId: string;
      id: string;
      documentId: string;
      at: Date;
      personId: string;
      personName: string;
      role: string;
    };
  }
}
