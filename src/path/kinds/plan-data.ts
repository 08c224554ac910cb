import type { DataMap, PersonalTable } from '../../kernel/data-map.ts';

/** What a plan tells, whom it was shown and who signed it belong to the plan. */
const kept = {
  whose: { customer: 'customer_id' },
  class: 'plan',
  ground: 'service',
  keep: 'asCustomer',
  erase: { after: 'keepPlanDays' },
} as const satisfies Partial<PersonalTable>;

/** The tables of kinds, sections and signatures. */
export const planData: DataMap = {
  plan_kind_change: {
    ...kept,
    as: 'planKinds',
    keys: 'city_id customer_id version person_id',
    own: 'kind from_on why at',
    others: 'person_name role',
  },
  plan_section: {
    ...kept,
    as: 'planSections',
    keys: 'city_id id customer_id version',
    own: 'owner key title text created_at changed_at',
  },
  plan_section_version: {
    ...kept,
    whose: { through: 'plan_section', by: 'section_id' },
    as: 'planSectionVersions',
    keys: 'city_id section_id version person_id',
    own: 'at title text',
    others: 'person_name role',
  },
  plan_section_shown: {
    ...kept,
    whose: { through: 'plan_section', by: 'section_id' },
    as: 'planSectionsShown',
    keys: 'city_id id customer_id section_id',
    own: 'shown_to given_at until_on withdrawn_at',
    named: { challenge_id: 'challenge' },
  },
  plan_signature: {
    ...kept,
    as: 'planSignatures',
    keys: 'city_id id customer_id person_id sha256',
    own: 'party version parts signed_at',
    others: 'person_name role on_paper_by',
  },
  plan_kind: {
    nobody: 'What the law says of each kind of plan.',
    columns:
      'id from_on until_on law basis parties contents crosses valid_months review_months source confidence unchecked',
  },
  city_plan_kind: {
    nobody: 'What a city wants said in a kind of plan.',
    columns: 'city_id kind from_on contents source',
  },
};
