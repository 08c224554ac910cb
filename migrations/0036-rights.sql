-- People's rights: how long what is kept, requests to correct, restriction, erasure with a way back, and people whose address nobody may learn.
insert into term (name, from_on, value, source) values
  ('keepPlanDays', '2026-01-01', 1825, 'Tuttu: five years after a customer has gone; to be confirmed by the city''s information management plan (Act 380/2023, Act 906/2019)'),
  ('keepMailDays', '2026-01-01', 730, 'Tuttu: two years show that a person was told; what a message leads to is kept where it belongs'),
  ('keepConsentDays', '2026-01-01', 1825, 'Tuttu: so long the city may have to show that there was a consent (GDPR, article 7(1))'),
  ('keepUseLogDays', '2026-01-01', 1825, 'Tuttu: five years; misuse can be charged so long (Criminal Code 39/1889, chapter 38, section 9; Act 906/2019, section 17)'),
  ('keepRequestDays', '2026-01-01', 1825, 'Tuttu: so long the city may have to show what it did with a request (GDPR, article 5(2))'),
  ('correctionDays', '2026-01-01', 30, 'GDPR, article 12(3): within one month'),
  ('erasureDays', '2026-01-01', 14, 'Tuttu: two weeks to change one''s mind; well within the month of GDPR, article 12(3)');

create table correction (
  city_id text not null references city,
  id uuid not null,
  customer_id uuid not null,
  about text not null,
  words text not null,
  asked_at timestamptz not null,
  due_on date not null,
  answer text not null default '',
  is_done boolean,
  answered_at timestamptz,
  answered_by uuid,
  answered_name text not null default '',
  answered_role text not null default '',
  withdrawn_at timestamptz,
  version integer not null default 1,
  primary key (city_id, id),
  foreign key (city_id, customer_id) references customer,
  foreign key (city_id, answered_by) references city_person,
  check ((answered_at is null) = (is_done is null)),
  check (answered_at is null or withdrawn_at is null)
);
create index correction_customer on correction (city_id, customer_id, asked_at desc);
create index correction_open on correction (city_id, due_on) where answered_at is null and withdrawn_at is null;
comment on table correction is 'A customer asks that something said about them be corrected (GDPR, article 16), in their words; a person answers by a day. Its state follows from its times.';
comment on column correction.about is 'The kind of data, as the data map calls it.';
comment on column correction.is_done is 'Corrected as asked, or not, with a word why; null while it waits.';
call make_tenant_table('correction', 'select, insert, update, delete');

create table restriction (
  city_id text not null references city,
  id uuid not null,
  customer_id uuid not null,
  word text not null default '',
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (city_id, id),
  foreign key (city_id, customer_id) references customer
);
create unique index restriction_one_in_force on restriction (city_id, customer_id) where ended_at is null;
comment on table restriction is 'While it is in force nobody but the customer writes about them, nothing of theirs is matched, and no statistics count them (GDPR, article 18).';
call make_tenant_table('restriction', 'select, insert, update, delete');
create trigger matching_change after insert or update or delete on restriction
  for each row execute function note_matching_change('customer', 'customer_id');

create table erasure (
  city_id text not null references city,
  id uuid not null,
  customer_id uuid not null,
  asked_at timestamptz not null,
  due_on date not null,
  withdrawn_at timestamptz,
  done_at timestamptz,
  primary key (city_id, id),
  foreign key (city_id, customer_id) references customer,
  check (withdrawn_at is null or done_at is null)
);
create unique index erasure_one_open on erasure (city_id, customer_id) where withdrawn_at is null and done_at is null;
create index erasure_due on erasure (city_id, due_on) where withdrawn_at is null and done_at is null;
comment on table erasure is 'A customer asks to be erased (GDPR, article 17): until the day they can take it back, on it a job does it by the data map.';
call make_tenant_table('erasure', 'select, insert, update, delete');

create table protection (
  city_id text not null references city,
  id uuid not null,
  customer_id uuid not null,
  kind text not null check (kind in ('nonDisclosure', 'secretIdentity')),
  ground text not null check (ground <> ''),
  until_on date,
  set_at timestamptz not null,
  set_by uuid not null,
  set_name text not null,
  ended_at timestamptz,
  ended_name text not null default '',
  primary key (city_id, id),
  foreign key (city_id, customer_id) references customer,
  foreign key (city_id, set_by) references city_person
);
create unique index protection_one_in_force on protection (city_id, customer_id) where ended_at is null;
comment on table protection is 'A customer whose address (non-disclosure for personal safety, Act 661/2009, section 36) or name too must not be learnt: shown to themselves and the few named.';
call make_tenant_table('protection', 'select, insert, update, delete');
create trigger matching_change after insert or update or delete on protection
  for each row execute function note_matching_change('customer', 'customer_id');

create table protection_reader (
  city_id text not null references city,
  protection_id uuid not null,
  person_id uuid not null,
  primary key (city_id, protection_id, person_id),
  foreign key (city_id, protection_id) references protection on delete cascade,
  foreign key (city_id, person_id) references city_person
);
comment on table protection_reader is 'The few who may see where a protected customer lives and how to reach them.';
call make_tenant_table('protection_reader', 'select, insert, delete');

create table retention_run (
  city_id text not null references city,
  id uuid not null,
  table_name text not null,
  at timestamptz not null,
  gone integer not null,
  days integer,
  source text not null,
  primary key (city_id, id)
);
create index retention_run_at on retention_run (city_id, at desc);
comment on table retention_run is 'What went because its time was over: how many rows of which table, by which rule. Not personal data. Insert only.';
call make_tenant_table('retention_run', 'select, insert');

-- Where the use log begins once its oldest rows have gone: only the owner of the tables can take rows from it, and says so here.
create table use_log_cut (
  city_id text not null references city,
  seq bigint not null,
  hash bytea not null,
  at timestamptz not null default clock_timestamp(),
  primary key (city_id, seq)
);
comment on table use_log_cut is 'The last row of the chain that is gone because its time was over: its place and hash, from which the walk goes on. Written by the owner of the tables only.';
call make_tenant_table('use_log_cut', 'select');

-- What a person wants gone, and what has been kept long enough, goes.
grant delete on customer, caseload, role_assignment, business_contact, consent, objection, mail, plan, plan_version, step, step_version, thread, message,
  answer, evidence, profile_link, matching_look, person_ask, person_ask_hand_over, person_proposal, appointment, appointment_reminder, appointment_note, appointment_note_version, job_search, talk to tuttu_app;
comment on table plan_version is 'Every version of a goal, and who wrote it. Never changed; goes with the plan when its time is over.';
comment on table step_version is 'Every version of a step, and who made it. Never changed; goes with the step when its time is over.';
