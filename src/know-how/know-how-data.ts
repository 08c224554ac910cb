import type { DataMap, PersonalTable } from '../kernel/data-map.ts';

/** What a customer tells of what they can: theirs to change and to take back at any time. */
const told = {
  whose: { customer: 'customer_id' },
  class: 'knowHow',
  ground: 'told',
  keep: 'own',
  erase: 'delete',
} as const satisfies Partial<PersonalTable>;

const profile: DataMap = {
  story: { ...told, as: 'stories', keys: 'city_id id customer_id version', own: 'text language created_at changed_at' },
  know_how: {
    ...told,
    as: 'knowHow',
    keys: 'city_id id customer_id story_id version',
    own: 'state origin score because words decided_at level level_words hidden_at outside_score',
    named: { skill_id: 'skill' },
  },
  experience: {
    ...told,
    as: 'experiences',
    keys: 'city_id id customer_id story_id version',
    own: 'kind title place from_on from_about to_on to_about is_ongoing language hidden_at removed_at created_at changed_at',
  },
  experience_skill: {
    ...told,
    whose: { through: 'experience', by: 'experience_id' },
    as: 'experienceSkills',
    keys: 'city_id experience_id',
    own: 'words is_left_out',
    named: { skill_id: 'skill' },
  },
  language_skill: {
    ...told,
    as: 'languages',
    keys: 'city_id id customer_id version',
    own: 'code level hidden_at removed_at',
  },
  licence: {
    ...told,
    as: 'licences',
    keys: 'city_id id customer_id version',
    own: 'kind code name until_on hidden_at removed_at',
  },
  wishes: {
    ...told,
    as: 'wishes',
    keys: 'city_id customer_id version',
    own: 'what where_at not_wanted changed_at',
  },
  profile_version: {
    ...told,
    as: 'profileHistory',
    keys: 'city_id customer_id item_id version',
    own: 'kind at content',
  },
  asked_question: {
    ...told,
    as: 'questionsAnswered',
    keys: 'city_id id customer_id story_id',
    own: 'key outcome at',
  },
  outside_asking: {
    ...told,
    as: 'outsideModelAsked',
    keys: 'city_id story_id customer_id story_version',
    own: 'model state fault asked_at answered_at',
  },
};

const shown: DataMap = {
  profile_audience: {
    ...told,
    class: 'choices',
    as: 'audiences',
    keys: 'city_id id customer_id version',
    own: 'audience',
  },
  profile_shown: {
    ...told,
    whose: { through: 'profile_audience', by: 'audience_id' },
    class: 'choices',
    as: 'shownToAudiences',
    keys: 'city_id audience_id item',
    own: 'kind is_shown hidden_at',
  },
  profile_link: {
    ...told,
    class: 'choices',
    as: 'profileLinks',
    keys: 'city_id id customer_id',
    own: 'name name_shown until_on created_at ended_at',
    sealed: 'secret_hash',
  },
};

const vouching: DataMap = {
  vouch_request: {
    ...told,
    as: 'vouchRequests',
    keys: 'city_id id customer_id adviser_id version',
    own: 'relation is_offered name_shown what_for message language open_until letters letter_at created_at asked_at answered_at ended_at',
    others: 'asked_name letter_email voucher_name voucher_role',
    classOf: { letter_email: 'contact' },
    sealed: 'secret_hash',
  },
  vouching: {
    ...told,
    as: 'vouchings',
    keys: 'city_id id request_id customer_id place version',
    own: 'state since until answered_at decided_at withdrawn_at',
    others: 'how',
    named: { skill_id: 'skill' },
  },
  evidence: {
    ...told,
    as: 'evidence',
    keys: 'city_id id customer_id source_id version',
    own: 'kind title happened_on state created_at decided_at',
    others: 'confirmed_by confirmed_as',
  },
  evidence_skill: {
    ...told,
    whose: { through: 'evidence', by: 'evidence_id' },
    as: 'evidenceSkills',
    keys: 'city_id evidence_id',
    own: 'is_chosen',
    named: { skill_id: 'skill' },
  },
};

const brought: DataMap = {
  bring: {
    ...told,
    as: 'broughtDocuments',
    keys: 'city_id id customer_id version',
    own: 'name language created_at',
    sealed: 'digest',
  },
  bring_part: {
    ...told,
    whose: { through: 'bring', by: 'bring_id' },
    as: 'broughtBytes',
    keys: 'city_id bring_id no',
    own: '',
    sealed: 'sealed',
  },
  bring_reading: {
    ...told,
    whose: { through: 'bring', by: 'bring_id' },
    as: 'broughtTexts',
    keys: 'city_id bring_id page pages tries',
    own: 'state kind language wrong left_out paragraphs',
  },
  bring_proposal: {
    ...told,
    whose: { through: 'bring', by: 'bring_id' },
    as: 'broughtProposals',
    keys: 'city_id id bring_id no',
    own: 'kind state what places',
  },
};

/** The tables of know-how: what people told, vouched for and brought; and the vocabulary, which is about nobody. */
export const knowHowData: DataMap = {
  ...profile,
  ...shown,
  ...vouching,
  ...brought,
  suggestion_log: {
    whose: { customer: 'customer_id' },
    class: 'matches',
    ground: 'aiAct',
    keep: { term: 'suggestionLogDays', from: 'made_at' },
    erase: { after: 'suggestionLogDays' },
    as: 'suggestions',
    keys: 'city_id id customer_id source_id',
    own: 'kind vocabulary_version vectors_version score parts made_at seen_by decision decided_at',
    named: { skill_id: 'skill', challenge_id: 'challenge' },
    sealed: 'input_hash seal',
  },
  bring_keeping: { nobody: 'How long brought files wait.', columns: 'from_on file_minutes text_days why' },
  vocabulary_version: {
    nobody: 'Which vocabulary is in use.',
    columns: 'version source skill_count imported_at is_current',
  },
  skill: { nobody: 'The vocabulary.', columns: 'id uri kind labels is_current' },
  skill_relation: { nobody: 'The vocabulary.', columns: 'skill_id other_id relation' },
};
