-- The kernel: cities, people, sessions, consent, use log, mail. PostgreSQL 15 or newer.
-- Roles: the migrator owns; tuttu_app is what every transaction of the product runs as; tuttu_reporter reads statistics later.
do $$
begin
  if not exists (select from pg_roles where rolname = 'tuttu_app') then create role tuttu_app nologin nobypassrls; end if;
  if not exists (select from pg_roles where rolname = 'tuttu_reporter') then create role tuttu_reporter nologin nobypassrls; end if;
end $$;
grant usage on schema public to tuttu_app, tuttu_reporter;

-- The city of the running transaction; null outside one, so that nothing is visible by mistake.
create function current_city() returns text language sql stable
  as $$ select nullif(current_setting('app.city', true), '') $$;

-- Makes a table a tenant's: enabled and forced row security with one plain equality, and the grants it is given.
create procedure make_tenant_table(name text, grants text) language plpgsql as $$
begin
  execute format('alter table %I enable row level security', name);
  execute format('alter table %I force row level security', name);
  execute format('create policy city on %I using (city_id = nullif(current_setting(''app.city'', true), '''')) '
              || 'with check (city_id = nullif(current_setting(''app.city'', true), ''''))', name);
  execute format('grant %s on %I to tuttu_app', grants, name);
end $$;

create table city (
  id text primary key check (id ~ '^[a-z][a-z0-9-]{1,30}$'),
  name jsonb not null,
  action_color text not null check (action_color ~ '^#[0-9a-f]{6}$'),
  edge_color text not null check (edge_color ~ '^#[0-9a-f]{6}$'),
  languages text[] not null,
  time_zone text not null,
  created_at timestamptz not null default now()
);
comment on table city is 'The cities of this deployment. Not personal data.';
grant select, insert, update on city to tuttu_app;

create table deployment (
  only_row boolean primary key default true check (only_row),
  is_demo boolean not null,
  created_at timestamptz not null default now()
);
comment on table deployment is 'Whether this database was made for the demo. Set once, when the first city is made.';
grant select, insert on deployment to tuttu_app;

create table person (
  id uuid primary key,
  issuer text not null,
  subject text not null,
  language text not null check (language in ('fi', 'sv', 'en')),
  identity_code_sealed bytea,
  identity_code_lookup bytea,
  created_at timestamptz not null default now(),
  unique (issuer, subject)
);
create unique index person_identity_code on person (identity_code_lookup) where identity_code_lookup is not null;
comment on table person is 'Who logs in. Holds no name: each city keeps its own register (city_person).';
grant select, insert, update on person to tuttu_app;

create table person_city (
  person_id uuid not null references person,
  city_id text not null references city,
  primary key (person_id, city_id)
);
comment on table person_city is 'In which cities a person is known, so that log-in knows where to look.';
grant select, insert, delete on person_city to tuttu_app;

