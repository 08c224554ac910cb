import type { DataMap } from '../kernel/data-map.ts';

/** The tables of businesses. A business is no person; its contacts are. */
export const businessData: DataMap = {
  business: {
    nobody: 'A business, as the register of companies has it.',
    columns: 'city_id id name business_code area about version created_at deleted_at',
  },
  business_contact: {
    whose: { person: 'person_id' },
    class: 'account',
    ground: 'duty',
    keep: 'asCustomer',
    erase: { after: 'keepPlanDays' },
    as: 'businesses',
    keys: 'city_id person_id',
    own: 'from_on to_on',
    named: { business_id: 'business' },
  },
  challenge: {
    nobody: "A business's problem, published in its name; who typed it is not kept.",
    columns:
      'city_id id business_id title problem language place hours languages until_on state needs_weight version created_at published_at deleted_at',
  },
  challenge_need: {
    nobody: 'What a challenge needs.',
    columns: 'city_id challenge_id skill_id weight is_must because level',
  },
  count_asked: {
    nobody: 'What a business asked about people near, as a hash, and the bands it was told; for a day.',
    columns: 'city_id business_id on_day question answer',
  },
};
