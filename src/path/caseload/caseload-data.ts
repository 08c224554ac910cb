import type { DataMap } from '../../kernel/data-map.ts';

/** The tables of the adviser's desk. */
export const caseloadData: DataMap = {
  caseload_fact: {
    whose: { customer: 'customer_id' },
    class: 'plan',
    ground: 'service',
    keep: 'asCustomer',
    erase: 'delete',
    as: 'caseloadFacts',
    keys: 'city_id customer_id',
    own: 'kind waits_for_us waits_for_customer time_offered_until agreed step_due_on talk_due_on talk_counted_on yes_at touched_at',
  },
  caseload_look: {
    whose: { person: 'person_id' },
    class: 'choices',
    ground: 'duty',
    keep: 'asCustomer',
    erase: 'delete',
    as: 'caseloadLooks',
    keys: 'city_id id person_id',
    own: 'name query changed_at',
  },
};