create table session (
  id uuid primary key,
  token_hash bytea not null unique,
  kind text not null check (kind in ('browser', 'token')),
  person_id uuid not null references person,
  city_id text references city,
  role text,
  business_id uuid,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index session_person on session (person_id) where ended_at is null;
comment on table session is 'Browser sessions and access tokens. Only a hash of the secret is kept.';
grant select, insert, update, delete on session to tuttu_app;

create table demo_person (
  subject text primary key,
  name text not null,
  city_id text not null references city,
  roles text[] not null,
  language text not null,
  line jsonb not null,
  is_featured boolean not null default false,
  identity_code text not null,
  sort_order integer not null
);
comment on table demo_person is 'Made-up people the built-in identity provider lists. Empty outside the demo.';
grant select, insert, delete on demo_person to tuttu_app;

create table demo_day (
  city_id text primary key references city,
  day date not null
);
comment on table demo_day is 'The day the demo''s last days are counted from. Written when a city''s demo is whole.';
call make_tenant_table('demo_day', 'select, insert, update');

create table city_person (
  city_id text not null references city,
  person_id uuid not null references person,
  name text not null,
  email text,
  language text not null check (language in ('fi', 'sv', 'en')),
  version integer not null default 1,
  primary key (city_id, person_id)
);
comment on table city_person is 'A person in one city''s register: name, address, language.';
call make_tenant_table('city_person', 'select, insert, update, delete');

create table role_assignment (
  city_id text not null references city,
  id uuid not null,
  person_id uuid not null,
  role text not null,
  from_on date not null,
  to_on date,
  primary key (city_id, id),
  foreign key (city_id, person_id) references city_person
);
create index role_assignment_person on role_assignment (city_id, person_id);
create index role_assignment_role on role_assignment (city_id, role);
comment on table role_assignment is 'Who holds which role in a city, from when to when.';
call make_tenant_table('role_assignment', 'select, insert, update');

create table customer (
  city_id text not null references city,
  id uuid not null,
  person_id uuid not null,
  area text not null default '',
  birth_year integer,
  gender text check (gender in ('female', 'male', 'other')),
  work_hours text not null default 'any' check (work_hours in ('any', 'days', 'evenings', 'weekends')),
  spoken_languages text[] not null default '{}',
  card_intro text not null default '',
  wants_notices boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null,
  deleted_at timestamptz,
  primary key (city_id, id),
  unique (city_id, person_id),
  foreign key (city_id, person_id) references city_person
);
comment on table customer is 'A person as a customer of the city, with the practical limits they told.';
call make_tenant_table('customer', 'select, insert, update');

create table caseload (
  city_id text not null references city,
  id uuid not null,
  adviser_id uuid not null,
  customer_id uuid not null,
  from_on date not null,
  to_on date,
  primary key (city_id, id),
  foreign key (city_id, adviser_id) references city_person,
  foreign key (city_id, customer_id) references customer
);
create index caseload_adviser on caseload (city_id, adviser_id) where to_on is null;
create index caseload_customer on caseload (city_id, customer_id) where to_on is null;
comment on table caseload is 'Which professional looks after which customer, from when to when.';
call make_tenant_table('caseload', 'select, insert, update');

create table consent (
  city_id text not null references city,
  id uuid not null,
  customer_id uuid not null,
  what text not null,
  given_at timestamptz not null,
  until_on date,
  withdrawn_at timestamptz,
  primary key (city_id, id),
  foreign key (city_id, customer_id) references customer
);
create unique index consent_one_in_force on consent (city_id, customer_id, what) where withdrawn_at is null;
comment on table consent is 'What a customer lets whom see or do, until when. Withdrawing keeps the row.';
call make_tenant_table('consent', 'select, insert, update');

create table use_log (
  city_id text not null references city,
  id uuid not null,
  at timestamptz not null default clock_timestamp(),
  person_id uuid,
  person_name text not null,
  role text not null,
  customer_id uuid,
  section text not null,
  action text not null,
  why text not null,
  is_allowed boolean not null,
  request_id text not null,
  primary key (city_id, id)
);
create index use_log_customer on use_log (city_id, customer_id, at desc);
create index use_log_at on use_log (city_id, at);
create index use_log_person on use_log (city_id, person_id, at desc);
comment on table use_log is 'Who looked at or changed whose data, when and why. Insert only.';
call make_tenant_table('use_log', 'select, insert');

create table use_log_seal (
  city_id text not null references city,
  seq bigint not null,
  log_id uuid not null,
  hash bytea not null,
  primary key (city_id, seq),
  unique (city_id, log_id)
);
comment on table use_log_seal is 'Hash chain over the use log: hash = sha256(previous hash, the row). Insert only.';
call make_tenant_table('use_log_seal', 'select, insert');

create table mail (
  city_id text not null references city,
  id uuid not null,
  event_id uuid not null,
  person_id uuid not null,
  to_address text not null,
  language text not null,
  subject text not null,
  body text not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (city_id, id),
  unique (city_id, event_id, person_id),
  foreign key (city_id, person_id) references city_person
);
create index mail_person on mail (city_id, person_id, created_at desc);
comment on table mail is 'What was written to whom, in the reader''s language.';
call make_tenant_table('mail', 'select, insert, update');

create table handled_event (
  city_id text not null references city,
  event_id uuid not null,
  handled_at timestamptz not null default now(),
  primary key (city_id, event_id)
);
comment on table handled_event is 'Events already handled, so that one delivered twice is handled once.';
call make_tenant_table('handled_event', 'select, insert, delete');

create table posted_once (
  city_id text not null references city,
  person_id uuid not null,
  key text not null,
  route text not null,
  body_hash bytea not null,
  answer bytea,
  created_at timestamptz not null default now(),
  primary key (city_id, person_id, key)
);
comment on table posted_once is 'Answers to posts that carried an Idempotency-Key, for a day.';
call make_tenant_table('posted_once', 'select, insert, update, delete');

-- Who is acting, from a session's secret: one round trip a request. Finds nobody when the session has ended or run out, and no role when the
-- assignment is over, so that a right taken away is gone at the next request.
create function session_actor(given_hash bytea, given_at timestamptz)
returns table (
  session_id uuid, kind text, person_id uuid, person_language text, created_at timestamptz, seen_at timestamptz,
  city_id text, role text, name text, language text, customer_id uuid, business_id uuid
) language plpgsql as $$
declare
  found_session session;
  today date;
begin
  select * into found_session from session s where s.token_hash = given_hash and s.ended_at is null and s.expires_at > given_at;
  if found_session.id is null then return; end if;
  perform set_config('app.city', coalesce(found_session.city_id, ''), true);
  -- The calendar day in the city: a role that begins today is there from the city's midnight on.
  select (given_at at time zone c.time_zone)::date into today from city c where c.id = found_session.city_id;
  return query
    select found_session.id, found_session.kind, found_session.person_id, p.language, found_session.created_at, found_session.seen_at,
           r.city_id, r.role, cp.name, cp.language, c.id, b.business_id
    from person p
    left join lateral (
      select ra.city_id, ra.role from role_assignment ra
      where ra.city_id = found_session.city_id and ra.person_id = p.id and ra.role = found_session.role
        and ra.from_on <= today and (ra.to_on is null or ra.to_on > today)
      limit 1) r on true
    left join city_person cp on cp.city_id = r.city_id and cp.person_id = p.id
    left join customer c on c.city_id = r.city_id and c.person_id = p.id and c.deleted_at is null and r.role = 'customer'
    left join business_contact b on b.city_id = r.city_id and b.person_id = p.id and b.business_id = found_session.business_id
      and r.role = 'businessContact' and b.from_on <= today and (b.to_on is null or b.to_on > today)
    where p.id = found_session.person_id;
end $$;
