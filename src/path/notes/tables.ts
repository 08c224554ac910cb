import type { Generated } from 'kysely';

declare module '../../kernel/tables.ts' {
  interface Tables {
    customerNote: {
      cityId: string;
      id: string;
      customerId: string;
      text: string;
      /** The customer reads it on their plan. */
      isShown: boolean;
      authorId: string;
      authorName: string;
      createdAt: Date;
      changedAt: Date;
      version: Generated<number>;
    };
    customerNoteVersion: {
      cityId: string;
      noteId: string;
      version: number;
      at: Date;
      personId: string;
      personName: string;
      text: string;
      isShown: boolean;
    };
  }
}
