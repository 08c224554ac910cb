import type { z } from 'zod';
import { access } from '../../kernel/access/access.ts';
import { addDays } from '../../kernel/clock.ts';
import { isId, newId } from '../../kernel/ids.ts';
import { badField, notFound } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { professionalRoleOf } from '../appointments/load-appointment.ts';
import type { Changed } from './change-document.ts';
import type { askInput } from './document-input.ts';

const mostAhead = 3660;

/** A professional asks a customer of their caseload for a document: what, why, by which law and until when. Throws badInput for a day that has been. */
export const askForDocument = async (
  work: Work,
  { customerId: asked, ...input }: z.output<typeof askInput> & { customerId: string },
): Promise<Changed> => {
  if (!isId(asked)) throw notFound();
  const { id: customerId } = await access.customer(work, asked, {
    ...{ section: 'documents', action: 'propose', why: 'asked for a document' },
  });
  const { tx, cityId, actor, now, today } = work;
  if (input.untilOn < today || input.untilOn > addDays(today, mostAhead)) throw badField('untilOn', 'form.dayAhead');
  const id = newId();
  await tx
    .insertInto('document')
    .values({
      ...{ cityId, id, customerId, role: professionalRoleOf(actor.role), askedBy: actor.personId },
      ...{ askedName: actor.name, ...input, state: 'asked', fileId: null, givenAt: null, deletedBy: null },
      ...{ createdAt: now, changedAt: now },
    })
    .execute();
  work.emit('documentAsked', { documentId: id, customerId });
  return { id, version: 1 };
};
