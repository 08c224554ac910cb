import { z } from 'zod';
import { access } from '../../kernel/access/access.ts';
import { doneBy } from '../../kernel/acting/act-for.ts';
import { keepFile } from '../../kernel/files/keep-file.ts';
import { newId } from '../../kernel/ids.ts';
import { badField } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import type { Changed } from './change-document.ts';
import { type offerInput, rolesOf } from './document-input.ts';

/** What its sender calls the file; it is cleaned when it is kept. */
export const fileName = z.string().max(500).default('');

/** The file of a form, with what is said of it. */
export type Sent = { name: string; pieces: readonly Buffer[] };

/** The customer gives a document nobody has asked for, and says who may open it. Throws badInput for a file that is not taken. */
export const offerDocument = async (work: Work, input: z.output<typeof offerInput> & Sent): Promise<Changed> => {
  const asked = { section: 'documents', action: 'write', why: 'gave a document' } as const;
  const { id: customerId } = await access.self(work, asked);
  const { title, class: kind, name, pieces } = input;
  const shownTo = rolesOf(input.shownTo);
  if (shownTo.length === 0) throw badField('shownTo', 'form.choose');
  const { tx, cityId, now } = work;
  const file = await keepFile(work, { customerId, name, pieces });
  const id = newId();
  await tx
    .insertInto('document')
    .values({
      ...{ cityId, id, customerId, role: null, askedBy: null, ground: null, untilOn: null, class: kind },
      title: title || file.name,
      ...{ state: 'given', shownTo, fileId: file.id, givenAt: now, deletedBy: null, createdAt: now, changedAt: now },
    })
    .execute();
  work.emit('documentGiven', { documentId: id, customerId, ...doneBy(work.actor) });
  return { id, version: 1 };
};
