import type { DataMap, PersonalTable } from '../kernel/data-map.ts';

/** What was asked by right, kept to show what was done with it. */
const asked = {
  whose: { customer: 'customer_id' },
  class: 'rights',
  ground: 'accountability',
  erase: 'delete',
} as const satisfies Partial<PersonalTable>;

/** The tables of people's rights themselves. */
export const rightsData: DataMap = {
  correction: {
    ...asked,
    keep: { term: 'keepRequestDays', from: 'answered_at' },
    as: 'corrections',
    keys: 'city_id id customer_id answered_by version',
    own: 'about words asked_at due_on answer is_done answered_at withdrawn_at',
    others: 'answered_name answered_role',
  },
  restriction: {
    ...asked,
    keep: { term: 'keepRequestDays', from: 'ended_at' },
    as: 'restrictions',
    keys: 'city_id id customer_id',
    own: 'word made_at ended_at',
  },
  erasure: {
    ...asked,
    keep: { term: 'keepRequestDays', from: 'withdrawn_at' },
    // That it was asked and done, with no word of theirs.
    erase: { after: 'keepRequestDays' },
    as: 'erasures',
    keys: 'city_id id customer_id',
    own: 'asked_at due_on withdrawn_at done_at',
  },
  protection: {
    ...asked,
    ground: 'service',
    keep: { term: 'keepRequestDays', from: 'ended_at' },
    as: 'protections',
    keys: 'city_id id customer_id set_by',
    own: 'kind ground until_on set_at ended_at',
    others: 'set_name ended_name',
  },
  protection_reader: {
    ...asked,
    whose: { through: 'protection', by: 'protection_id' },
    ground: 'service',
    keep: 'asCustomer',
    as: 'protectionReaders',
    keys: 'city_id protection_id person_id',
    own: '',
  },
  retention_run: { nobody: 'How many rows went by which rule.', columns: 'city_id id table_name at gone days source' },
  use_log_cut: { nobody: 'Where the use log begins.', columns: 'city_id seq hash at' },
};
