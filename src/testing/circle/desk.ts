import { newId } from '../../kernel/ids.ts';
import type { Making } from './making.ts';
import type { MarkKind } from './marks.ts';

/** An adviser's notes on the customer, one of them shown to them, and the filters the adviser has named. */
export const makeDesk = ({ ids, adviser, now, mark, row }: Making) => {
  const note = (id: string, marked: MarkKind, isShown: boolean) => {
    const told = { text: mark(marked), isShown };
    const author = { authorId: adviser.personId, authorName: adviser.actor.name };
    row('customer_note', { id, customerId: ids.customerId, ...told, ...author, createdAt: now, changedAt: now });
    const by = { personId: adviser.personId, personName: adviser.actor.name };
    row('customer_note_version', { noteId: id, version: 1, at: now, ...by, ...told });
  };
  note(ids.customerNoteId, 'adviserNote', false);
  note(newId(), 'shownNote', true);
  const look = { personId: adviser.personId, query: 'show=overdue', changedAt: now };
  row('caseload_look', { id: ids.caseloadLookId, name: mark('caseloadLook'), ...look });
};
