import type { DataMap, PersonalTable } from '../../kernel/data-map.ts';

/** When somebody can be met is their working time, and the city's to know. */
const hours = {
  whose: { person: 'professional_id' },
  class: 'account',
  ground: 'duty',
  keep: 'asCustomer',
  erase: 'delete',
} as const satisfies Partial<PersonalTable>;

/** What was agreed of meeting, and what was written of it, is part of what the plan is made of. */
const met = {
  class: 'plan',
  ground: 'service',
  keep: 'asCustomer',
  erase: { after: 'keepPlanDays' },
} as const satisfies Partial<PersonalTable>;

/** The tables of appointments. */
export const appointmentsData: DataMap = {
  opening: {
    ...hours,
    as: 'openings',
    keys: 'city_id id professional_id',
    own: 'weekday from_time to_time slot_minutes ways address video_link from_on until_on created_at',
  },
  absence: {
    ...hours,
    as: 'absences',
    keys: 'city_id id professional_id',
    own: 'from_at until_at created_at',
  },
  appointment: {
    ...met,
    whose: { customer: 'customer_id' },
    as: 'appointments',
    keys: 'city_id id customer_id professional_id version',
    own: 'role kind state starts_at ends_at way place interpreter message word cancelled_by booked_at created_at changed_at',
    // Not the place: it may be the customer's number.
    alsoOf: { person: 'professional_id', as: 'myMeetings', columns: 'starts_at ends_at way state' },
  },
  appointment_reminder: {
    ...met,
    whose: { through: 'appointment', by: 'appointment_id' },
    as: 'appointmentReminders',
    keys: 'city_id appointment_id',
    own: 'which starts_at sent_at',
  },
  appointment_note: {
    ...met,
    whose: { through: 'appointment', by: 'appointment_id' },
    as: 'notesBeingWritten',
    keys: 'city_id appointment_id author_id version',
    own: 'written_at',
    // A draft is its writer's alone until it is published.
    sealed: 'text agreed',
  },
  appointment_note_version: {
    ...met,
    whose: { through: 'appointment', by: 'appointment_id' },
    as: 'notesOfAppointments',
    keys: 'city_id appointment_id version author_id',
    own: 'at text agreed answer answered_at',
    others: 'author_name',
  },
  calendar_feed: {
    whose: { person: 'person_id' },
    class: 'choices',
    ground: 'told',
    keep: 'own',
    erase: 'delete',
    as: 'calendarFeeds',
    keys: 'city_id person_id id',
    own: 'made_at',
    sealed: 'secret_hash',
  },
};
