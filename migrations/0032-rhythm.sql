-- The law's rhythm: models of the service process as dated rows, what a city adds, when a job search began and by which model it runs, and the talks held.
create table process_model (
  id text primary key check (id ~ '^[a-z][a-z0-9-]{1,40}$'),
  from_on date not null unique,
  law text not null,
  source text not null,
  confidence text not null
);
comment on table process_model is 'Models of the service process, each in force for job searches that begin from a day on, until the next. One that began under an older model runs on by it. Not personal data.';
comment on column process_model.law is 'Where it is decided, as one cites it.';
comment on column process_model.source is 'Where the numbers were read.';
comment on column process_model.confidence is '''seen'' when they were read in what is cited, else what is unsure.';
grant select on process_model to tuttu_app;

create table process_rule (
  model_id text not null references process_model,
  line integer not null,
  kind text not null check (kind in ('firstInterview', 'followUp', 'supplementary', 'review')),
  anchor text not null check (anchor in ('begun', 'interview')),
  after_months integer not null check (after_months >= 0),
  every integer not null check (every > 0),
  unit text not null check (unit in ('days', 'workingDays', 'weeks', 'months')),
  times integer check (times > 0),
  in_person boolean not null,
  primary key (model_id, line)
);
comment on table process_rule is 'The talks of a model: how often, counted from when. Not personal data.';
comment on column process_rule.anchor is 'Counted from the day the job search began, or from the first interview (until it is held, from its last day).';
comment on column process_rule.after_months is 'Counted from so many months after the anchor.';
comment on column process_rule.times is 'So many times; null without an end.';
comment on column process_rule.in_person is 'Held in person; another way needs a reason.';
grant select on process_rule to tuttu_app;

create table process_phase (
  model_id text not null references process_model,
  from_on date not null,
  what text not null check (what in ('process', 'sanctions', 'profile')),
  primary key (model_id, from_on)
);
comment on table process_phase is 'What of a model came into force when. Not personal data.';
grant select on process_phase to tuttu_app;

insert into process_model (id, from_on, law, source, confidence) values
  ('nordic-2022', '2022-05-02', 'HE 167/2021',
    'kotoutuminen.fi/pohjoismainen-tyovoimapalvelumalli; nkl.fi Q&A; hanko.fi 4.5.2022; tyomarkkinatori.fi/en/news (change at turn of the year); eduskunta.fi HE 167/2021', 'seen'),
  ('reform-2026', '2026-01-01', 'HE 108/2025, TyVM 9/2025',
    'tyomarkkinatori.fi/en/news ... vuodenvaihteessa1; tampere.cloudnc.fi 10.12.2025; jamsa10.oncloudos.com 16.2.2026 section 11; eduskunta.fi HE 108/2025, TyVM 9/2025', 'seen');
insert into process_rule (model_id, line, kind, anchor, after_months, every, unit, times, in_person) values
  ('nordic-2022', 1, 'firstInterview', 'begun', 0, 5, 'workingDays', 1, false),
  ('nordic-2022', 2, 'followUp', 'interview', 0, 2, 'weeks', 5, false),
  ('nordic-2022', 3, 'followUp', 'interview', 3, 3, 'months', null, false),
  ('nordic-2022', 4, 'supplementary', 'begun', 6, 2, 'weeks', 2, false),
  ('reform-2026', 1, 'firstInterview', 'begun', 0, 10, 'workingDays', 1, true),
  ('reform-2026', 2, 'followUp', 'interview', 0, 3, 'months', null, false);
insert into process_phase (model_id, from_on, what) values
  ('nordic-2022', '2022-05-02', 'process'),
  ('reform-2026', '2026-01-01', 'process'),
  ('reform-2026', '2026-03-01', 'sanctions'),
  ('reform-2026', '2026-09-01', 'profile');

create table city_process_rule (
  city_id text not null references city,
  model_id text not null references process_model,
  kind text not null check (kind in ('firstInterview', 'supplementary', 'review')),
  from_on date not null,
  every integer not null check (every > 0),
  unit text not null check (unit in ('days', 'workingDays', 'weeks', 'months')),
  source text not null,
  primary key (city_id, model_id, kind, from_on)
);
comment on table city_process_rule is 'What a city has decided beside a model, from which day: a shorter time to the first interview, a rhythm of supplementary talks or of the plan''s review (both counted from the first interview). Not personal data.';
call make_tenant_table('city_process_rule', 'select, insert, update');

create table job_search (
  city_id text not null references city,
  id uuid not null,
  customer_id uuid not null,
  model_id text not null references process_model,
  begun_on date not null,
  ended_on date,
  ended_why text not null default '',
  written_by uuid not null,
  written_name text not null,
  written_at timestamptz not null,
  version integer not null default 1,
  primary key (city_id, id),
  foreign key (city_id, customer_id) references customer,
  foreign key (city_id, written_by) references city_person,
  check (ended_on >= begun_on)
);
create index job_search_customer on job_search (city_id, customer_id, begun_on desc);
create unique index job_search_one_open on job_search (city_id, customer_id) where ended_on is null;
comment on table job_search is 'When a customer''s job search began and ended, and the model that was in force the day it began.';
call make_tenant_table('job_search', 'select, insert, update');

create table talk (
  city_id text not null references city,
  id uuid not null,
  customer_id uuid not null,
  kind text not null check (kind in ('firstInterview', 'followUp', 'supplementary', 'review')),
  held_on date not null,
  how text not null check (how in ('inPerson', 'phone', 'video')),
  how_why text not null default '',
  by_id uuid not null,
  by_name text not null,
  at timestamptz not null,
  primary key (city_id, id),
  unique (city_id, customer_id, held_on, kind),
  foreign key (city_id, customer_id) references customer,
  foreign key (city_id, by_id) references city_person
);
comment on table talk is 'Talks held of the service process: which, when, how, with whom. What was said is not here.';
comment on column talk.how_why is 'Why not in person, where the model wants it so.';
call make_tenant_table('talk', 'select, insert');
