import type { DataMap, PersonalTable } from '../../kernel/data-map.ts';

/** That the law's talks were held is the city's to show. */
const kept = {
  whose: { customer: 'customer_id' },
  class: 'plan',
  ground: 'service',
  keep: 'asCustomer',
  erase: { after: 'keepPlanDays' },
} as const satisfies Partial<PersonalTable>;

/** The tables of the law's rhythm. */
export const rhythmData: DataMap = {
  job_search: {
    ...kept,
    as: 'jobSearches',
    keys: 'city_id id customer_id written_by version',
    own: 'model_id begun_on ended_on ended_why written_at',
    others: 'written_name',
  },
  talk: {
    ...kept,
    as: 'talks',
    keys: 'city_id id customer_id by_id version',
    own: 'kind held_on how how_why at taken_back_at',
    others: 'by_name',
  },
  talk_change: {
    ...kept,
    whose: { through: 'talk', by: 'talk_id' },
    as: 'talkChanges',
    keys: 'city_id talk_id version person_id',
    own: 'kind held_on how how_why why at',
    others: 'person_name',
  },
  process_model: {
    nobody: 'Models of the service process.',
    columns: 'id from_on until_on law source confidence unchecked duty_least duty_usual duty_most neglect',
  },
  process_rule: {
    nobody: 'The talks of a model.',
    columns: 'model_id line kind anchor after_months every unit times again_months in_person',
  },
  process_phase: { nobody: 'What of a model came into force when.', columns: 'model_id from_on what says' },
  city_process_rule: {
    nobody: 'What a city has decided beside a model.',
    columns: 'city_id model_id kind from_on every unit source',
  },
};
