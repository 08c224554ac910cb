import type { Work } from '../../kernel/work.ts';
import { type Changed, loadToChange, writeChange } from './change-document.ts';

type Asked = { documentId: string; version: number };

/** Who asked needs it no more. */
export const withdrawRequest = async (work: Work, input: Asked): Promise<Changed> => {
  const why = 'took back a request for a document';
  const { record, state } = await loadToChange(work, { ...input, move: 'withdraw', action: 'write', why });
  const changed = await writeChange(work, record, { state });
  work.emit('documentWithdrawn', { documentId: record.id, customerId: record.customerId });
  return changed;
};

/** Who asked needs it all the same. The customer's word goes: it was an answer to the first time. */
export const askAgain = async (work: Work, input: Asked): Promise<Changed> => {
  const why = 'asked for a document again';
  const { record, state } = await loadToChange(work, { ...input, move: 'askAgain', action: 'write', why });
  const changed = await writeChange(work, record, { state, word: '' });
  work.emit('documentAsked', { documentId: record.id, customerId: record.customerId });
  return changed;
};
