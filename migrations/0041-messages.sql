-- Messages: threads of a customer with those who look after them, beside those with businesses; drafts, files, receipts, closing, who has read what, search.
insert into term (name, from_on, value, source) values
  ('keepDraftDays', '2026-01-01', 60, 'Tuttu: two months, then what was never sent was not meant to be');

alter table thread
  alter column business_id drop not null,
  alter column challenge_id drop not null,
  add column role text check (role in ('adviser', 'socialWorker')),
  add column subject text not null default '',
  add column step_id uuid,
  add constraint thread_one_side check ((business_id is null) = (role is not null)),
  add constraint thread_business_challenge check (business_id is null or challenge_id is not null),
  add foreign key (city_id, step_id) references step on delete set null (step_id),
  drop constraint thread_city_id_challenge_id_customer_id_key;
create unique index thread_of_a_yes on thread (city_id, challenge_id, customer_id) where business_id is not null;
create index thread_step on thread (city_id, step_id) where step_id is not null;
comment on table thread is 'A conversation of one customer: with a business on one challenge, opened by a yes; or with those who look after them as adviser or as social worker (role), on a step, a challenge or nothing.';
comment on column thread.role is 'As what the other side looks after the customer: whoever does so today reads and writes; null where it is a business.';
comment on column thread.subject is 'What it is about, in the words of who opened it; empty where a challenge says it.';

alter table message
  drop constraint message_side_check,
  add constraint message_side_check check (side in ('customer', 'business', 'professional')),
  add column wants_receipt boolean not null default false,
  add constraint message_receipt_check check (not wants_receipt or side = 'professional');
comment on column message.wants_receipt is 'Its writer, a professional, wants to see when it has been read; the reader is told so.';

-- Words of a text, each led by its city, so that a search looks among one city's only. Beginnings of words are found, capitals or not.
create function message_words(city text, words text) returns tsvector language sql immutable parallel safe as $$
  select array_to_tsvector(coalesce(array(
    select city || ' ' || lexeme from unnest(to_tsvector('pg_catalog.simple'::regconfig, lower(translate(words, 'ÅÄÖÉÜŠŽ', 'åäöéüšž'))))), '{}'))
$$;
create index message_search on message using gin (message_words(city_id, text));

create table thread_reader (
  city_id text not null references city,
  thread_id uuid not null,
  person_id uuid not null,
  at timestamptz not null,
  message_id uuid not null,
  primary key (city_id, thread_id, person_id),
  foreign key (city_id, thread_id) references thread on delete cascade,
  foreign key (city_id, person_id) references city_person
);
comment on table thread_reader is 'Up to which message somebody has said they have read a thread.';
call make_tenant_table('thread_reader', 'select, insert, update, delete');

create table thread_closing (
  city_id text not null references city,
  id uuid not null,
  thread_id uuid not null,
  closed_at timestamptz not null,
  closed_by uuid not null,
  closed_side text not null check (closed_side in ('customer', 'business', 'professional')),
  reopened_at timestamptz,
  reopened_by uuid,
  reopened_side text check (reopened_side in ('customer', 'business', 'professional')),
  primary key (city_id, id),
  foreign key (city_id, thread_id) references thread on delete cascade,
  foreign key (city_id, closed_by) references city_person,
  foreign key (city_id, reopened_by) references city_person,
  check ((reopened_at is null) = (reopened_by is null) and (reopened_at is null) = (reopened_side is null))
);
create unique index thread_closed on thread_closing (city_id, thread_id) where reopened_at is null;
create index thread_closing_thread on thread_closing (city_id, thread_id, closed_at);
comment on table thread_closing is 'Who closed a thread and when, and who opened it again. A thread is closed while one of these has not been ended.';
call make_tenant_table('thread_closing', 'select, insert, update, delete');

create table message_draft (
  city_id text not null references city,
  thread_id uuid not null,
  writer_id uuid not null,
  text text not null,
  saved_at timestamptz not null,
  primary key (city_id, thread_id, writer_id),
  foreign key (city_id, thread_id) references thread on delete cascade,
  foreign key (city_id, writer_id) references city_person
);
create index message_draft_saved on message_draft (city_id, saved_at);
comment on table message_draft is 'What somebody is writing in a thread: theirs alone until it is sent.';
call make_tenant_table('message_draft', 'select, insert, update, delete');

-- A file of a draft belongs to nobody's matter yet: it is its giver's alone.
alter table stored_file alter column customer_id drop not null;
grant update (customer_id) on stored_file to tuttu_app;
create index stored_file_loose on stored_file (city_id, given_at) where customer_id is null;
comment on column stored_file.customer_id is 'Whose matter it belongs to, whoever gave it; null while it is with a draft, its giver''s alone.';

create table draft_file (
  city_id text not null references city,
  thread_id uuid not null,
  writer_id uuid not null,
  file_id uuid not null,
  primary key (city_id, file_id),
  foreign key (city_id, thread_id, writer_id) references message_draft on delete cascade,
  foreign key (city_id, file_id) references stored_file on delete cascade
);
create index draft_file_draft on draft_file (city_id, thread_id, writer_id);
comment on table draft_file is 'Files that go along when a draft is sent.';
call make_tenant_table('draft_file', 'select, insert, delete');

create table message_file (
  city_id text not null references city,
  message_id uuid not null,
  file_id uuid not null,
  primary key (city_id, file_id),
  foreign key (city_id, message_id) references message on delete cascade,
  foreign key (city_id, file_id) references stored_file on delete cascade
);
create index message_file_message on message_file (city_id, message_id);
comment on table message_file is 'Files that came with a message: who reads the message may have them.';
call make_tenant_table('message_file', 'select, insert, delete');
