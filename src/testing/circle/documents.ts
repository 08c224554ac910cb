import { newId } from '../../kernel/ids.ts';
import type { Making } from './making.ts';

const day = 24 * 3_600_000;

/** A document given and opened, one asked for, one not to be had; and of each of the last two one of the social worker's. */
export const makeDocuments = ({ ids, customer, adviser, socialWorker, now, mark, row, sealed }: Making) => {
  const { customerId } = ids;
  const fileId = newId();
  const bytes = Buffer.from('Todistus');
  row('stored_file', {
    ...{ id: fileId, customerId, givenBy: customer.personId, name: `${mark('documentName')}.txt` },
    ...{ mediaType: 'text/plain', size: bytes.length, sha256: Buffer.alloc(32), givenAt: now },
  });
  row('stored_file_part', { fileId, no: 0, sealed: sealed(bytes) });
  const untilOn = new Date(now.getTime() + 20 * day).toISOString().slice(0, 10);
  const asked = (id: string, state: string, more: Record<string, unknown> = {}) =>
    row('document', {
      ...{ id, customerId, role: 'adviser', askedBy: adviser.personId, askedName: adviser.actor.name },
      ...{ title: mark('document'), why: mark('document'), ground: 'plan', class: 'certificate', untilOn, state },
      ...{ createdAt: now, changedAt: now, ...more },
    });
  const shownTo = ['adviser', 'socialWorker'];
  asked(ids.documentId, 'given', { fileId, givenAt: now, shownTo });
  const words = { title: mark('askedDocument'), why: mark('askedDocument') };
  asked(ids.askedDocumentId, 'asked', words);
  asked(ids.notHadDocumentId, 'notHad', { ...words, word: mark('askedDocument') });
  const bySocialWorker = {
    ...{ role: 'socialWorker', askedBy: socialWorker.personId, askedName: socialWorker.actor.name },
    ...{ title: mark('socialDocument'), why: mark('socialDocument') },
  };
  asked(ids.socialDocumentId, 'asked', bySocialWorker);
  asked(ids.socialNotHadDocumentId, 'notHad', { ...bySocialWorker, word: mark('socialDocument') });
  row('document_opening', {
    ...{ id: newId(), documentId: ids.documentId, at: now, personId: adviser.personId },
    ...{ personName: adviser.actor.name, role: 'adviser' },
  });
};
