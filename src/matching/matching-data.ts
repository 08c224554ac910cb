import type { DataMap, PersonalTable } from '../kernel/data-map.ts';

const mine = {
  whose: { customer: 'customer_id' },
  class: 'matches',
  ground: 'told',
  keep: 'asCustomer',
  erase: 'delete',
} as const satisfies Partial<PersonalTable>;

/** The tables of matching: answers, recommendations, what a person was asked to look at; and open jobs, which are about nobody. */
export const matchingData: DataMap = {
  answer: {
    ...mine,
    as: 'answers',
    keys: 'city_id id customer_id thread_id version',
    own: 'answer word card score answered_at',
    named: { challenge_id: 'challenge' },
  },
  recommendation: {
    ...mine,
    as: 'recommendations',
    keys: 'city_id customer_id',
    own: 'score vocabulary_version first_at made_at is_news told_at',
    named: { challenge_id: 'challenge' },
    sealed: 'made_of',
  },
  matching_look: { ...mine, as: 'lookedUpTo', keys: 'city_id customer_id', own: 'up_to' },
  person_ask: {
    ...mine,
    as: 'asks',
    keys: 'city_id id customer_id suggestion_id answered_by version',
    own: 'about words shows_words asked_at due_on answer answered_at withdrawn_at seen_at',
    others: 'answered_name answered_role',
    named: { skill_id: 'skill', challenge_id: 'challenge' },
  },
  person_ask_hand_over: {
    ...mine,
    as: 'asksHandedOver',
    keys: 'city_id ask_id version customer_id to_id by_id',
    own: 'why at',
    others: 'to_name by_name by_role',
  },
  person_proposal: {
    ...mine,
    as: 'proposalsOfPeople',
    keys: 'city_id id ask_id customer_id by_id version',
    own: 'place why made_at left_at',
    others: 'by_name by_role',
    named: { challenge_id: 'challenge' },
  },
  matching_change: {
    nobody: 'Which rows the matching index reads anew; ids only, for a day.',
    columns: 'city_id xact kind id changed_at',
  },
  matching_run: {
    nobody: 'How far a night has come.',
    columns: 'city_id id vocabulary_version started_at ended_at total done found after_id',
  },
  recommended_challenge: { nobody: 'Which challenges were new.', columns: 'city_id challenge_id at' },
  advert_feed: {
    nobody: 'For which municipality open jobs are read.',
    columns: 'city_id municipality read_at advert_count skipped_count trouble trouble_at reading_count reading_of',
  },
  job_advert: {
    nobody: 'Open jobs of elsewhere; contact details and the names of households are not kept.',
    columns:
      'city_id id outside_id title summary employer place hours languages language needs_weight needs_count content_hash published_at until_at seen_at is_anywhere',
  },
  job_advert_need: {
    nobody: 'What open jobs need.',
    columns: 'city_id advert_id skill_id weight is_named words occupation',
  },
};
