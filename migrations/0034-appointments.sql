-- Appointments: when professionals can be met, what has been agreed, what was written of it, and calendars that follow it.
insert into term (name, from_on, value, source) values
  ('appointmentNoticeHours', '2026-01-01', 12, 'Tuttu: a professional sees in the evening who comes in the morning'),
  ('appointmentAheadDays', '2026-01-01', 42, 'Tuttu: six weeks, within which people know their days'),
  ('appointmentBufferMinutes', '2026-01-01', 10, 'Tuttu: ten minutes between two people, to write and to breathe'),
  ('appointmentsOpenMost', '2026-01-01', 3, 'Tuttu: enough for a near one and a later one with each, and not so many that others find none'),
  ('appointmentLateHours', '2026-01-01', 24, 'Tuttu: a day before, somebody else can still take the time; later, a word says why'),
  ('appointmentRemindFirstHours', '2026-01-01', 24, 'Tuttu: the day before'),
  ('appointmentRemindLastHours', '2026-01-01', 1, 'Tuttu: when it is time to leave');

create table opening (
  city_id text not null references city,
  id uuid not null,
  professional_id uuid not null,
  weekday smallint not null check (weekday between 1 and 7),
  from_time time not null,
  to_time time not null,
  slot_minutes smallint not null check (slot_minutes between 10 and 240),
  ways text[] not null check (ways <> '{}' and ways <@ array['inPerson', 'phone', 'video']),
  address text not null default '',
  video_link text not null default '',
  from_on date not null,
  until_on date,
  created_at timestamptz not null,
  primary key (city_id, id),
  foreign key (city_id, professional_id) references city_person,
  check (from_time < to_time),
  check (until_on is null or until_on >= from_on),
  check ('inPerson' <> all (ways) or address <> ''),
  check ('video' <> all (ways) or video_link like 'https://%')
);
create index opening_professional on opening (city_id, professional_id);
comment on table opening is 'When a professional can be met, by weekday (1 Monday to 7 Sunday) and the local time of the city, from which day to which. Free times are computed from it.';
call make_tenant_table('opening', 'select, insert, delete');

create table absence (
  city_id text not null references city,
  id uuid not null,
  professional_id uuid not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  created_at timestamptz not null,
  primary key (city_id, id),
  foreign key (city_id, professional_id) references city_person,
  check (from_at < until_at)
);
create index absence_professional on absence (city_id, professional_id, until_at);
comment on table absence is 'When a professional cannot be met although their hours say so. Why is nobody''s to know.';
call make_tenant_table('absence', 'select, insert, update, delete');

-- One person's time as a range of texts: the city, the person, the second. Ranges of other people or cities never meet, so one exclusion
-- constraint keeps one person from being in two places, and needs no extension. It is looked at when a statement has ended, so that many can be moved at once.
create type text_range as range (subtype = text, collation = "C");
create function person_span(city text, person uuid, from_at timestamptz, until_at timestamptz) returns public.text_range language sql immutable as $$
  select public.text_range(city || ' ' || person || ' ' || lpad(extract(epoch from from_at)::bigint::text, 12, '0'),
    city || ' ' || person || ' ' || lpad(extract(epoch from until_at)::bigint::text, 12, '0'))
$$;

create table appointment (
  city_id text not null references city,
  id uuid not null,
  customer_id uuid not null,
  professional_id uuid not null,
  role text not null check (role in ('adviser', 'socialWorker')),
  kind text not null check (kind in ('firstInterview', 'followUp', 'supplementary', 'review', 'other')),
  state text not null check (state in ('proposed', 'booked', 'cancelled', 'held', 'missed')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  way text not null check (way in ('inPerson', 'phone', 'video')),
  place text not null default '',
  interpreter text,
  message text not null default '',
  word text not null default '',
  cancelled_by text check (cancelled_by in ('customer', 'professional')),
  booked_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (city_id, id),
  foreign key (city_id, customer_id) references customer,
  foreign key (city_id, professional_id) references city_person,
  check (starts_at < ends_at),
  check ((state = 'cancelled') = (cancelled_by is not null)),
  constraint one_customer_at_a_time exclude using gist (person_span(city_id, professional_id, starts_at, ends_at) with &&) where (state in ('proposed', 'booked'))
    deferrable initially immediate,
  constraint one_place_at_a_time exclude using gist (person_span(city_id, customer_id, starts_at, ends_at) with &&) where (state in ('proposed', 'booked'))
    deferrable initially immediate
);
create index appointment_customer on appointment (city_id, customer_id, starts_at);
create index appointment_professional on appointment (city_id, professional_id, starts_at);
create index appointment_coming on appointment (city_id, starts_at) where state = 'booked';
comment on table appointment is 'A time a customer and a professional have, or one proposed to the customer. That it has passed, or meets an absence, is derived.';
comment on column appointment.place is 'Where: the address, the number to call, or the address of the video meeting, as it was when the time was taken.';
comment on column appointment.interpreter is 'The language an interpreter is needed for (ISO 639); null for none.';
comment on column appointment.message is 'What whoever made it wrote to the other.';
comment on column appointment.word is 'Why it was cancelled.';
comment on column appointment.booked_at is 'When the time that stands was agreed.';
call make_tenant_table('appointment', 'select, insert, update');

create table appointment_reminder (
  city_id text not null references city,
  appointment_id uuid not null,
  which text not null check (which in ('first', 'last')),
  starts_at timestamptz not null,
  sent_at timestamptz not null,
  primary key (city_id, appointment_id, which, starts_at),
  foreign key (city_id, appointment_id) references appointment
);
comment on table appointment_reminder is 'Which reminders of which time have been sent, so that each is sent once.';
call make_tenant_table('appointment_reminder', 'select, insert');

create table appointment_note (
  city_id text not null references city,
  appointment_id uuid not null,
  author_id uuid not null,
  text text not null default '',
  agreed text not null default '',
  version integer not null default 1,
  written_at timestamptz not null,
  primary key (city_id, appointment_id),
  foreign key (city_id, appointment_id) references appointment,
  foreign key (city_id, author_id) references city_person
);
comment on table appointment_note is 'What a professional writes of an appointment: theirs alone until it is published (appointment_note_version).';
comment on column appointment_note.agreed is 'What was agreed, in one line; it can become a step.';
call make_tenant_table('appointment_note', 'select, insert, update');

create table appointment_note_version (
  city_id text not null references city,
  appointment_id uuid not null,
  version integer not null,
  at timestamptz not null,
  author_id uuid not null,
  author_name text not null,
  text text not null,
  agreed text not null,
  answer text not null default '',
  answered_at timestamptz,
  primary key (city_id, appointment_id, version),
  foreign key (city_id, appointment_id) references appointment
);
comment on table appointment_note_version is 'What was published of an appointment, version by version, and what the customer answered to each.';
call make_tenant_table('appointment_note_version', 'select, insert, update');

create table calendar_feed (
  city_id text not null references city,
  person_id uuid not null,
  id uuid not null,
  secret_hash bytea not null,
  made_at timestamptz not null,
  primary key (city_id, person_id),
  unique (city_id, secret_hash),
  foreign key (city_id, person_id) references city_person
);
comment on table calendar_feed is 'The address by which a calendar follows a person''s appointments: a hash of its secret. Renewing it makes another in its place, ending it takes it away.';
call make_tenant_table('calendar_feed', 'select, insert, update, delete');
