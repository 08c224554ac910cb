import { sql } from 'kysely';
import { access } from '../../kernel/access/access.ts';
import { isId } from '../../kernel/ids.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { findDocuments, type Ground, loadDocument } from './load-document.ts';
import { createSeen, type DocumentView } from './view.ts';

/** The actor's own documents, the newest first. */
export const readMyDocuments = async (work: Work): Promise<DocumentView[]> => {
  const { id } = await access.self(work, { section: 'documents', action: 'list', why: 'own documents' });
  return (await findDocuments(work, sql`d.customer_id = ${id}`)).map(await createSeen(work));
};

/** By which laws a document can be asked for today. */
export const groundsToday = async ({ tx, today }: Pick<Work, 'tx' | 'today'>): Promise<Ground[]> => {
  const { rows } = await sql<Ground>`
    select distinct on (g.id) g.id, g.law, g.about, g.keeps, g.source, g.unchecked from document_ground g where g.from_on <= ${today}::date
    order by g.id, g.from_on desc`.execute(tx);
  return rows;
};

export type CustomersDocuments = {
  customer: { id: string; name: string };
  documents: DocumentView[];
  grounds: Ground[];
};

/** A customer's documents as a professional sees them: those their authority asked for, and those they are shown. */
export const readCustomersDocuments = async (work: Work, customerId: string): Promise<CustomersDocuments> => {
  if (!isId(customerId)) throw notFound();
  const { id, name } = await access.customer(work, customerId, {
    ...{ section: 'documents', action: 'list', why: 'documents of a customer' },
  });
  const { role } = work.actor;
  const mine = sql`d.customer_id = ${id} and (d.role = ${role} or (d.state = 'given' and ${role} = any(d.shown_to)))`;
  return {
    customer: { id, name },
    documents: (await findDocuments(work, mine)).map(await createSeen(work)),
    grounds: await groundsToday(work),
  };
};

export type Opening = { at: Date; personName: string; role: string };

/** A document, and for its customer who has opened it, the latest first. */
export const readDocument = async (
  work: Work,
  documentId: string,
): Promise<{ document: DocumentView; openings: Opening[] }> => {
  const record = await loadDocument(work, documentId, { action: 'read', why: 'document' });
  const openings =
    work.actor.role === 'customer'
      ? await work.tx
          .selectFrom('documentOpening')
          .select(['at', 'personName', 'role'])
          .where('cityId', '=', work.cityId)
          .where('documentId', '=', record.id)
          .orderBy('at', 'desc')
          .orderBy('id', 'desc')
          .limit(50)
          .execute()
      : [];
  return { document: (await createSeen(work))(record), openings };
};
