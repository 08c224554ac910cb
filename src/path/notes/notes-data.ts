import type { DataMap, PersonalTable } from '../../kernel/data-map.ts';

/** What is written of somebody is theirs to read (GDPR, article 15), shown on their plan or not. */
const kept = {
  class: 'plan',
  ground: 'service',
  keep: 'asCustomer',
  erase: 'delete',
} as const satisfies Partial<PersonalTable>;

/** The tables of notes. */
export const notesData: DataMap = {
  customer_note: {
    ...kept,
    whose: { customer: 'customer_id' },
    as: 'adviserNotes',
    keys: 'city_id id customer_id author_id version',
    own: 'text is_shown created_at changed_at',
    others: 'author_name',
  },
  customer_note_version: {
    ...kept,
    whose: { through: 'customer_note', by: 'note_id' },
    as: 'adviserNoteVersions',
    keys: 'city_id note_id version person_id',
    own: 'at text is_shown',
    others: 'person_name',
  },
};
