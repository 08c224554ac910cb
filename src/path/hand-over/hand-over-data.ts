import type { DataMap } from '../../kernel/data-map.ts';

/** Whose a customer was, and why that changed, is part of what the plan is made of. */
export const handOverData: DataMap = {
  hand_over: {
    whose: { customer: 'customer_id' },
    class: 'plan',
    ground: 'service',
    keep: 'asCustomer',
    erase: { after: 'keepPlanDays' },
    as: 'handOvers',
    keys: 'city_id id customer_id from_id to_id version',
    own: 'begun_at due_on accepted_at declined_at taken_back_at expired_at',
    others: 'from_name from_role to_name to_role why reason alternative',
    alsoOf: {
      person: 'to_id',
      as: 'handedToMe',
      columns: 'begun_at due_on accepted_at declined_at reason alternative',
    },
  },
};
