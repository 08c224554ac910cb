import type { Generated } from 'kysely';
import type { Role } from '../kernel/actor.ts';
import type { DataClass } from '../kernel/data-map.ts';

declare module '../kernel/tables.ts' {
  interface Tables {
    correction: {
      cityId: string;
      id: string;
      customerId: string;
      about: DataClass;
      words: string;
      askedAt: Date;
      dueOn: string;
      answer: Generated<string>;
      /** Null while it waits. */
      isDone: boolean | null;
      answeredAt: Date | null;
      answeredBy: string | null;
      answeredName: Generated<string>;
      answeredRole: Generated<Role | ''>;
      withdrawnAt: Date | null;
      version: Generated<number>;
    };
    erasure: {
      cityId: string;
      id: string;
      customerId: string;
      askedAt: Date;
      dueOn: string;
      withdrawnAt: Date | null;
      doneAt: Date | null;
    };
    retentionRun: {
      cityId: string;
      id: string;
      tableName: string;
      at: Date;
      gone: number;
      /** Null where the rule is not a number of days. */
      days: number | null;
      source: string;
    };
  }
}
