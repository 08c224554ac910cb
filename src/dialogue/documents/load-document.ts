import { type RawBuilder, sql } from 'kysely';
import { type Asked, access } from '../../kernel/access/access.ts';
import type { MediaType } from '../../kernel/files/kinds.ts';
import { isId } from '../../kernel/ids.ts';
import type { InLanguages } from '../../kernel/languages.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { documentRelations } from './rules.ts';
import type { DocumentClass, DocumentGround, DocumentRole, DocumentState } from './tables.ts';

export type Ground = {
  id: DocumentGround;
  law: string;
  about: InLanguages;
  keeps: boolean;
  source: string;
  /** Which facts of it nobody has checked against the law; empty for none. */
  unchecked: string;
};

export type DocumentRecord = {
  id: string;
  customerId: string;
  customerName: string;
  role: DocumentRole | null;
  askedBy: string | null;
  askedName: string;
  title: string;
  why: string;
  /** The law it was asked by, as it stood that day; null for one offered unasked. */
  ground: Ground | null;
  class: DocumentClass;
  untilOn: string | null;
  state: DocumentState;
  word: string;
  shownTo: DocumentRole[];
  /** Null while there is none, or not any more. `size`: bytes. */
  file: { id: string; name: string; mediaType: MediaType; size: number } | null;
  givenAt: Date | null;
  deletedBy: 'customer' | 'time' | null;
  version: number;
  createdAt: Date;
  changedAt: Date;
};

/** Rows of `document`, as `d`, that a condition finds: the newest first. */
export const findDocuments = async (
  { tx, cityId }: Pick<Work, 'tx' | 'cityId'>,
  where: RawBuilder<unknown>,
): Promise<DocumentRecord[]> => {
  const { rows } = await sql<DocumentRecord>`
    select d.id, d.customer_id, p.name as customer_name, d.role, d.asked_by, d.asked_name, d.title, d.why, d.class, d.until_on, d.state, d.word,
      d.shown_to, d.given_at, d.deleted_by, d.version, d.created_at, d.changed_at,
      case when g.id is not null then jsonb_build_object('id', g.id, 'law', g.law, 'about', g.about, 'keeps', g.keeps, 'source', g.source,
        'unchecked', g.unchecked) end as ground,
      case when f.id is not null then jsonb_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'size', f.size) end as file
    from document d
    join customer c on c.city_id = d.city_id and c.id = d.customer_id and c.deleted_at is null
    join city_person p on p.city_id = c.city_id and p.person_id = c.person_id
    left join stored_file f on f.city_id = d.city_id and f.id = d.file_id
    left join lateral (
      select g.* from document_ground g where g.id = d.ground and g.from_on <= d.created_at::date order by g.from_on desc limit 1) g on true
    where d.city_id = ${cityId} and ${where}
    order by d.created_at desc, d.id desc limit 200`.execute(tx);
  return rows;
};

/**
 * Loads and authorises a document in one call: the customer's own; a professional's who has the customer in their caseload, where their authority asked for
 * it or the customer shows them what they gave. Throws notFound for any other.
 */
export const loadDocument = async (
  work: Work,
  documentId: string,
  asked: Omit<Asked, 'section'> & { section?: 'documents' | 'documentFile' },
): Promise<DocumentRecord> => {
  const [found] = isId(documentId) ? await findDocuments(work, sql`d.id = ${documentId}`) : [];
  const section = asked.section ?? 'documents';
  if (!found) {
    work.note({ ...asked, section, customerId: null, isAllowed: false });
    throw notFound();
  }
  await access.customer(work, found.customerId, { ...asked, section }, async (_customer, relations) =>
    documentRelations(work.actor.role, relations, found),
  );
  return found;
};
