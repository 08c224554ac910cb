import type { Generated } from 'kysely';
import type { Role } from '../../kernel/actor.ts';

export const askAbouts = ['skill', 'match', 'general'] as const;
/** A suggested skill, a challenge that was matched, or anything else: what was not found, or how it all works. */
export type AskAbout = (typeof askAbouts)[number];

export const proposalPlaces = ['added', 'first', 'last'] as const;
/** Among what the customer is shown: where its score puts it, before all others, or after them. */
export type ProposalPlace = (typeof proposalPlaces)[number];

declare module '../../kernel/tables.ts' {
  interface Tables {
    personAsk: {
      cityId: string;
      id: string;
      customerId: string;
      about: AskAbout;
      /** The row of the log it is about; null in general, and once that is forgotten. */
      suggestionId: string | null;
      skillId: number | null;
      challengeId: string | null;
      /** What the customer wants looked at. */
      words: string;
      showsWords: boolean;
      askedAt: Date;
      /** YYYY-MM-DD, counted in working days. */
      dueOn: string;
      answer: Generated<string>;
      answeredAt: Date | null;
      answeredBy: string | null;
      answeredName: Generated<string>;
      answeredRole: Generated<Role | ''>;
      withdrawnAt: Date | null;
      /** When the customer said they have read the answer. */
      seenAt: Date | null;
      version: Generated<number>;
    };
    personProposal: {
      cityId: string;
      id: string;
      askId: string;
      customerId: string;
      challengeId: string;
      place: ProposalPlace;
      why: string;
      byId: string;
      byName: string;
      byRole: Role;
      madeAt: Date;
      leftAt: Date | null;
      version: Generated<number>;
    };
    personAskHandOver: {
      cityId: string;
      askId: string;
      /** The version of the ask this made; the last hand-over is the one that counts. */
      version: number;
      customerId: string;
      toId: string;
      toName: string;
      why: string;
      byId: string;
      byName: string;
      byRole: Role;
      at: Date;
    };
  }
}
