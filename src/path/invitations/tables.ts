import type { Generated } from 'kysely';
import type { Role } from '../../kernel/actor.ts';
import type { Stage } from '../tables.ts';

/** In which roles somebody with an account can be invited: whoever works with customers. */
export const inviteeRoles = ['adviser', 'socialWorker', 'coordinator', 'facilitator'] as const satisfies Role[];
export type InviteeRole = (typeof inviteeRoles)[number];

/** Who an invitation is between: whose plan it is, who proposed it if not they, and who is invited. */
export const invitationSides = ['customer', 'proposer', 'invited'] as const;
export type InvitationSide = (typeof invitationSides)[number];

declare module '../../kernel/tables.ts' {
  interface Tables {
    invitation: {
      cityId: string;
      id: string;
      customerId: string;
      /** Null for who has the link. */
      inviteeId: string | null;
      inviteeRole: InviteeRole | null;
      inviteeName: string;
      /** What who has the link is to the customer; empty for somebody with an account. */
      relation: Generated<string>;
      secretHash: Buffer | null;
      nameShown: Generated<'fullName' | 'firstName'>;
      purpose: string;
      untilOn: string;
      proposedBy: string | null;
      proposedName: Generated<string>;
      proposedRole: 'adviser' | 'socialWorker' | null;
      createdAt: Date;
      agreedAt: Date | null;
      declinedAt: Date | null;
      word: Generated<string>;
      endedAt: Date | null;
      endedBy: InvitationSide | null;
      version: Generated<number>;
    };
    invitationPart: {
      cityId: string;
      invitationId: string;
      place: number;
      part: 'goal' | 'steps' | 'section';
      stage: Stage | null;
      sectionId: string | null;
    };
  }
}
