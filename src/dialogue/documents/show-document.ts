import { badField } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { type Changed, loadToChange, writeChange } from './change-document.ts';
import { rolesOf, type ShownChoice } from './document-input.ts';

type Wish = { documentId: string; version: number; shownTo: ShownChoice };

/** The customer says who may open a document from now on. What the law keeps stays open to who asked for it: throws badInput otherwise. */
export const showDocument = async (work: Work, { shownTo: choice, ...input }: Wish): Promise<Changed> => {
  const why = 'chose who sees a document';
  const { record, state } = await loadToChange(work, { ...input, move: 'show', action: 'write', why });
  const shownTo = rolesOf(choice);
  if (record.ground?.keeps && record.role && !shownTo.includes(record.role))
    throw badField('shownTo', 'documents.shown.kept', { law: record.ground.law });
  const isNew = shownTo.some((one) => !record.shownTo.includes(one));
  const changed = await writeChange(work, record, { state, shownTo });
  if (isNew) work.emit('documentGiven', { documentId: record.id, customerId: record.customerId });
  return changed;
};
