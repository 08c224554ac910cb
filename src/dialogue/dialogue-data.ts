import type { DataMap } from '../kernel/data-map.ts';
import { appointmentsData } from './appointments/appointments-data.ts';

/** The tables of dialogue. */
export const dialogueData: DataMap = {
  ...appointmentsData,
  thread: {
    whose: { customer: 'customer_id' },
    class: 'messages',
    ground: 'told',
    keep: 'asCustomer',
    erase: 'delete',
    as: 'threads',
    keys: 'city_id id customer_id',
    own: 'created_at latest_at',
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
    own: 'side text at read_at',
    alsoOf: { person: 'author_id', as: 'messagesIWrote', columns: 'text at' },
  },
};
