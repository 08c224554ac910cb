import { doneBy } from '../../kernel/acting/act-for.ts';
import { keepFile } from '../../kernel/files/keep-file.ts';
import { badField } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { type Changed, loadToChange, writeChange } from './change-document.ts';
import { rolesOf, type ShownChoice } from './document-input.ts';
import type { Sent } from './offer-document.ts';

type Given = Sent & { documentId: string; version: number; shownTo: ShownChoice };

/** The customer gives what was asked for; who asked is among those who may open it. Throws badInput for a file that is not taken. */
export const giveDocument = async (work: Work, input: Given): Promise<Changed> => {
  const { documentId, version, name, pieces } = input;
  const asked = { documentId, version, move: 'give', action: 'answer', why: 'gave a document' } as const;
  const { record, state } = await loadToChange(work, asked);
  const shownTo = rolesOf(input.shownTo);
  if (record.role && !shownTo.includes(record.role)) throw badField('shownTo', 'documents.shown.asker');
  const { customerId } = record;
  const file = await keepFile(work, { customerId, name, pieces });
  const changed = await writeChange(work, record, { state, shownTo, fileId: file.id, givenAt: work.now, word: '' });
  work.emit('documentGiven', { documentId, customerId, ...doneBy(work.actor) });
  return changed;
};
