import type { DataMap } from '../../kernel/data-map.ts';

/** The table of after-care. */
export const afterCareData: DataMap = {
  after_care: {
    whose: { customer: 'customer_id' },
    class: 'plan',
    ground: 'service',
    keep: 'asCustomer',
    erase: { after: 'keepPlanDays' },
    as: 'afterCare',
    keys: 'city_id id customer_id fact_id version',
    own: 'which months asked_at answer_until answer words answered_at',
    others: 'seen_at seen_name',
  },
};
