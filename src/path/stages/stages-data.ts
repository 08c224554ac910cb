import type { DataMap } from '../../kernel/data-map.ts';

/** The tables of the stages: what happened on the path is part of the plan the city keeps. */
export const stagesData: DataMap = {
  path_fact: {
    whose: { customer: 'customer_id' },
    class: 'plan',
    ground: 'service',
    keep: 'asCustomer',
    erase: { after: 'keepPlanDays' },
    as: 'pathFacts',
    keys: 'city_id id customer_id source_id by_id version',
    own: 'kind stage from_on to_on source words at taken_back_at taken_back_why',
    others: 'by_name by_role ended_name taken_back_name',
  },
};
