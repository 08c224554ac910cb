import type { DataMap } from '../../kernel/data-map.ts';

/** The tables of documents. The file itself is the kernel's, and goes by its own rule (forget-documents.ts). */
export const documentsData: DataMap = {
  document_ground: {
    nobody: 'By which law a document can be asked for.',
    columns: 'id from_on law about keeps source confidence unchecked',
  },
  document: {
    whose: { customer: 'customer_id' },
    class: 'files',
    ground: 'service',
    keep: 'asCustomer',
    erase: 'delete',
    stays: { until: 'document_kept_until', by: 'id' },
    as: 'documents',
    keys: 'city_id id customer_id asked_by file_id version',
    own: 'role title why ground class until_on state word shown_to given_at deleted_by created_at changed_at',
    others: 'asked_name',
    alsoOf: { person: 'asked_by', as: 'documentsIAsked', columns: 'state created_at' },
  },
  document_opening: {
    whose: { through: 'document', by: 'document_id' },
    class: 'files',
    ground: 'accountability',
    keep: 'asCustomer',
    erase: 'delete',
    stays: { until: 'document_kept_until', by: 'document_id' },
    as: 'documentOpenings',
    keys: 'city_id id document_id person_id',
    own: 'at role',
    others: 'person_name',
  },
};
