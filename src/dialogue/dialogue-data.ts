import type { DataMap } from '../kernel/data-map.ts';
import { appointmentsData } from './appointments/appointments-data.ts';
import { documentsData } from './documents/documents-data.ts';
import { promiseData } from './promise/promise-data.ts';

/** The tables of dialogue. */
export const dialogueData: DataMap = {
  ...appointmentsData,
  ...promiseData,
  ...documentsData,
  thread: {
    whose: { customer: 'customer_id' },
    class: 'messages',
    ground: 'told',
    keep: 'asCustomer',
    erase: 'delete',
    as: 'threads',
    keys: 'city_id id customer_id step_id',
    own: 'role subject created_at latest_at',
    named: { challenge_id: 'challenge', business_id: 'business' },
  },
  message: {
    whose: { through: 'thread', by: 'thread_id' },
    class: 'messages',
    ground: 'told',
    keep: 'asCustomer',
    erase: 'delete',
    as: 'messages',
    keys: 'city_id id thread_id author_id',
    own: 'side text at read_at wants_receipt',
    // The words of a message to a customer are about the customer, whoever wrote it.
    alsoOf: { person: 'author_id', as: 'messagesIWrote', columns: 'side at' },
  },
  thread_closing: {
    whose: { through: 'thread', by: 'thread_id' },
    class: 'messages',
    ground: 'told',
    keep: 'asCustomer',
    erase: 'delete',
    as: 'threadClosings',
    keys: 'city_id id thread_id closed_by reopened_by',
    own: 'closed_at closed_side reopened_at reopened_side',
  },
  thread_reader: {
    whose: { person: 'person_id' },
    class: 'messages',
    ground: 'told',
    keep: 'asCustomer',
    erase: 'delete',
    as: 'readUpTo',
    keys: 'city_id thread_id person_id message_id',
    own: 'at',
  },
  message_draft: {
    whose: { person: 'writer_id' },
    class: 'messages',
    ground: 'told',
    keep: { term: 'keepDraftDays', from: 'saved_at' },
    erase: 'delete',
    as: 'messageDrafts',
    keys: 'city_id thread_id writer_id',
    own: 'text saved_at',
  },
  draft_file: { nobody: 'Which files go along with a draft.', columns: 'city_id thread_id writer_id file_id' },
  message_file: { nobody: 'Which files came with a message.', columns: 'city_id message_id file_id' },
};
