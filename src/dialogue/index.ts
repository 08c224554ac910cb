import './appointments/tables.ts';
import './promise/tables.ts';
import './documents/tables.ts';
import './tables.ts';

export { absenceInput, addAbsence } from './appointments/add-absence.ts';
export { addOpening, openingInput } from './appointments/add-opening.ts';
export { answerNote } from './appointments/answer-note.ts';
export { book, bookInput } from './appointments/book.ts';
export { cancelAppointment } from './appointments/cancel.ts';
export { proposalInput, proposeAppointment } from './appointments/propose.ts';
export { publishNote } from './appointments/publish-note.ts';
export { readAgreed } from './appointments/read-agreed.ts';
export { readFree, readFreeToPropose } from './appointments/read-free.ts';
export { remindOfAppointments } from './appointments/reminders.ts';
export { sayOutcome } from './appointments/say-outcome.ts';
export { writeNote } from './appointments/write-note.ts';
export { closeThread } from './close-thread.ts';
export { dialogueData } from './dialogue-data.ts';
export { askForDocument } from './documents/ask-for-document.ts';
export { deleteDocument } from './documents/delete-document.ts';
export { forgetDocuments } from './documents/forget-documents.ts';
export { giveDocument } from './documents/give-document.ts';
export { offerDocument } from './documents/offer-document.ts';
export { openDocument } from './documents/open-document.ts';
export { type KeptPaper, readKeptPapers } from './documents/read-kept-papers.ts';
export { sayNotHad } from './documents/say-not-had.ts';
export { forgetDrafts } from './drafts.ts';
export { dialogueLive } from './live.ts';
export { markRead } from './mark-read.ts';
export { dialogueMoves } from './moves.ts';
export { openThread } from './open-thread.ts';
export { openThreadOfMine, openThreadWithCustomer } from './open-thread-with.ts';
export { letGo, owesReply, replied } from './promise/owes-reply.ts';
export {
  type OwnPromise,
  type PromiseToMe,
  readOwnPromise,
  readPromiseToMe,
  setPromise,
} from './promise/read-promise.ts';
export { type ReplyPromised, repliesDue, replyPromised } from './promise/replies-due.ts';
export { writeMessage } from './write-message.ts';
