-- What is recommended to whom, made each night and when a challenge is published; who has been told of it; and how far the nightly run is.
create table matching_run (
  city_id text not null references city,
  id uuid not null,
  vocabulary_version text not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  total integer not null default 0,
  done integer not null default 0,
  found integer not null default 0,
  after_id uuid not null default '00000000-0000-0000-0000-000000000000',
  primary key (city_id, id)
);
create unique index matching_run_open on matching_run (city_id) where ended_at is null;
create index matching_run_started on matching_run (city_id, started_at desc);
comment on table matching_run is 'A nightly run over everybody who consents to matching: how far it is, and after whom it goes on when it was stopped.';
call make_tenant_table('matching_run', 'select, insert, update, delete');

create table recommendation (
  city_id text not null references city,
  customer_id uuid not null,
  challenge_id uuid not null,
  score real not null,
  vocabulary_version text not null,
  first_at timestamptz not null,
  made_at timestamptz not null,
  is_news boolean not null default false,
  told_at timestamptz,
  primary key (city_id, customer_id, challenge_id),
  foreign key (city_id, customer_id) references customer,
  foreign key (city_id, challenge_id) references challenge
);
create index recommendation_untold on recommendation (city_id, customer_id) where is_news and told_at is null;
comment on table recommendation is 'A good match as it was when made. Before it is shown or told, the database is asked again. One row for a challenge and a customer: each is told once.';
comment on column recommendation.is_news is 'Made because the challenge was published: its customer is told. Those of the night are not.';
call make_tenant_table('recommendation', 'select, insert, update, delete');

create table recommended_challenge (
  city_id text not null references city,
  challenge_id uuid not null,
  at timestamptz not null,
  primary key (city_id, challenge_id),
  foreign key (city_id, challenge_id) references challenge
);
comment on table recommended_challenge is 'Challenges whose best fits have been found once, when they were new.';
call make_tenant_table('recommended_challenge', 'select, insert');

insert into term (name, from_on, value, source) values
  ('matchNoticesAWeek', '2026-01-01', 2, 'Tuttu: enough to hear of what is new, too few to be a flood; what comes between waits for the next');
