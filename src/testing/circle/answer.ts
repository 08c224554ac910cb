import { newId } from '../../kernel/ids.ts';
import type { Making } from './making.ts';
import type { MarkKind } from './marks.ts';

/** A yes with its card, and the messages after it. */
export const makeAnswer = (
  { ids, customer, contact, now, skillIds, mark, row, sealed }: Making,
  onCard: { experienceId: string; licenceId: string; keptBack: string },
) => {
  const { customerId, businessId } = ids;
  row('thread', {
    id: ids.threadId,
    customerId,
    businessId,
    challengeId: ids.challengeId,
    createdAt: now,
    latestAt: now,
  });
  const card = {
    name: customer.actor.name,
    nameShown: 'fullName',
    intro: mark('cardIntro'),
    skillIds: skillIds.slice(0, 2),
    experienceIds: [onCard.experienceId],
    languageIds: [],
    licenceIds: [onCard.licenceId, onCard.keptBack],
  };
  const answer = {
    customerId,
    challengeId: ids.challengeId,
    answer: 'yes',
    word: mark('answerWord'),
    score: 1,
    answeredAt: now,
  };
  row('answer', { id: newId(), ...answer, card, threadId: ids.threadId });
  const message = (id: string, side: string, authorId: string, kind: MarkKind) =>
    row('message', { id, threadId: ids.threadId, authorId, side, text: mark(kind), at: now });
  message(ids.messageId, 'customer', customer.personId, 'customerMessage');
  message(newId(), 'business', contact.personId, 'contactMessage');
  const thread = { threadId: ids.threadId };
  row('stored_file', {
    id: ids.fileId,
    customerId,
    givenBy: customer.personId,
    name: `${mark('messageFile')}.txt`,
    mediaType: 'text/plain',
    size: 3,
    sha256: Buffer.alloc(32),
    givenAt: now,
  });
  row('stored_file_part', { fileId: ids.fileId, no: 0, sealed: sealed(Buffer.from('Hei')) });
  row('message_file', { messageId: ids.messageId, fileId: ids.fileId });
  row('thread_reader', { ...thread, personId: contact.personId, at: now, messageId: ids.messageId });
  row('message_draft', {
    ...thread,
    ...{ writerId: customer.personId, text: mark('messageDraft'), savedAt: now },
  });
  row('stored_file', {
    ...{
      id: ids.draftFileId,
      givenBy: customer.personId,
      name: `${mark('messageDraft')}.txt`,
      mediaType: 'text/plain',
    },
    ...{ size: 3, sha256: Buffer.alloc(32), givenAt: now },
  });
  row('draft_file', { ...thread, writerId: customer.personId, fileId: ids.draftFileId });
};
