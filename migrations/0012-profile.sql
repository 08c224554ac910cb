-- The profile beside know-how: experiences, languages, licences and cards, wishes; every version of each; and whom a customer shows what.
create table experience (
  city_id text not null references city,
  id uuid not null,
  customer_id uuid not null,
  kind text not null check (kind in ('work', 'study', 'care', 'volunteering', 'hobby')),
  title text not null,
  place text not null default '',
  from_on text check (from_on ~ '^\d{4}(-\d\d(-\d\d)?)?$'),
  from_about boolean not null default false,
  to_on text check (to_on ~ '^\d{4}(-\d\d(-\d\d)?)?$'),
  to_about boolean not null default false,
  is_ongoing boolean not null default false check (not is_ongoing or to_on is null),
  language text not null check (language in ('fi', 'sv', 'en')),
  story_id uuid,
  hidden_at timestamptz,
  removed_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (city_id, id),
  foreign key (city_id, customer_id) references customer,
  foreign key (city_id, story_id) references story on delete set null (story_id)
);
create index experience_customer on experience (city_id, customer_id);
create unique index experience_story on experience (city_id, story_id);
comment on table experience is 'Work, study, unpaid care, volunteering or a hobby of a customer''s.';
comment on column experience.from_on is 'To the year, month or day: 2019, 2019-05 or 2019-05-12; null when not told. from_about: not sure of it.';
comment on column experience.story_id is 'What they did, in their own words: the text of a story of the experience''s own; null while there is none.';
comment on column experience.removed_at is 'Since when it is out of the profile; its owner may bring it back or delete it for good.';
call make_tenant_table('experience', 'select, insert, update, delete');

create table experience_skill (
  city_id text not null references city,
  experience_id uuid not null,
  skill_id integer not null references skill,
  words text[] not null default '{}',
  is_left_out boolean not null default false,
  primary key (city_id, experience_id, skill_id),
  foreign key (city_id, experience_id) references experience on delete cascade
);
comment on table experience_skill is 'Which skills an experience showed, and the words of it each was found in. Counts only while the customer keeps the skill.';
comment on column experience_skill.is_left_out is 'The customer said that it does not belong here: it is not found here again.';
call make_tenant_table('experience_skill', 'select, insert, update, delete');

create table language_skill (
  city_id text not null references city,
  id uuid not null,
  customer_id uuid not null,
  code text not null check (code ~ '^[a-z]{2,3}$'),
  level text not null check (level in ('A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native')),
  hidden_at timestamptz,
  removed_at timestamptz,
  version integer not null default 1,
  primary key (city_id, id),
  unique (city_id, customer_id, code),
  foreign key (city_id, customer_id) references customer
);
comment on table language_skill is 'A language a customer knows and how well, in the steps of the Common European Framework.';
call make_tenant_table('language_skill', 'select, insert, update, delete');

create table licence (
  city_id text not null references city,
  id uuid not null,
  customer_id uuid not null,
  kind text not null check (kind in ('drivingLicence', 'card', 'licence')),
  code text not null default '',
  name text not null,
  until_on date,
  hidden_at timestamptz,
  removed_at timestamptz,
  version integer not null default 1,
  primary key (city_id, id),
  foreign key (city_id, customer_id) references customer
);
create index licence_customer on licence (city_id, customer_id);
comment on table licence is 'A driving licence, card or other licence of a customer''s. Its code is one of the product''s list, or none.';
call make_tenant_table('licence', 'select, insert, update, delete');

create table wishes (
  city_id text not null references city,
  customer_id uuid not null,
  what jsonb not null default '[]',
  where_at text not null default '',
  not_wanted text not null default '',
  version integer not null default 1,
  changed_at timestamptz not null,
  primary key (city_id, customer_id),
  foreign key (city_id, customer_id) references customer
);
comment on table wishes is 'What a customer would like to do, where, and what not. Hours and languages stand in customer, as limits.';
comment on column wishes.what is 'A list of {text, skillId}: own words with null, or a skill they would like to use.';
call make_tenant_table('wishes', 'select, insert, update, delete');

create table profile_version (
  city_id text not null references city,
  customer_id uuid not null,
  kind text not null check (kind in ('experience', 'knowHow', 'language', 'licence', 'wishes', 'limits')),
  item_id uuid not null,
  version integer not null,
  at timestamptz not null,
  content jsonb not null,
  primary key (city_id, kind, item_id, version),
  foreign key (city_id, customer_id) references customer
);
create index profile_version_customer on profile_version (city_id, customer_id, at desc);
comment on table profile_version is 'Every version of each part of a profile, as it was after a change. Goes with what its owner deletes for good.';
call make_tenant_table('profile_version', 'select, insert, delete');

create table profile_share (
  city_id text not null references city,
  customer_id uuid not null,
  audience text not null check (audience in ('adviser')),
  parts text[] not null,
  version integer not null default 1,
  primary key (city_id, customer_id, audience),
  foreign key (city_id, customer_id) references customer
);
comment on table profile_share is 'Which parts of the profile a customer shows an audience beside their know-how. The adviser''s also needs the consent adviserKnowHow.';
call make_tenant_table('profile_share', 'select, insert, update');

create table profile_link (
  city_id text not null references city,
  id uuid not null,
  customer_id uuid not null,
  secret_hash bytea not null,
  name text not null,
  name_shown text not null check (name_shown in ('fullName', 'firstName')),
  parts text[] not null,
  until_on date not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (city_id, id),
  unique (city_id, secret_hash),
  foreign key (city_id, customer_id) references customer
);
create index profile_link_customer on profile_link (city_id, customer_id);
comment on table profile_link is 'Links by which anyone may see chosen parts of a profile until a day. Only a hash of the secret is kept.';
call make_tenant_table('profile_link', 'select, insert, update');

-- History begins with what stands. Row security holds the owner too: each city by itself.
do $$
declare
  one text;
begin
  for one in select id from city loop
    perform set_config('app.city', one, true);
    insert into profile_version (city_id, customer_id, kind, item_id, version, at, content)
      select city_id, customer_id, 'knowHow', id, version, coalesce(decided_at, now()), jsonb_build_object(
        'skillId', skill_id, 'state', state, 'level', level, 'levelWords', level_words, 'isHidden', hidden_at is not null)
      from know_how where city_id = one and state <> 'suggested';
    insert into profile_version (city_id, customer_id, kind, item_id, version, at, content)
      select city_id, id, 'limits', id, version, now(), jsonb_build_object(
        'hours', work_hours, 'languages', to_jsonb(spoken_languages), 'area', area)
      from customer where city_id = one and deleted_at is null and (work_hours is not null or spoken_languages <> '{}' or area <> '');
  end loop;
  perform set_config('app.city', '', true);
end $$;
