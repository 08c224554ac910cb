import type { DataMap } from '../../kernel/data-map.ts';

/** The tables of the promise to reply. */
export const promiseData: DataMap = {
  reply_promise: {
    whose: { person: 'person_id' },
    class: 'account',
    ground: 'duty',
    keep: 'asCustomer',
    erase: 'delete',
    as: 'replyPromises',
    keys: 'city_id person_id',
    own: 'from_on days set_at',
  },
  reply_due: {
    whose: { customer: 'customer_id' },
    class: 'messages',
    ground: 'service',
    keep: 'asCustomer',
    erase: 'delete',
    as: 'repliesDue',
    keys: 'city_id id customer_id adviser_id thing_id',
    own: 'about asked_at due_on replied_on let_go_on',
    alsoOf: { person: 'adviser_id', as: 'repliesIOwed', columns: 'about asked_at due_on replied_on' },
  },
};
