-- Open jobs of Job Market Finland, shown beside challenges: a copy of what is published there, for each city's own municipality. No person's data.
create table advert_feed (
  city_id text not null references city,
  municipality text not null check (municipality ~ '^\d{3}$'),
  read_at timestamptz,
  advert_count integer not null default 0,
  skipped_count integer not null default 0,
  trouble text not null default '',
  trouble_at timestamptz,
  primary key (city_id)
);
comment on table advert_feed is 'For which municipality (Statistics Finland''s number) a city shows open jobs, when they were last read to the end, and what went wrong since.';
call make_tenant_table('advert_feed', 'select, insert, update, delete');

create table job_advert (
  city_id text not null references city,
  id uuid not null,
  outside_id text not null,
  title jsonb not null,
  summary jsonb not null,
  employer jsonb,
  place text not null default '',
  hours text check (hours in ('days', 'evenings', 'weekends')),
  languages text[] not null default '{}',
  language text not null check (language in ('fi', 'sv', 'en')),
  needs_weight integer not null,
  needs_count integer not null,
  content_hash text not null,
  published_at timestamptz not null,
  until_at timestamptz,
  seen_at timestamptz not null,
  primary key (city_id, id),
  unique (city_id, outside_id)
);
create index job_advert_seen on job_advert (city_id, seen_at);
comment on table job_advert is 'An open job as it was last seen: what is shown of it. Contact details, and the names of households, are not kept.';
comment on column job_advert.employer is 'By language; null for a household.';
comment on column job_advert.content_hash is 'Of what its needs were found in, with the vocabulary''s version: unchanged ones are not read again.';
call make_tenant_table('job_advert', 'select, insert, update, delete');

create table job_advert_need (
  city_id text not null references city,
  advert_id uuid not null,
  skill_id integer not null references skill,
  weight integer not null check (weight between 1 and 3),
  is_named boolean not null,
  words text[] not null default '{}',
  primary key (city_id, advert_id, skill_id),
  foreign key (city_id, advert_id) references job_advert on delete cascade
);
create index job_advert_need_skill on job_advert_need (city_id, skill_id) include (advert_id, weight);
comment on column job_advert_need.is_named is 'The advertiser named the skill; else it was found in the words kept.';
call make_tenant_table('job_advert_need', 'select, insert, update, delete');
