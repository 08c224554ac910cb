import { CompiledQuery } from 'kysely';
import type { Tx } from '../../kernel/database.ts';
import type { Made, MadeContact, MadeCustomer } from '../builders.ts';
import type { MarkKind } from './marks.ts';

export const recordNames = [
  'customerId',
  'storyId',
  'knowHowId',
  'experienceId',
  'bringId',
  'proposalId',
  'languageSkillId',
  'licenceId',
  'profileLinkId',
  'challengeId',
  'openChallengeId',
  'draftId',
  'threadId',
  'pausedChallengeId',
  'closedChallengeId',
  'stepId',
  'agreedStepId',
  'customerStepId',
  'ideaStepId',
  'ownIdeaStepId',
  'droppedStepId',
  'socialStepId',
  'socialProposedStepId',
  'socialAskedStepId',
  'businessId',
  'suggestedId',
  'messageId',
  'unassignedCustomerId',
  'vouchRequestId',
  'answeredVouchRequestId',
  'draftVouchRequestId',
  'handVouchRequestId',
  'linkVouchRequestId',
  'vouchingId',
  'evidenceId',
  'vouchSecret',
  'profileSecret',
  'personAskId',
  'answeredPersonAskId',
  'personProposalId',
  'suggestionId',
  'documentId',
  'askedDocumentId',
  'notHadDocumentId',
  'socialDocumentId',
  'socialNotHadDocumentId',
  'planSectionId',
  'adviserPlanSectionId',
  'socialPlanSectionId',
  'pathFactId',
  'talkId',
  'adviserPathFactId',
  'afterCareId',
  'answeredAfterCareId',
  'openingId',
  'absenceId',
  'appointmentId',
  'proposedAppointmentId',
  'overAppointmentId',
  'metAppointmentId',
  'calendarSecret',
  'correctionId',
  'answeredCorrectionId',
  'customerNoteId',
  'caseloadLookId',
  'fileId',
  'draftFileId',
  'invitationId',
  'proposedInvitationId',
  'inviteSecret',
  'letterId',
  'actedForId',
  'toldActedForId',
  'toldStoryId',
  'adviserThreadId',
  'socialThreadId',
  'handOverId',
  'askedHandOverId',
] as const;
export type RecordName = (typeof recordNames)[number];

/** What is being made, for the parts that each write their own rows of it. */
export type Making = {
  now: Date;
  /** In Finland. */
  today: string;
  customer: MadeCustomer;
  adviser: Made;
  socialWorker: Made;
  /** An adviser who has nothing to do with the customer. */
  away: Made;
  /** Whom the other adviser looks after, and would hand over. */
  handedId: string;
  contact: MadeContact;
  ids: Record<RecordName, string>;
  deleted: {
    challengeId: string;
    customerId: string;
    vouchSecret: string;
    profileSecret: string;
    calendarSecret: string;
    inviteSecret: string;
  };
  /** Four current skills. The second is the one the API's examples of vouching ask about; the first is the one that is changed and dropped. */
  skillIds: readonly number[];
  exampleId: number;
  /** A fifth, found in what the adviser wrote down for the customer. */
  toldSkillId: number;
  mark(kind: MarkKind): string;
  /** Bytes as the server seals them. */
  sealed(bytes: Buffer): Buffer;
  /** Adds a row of the circle's city. */
  row(table: string, values: NewRow['values']): void;
};

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const isJson = (value: unknown): boolean =>
  value !== null &&
  typeof value === 'object' &&
  !Array.isArray(value) &&
  !(value instanceof Date) &&
  !Buffer.isBuffer(value);

/** A row to insert; a jsonb value is given as an object. */
export type NewRow = { table: string; values: Record<string, unknown> };

/** Inserts rows of many tables in one statement; keys to one another are checked at its end. */
export const put = async (tx: Tx, rows: readonly NewRow[]): Promise<void> => {
  if (rows.length === 0) return;
  const values: unknown[] = [];
  const inserts = rows.map(({ table, values: row }, at) => {
    const places = Object.values(row).map((value) => `$${values.push(isJson(value) ? JSON.stringify(value) : value)}`);
    const names = Object.keys(row).map(snake);
    return `row_${at} as (insert into ${table} (${names.join(', ')}) values (${places.join(', ')}))`;
  });
  await tx.executeQuery(CompiledQuery.raw(`with ${inserts.join(', ')} select`, values));
};
