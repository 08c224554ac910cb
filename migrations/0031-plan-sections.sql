-- Sections of a plan: what each side tells in it, every version of it, and whom the customer lets see it.
create table plan_section (
  city_id text not null references city,
  id uuid not null,
  customer_id uuid not null,
  owner text not null check (owner in ('customer', 'employment', 'wellbeing')),
  key text check (key in ('situation', 'strengths', 'serviceNeed', 'services', 'jobSearch', 'language', 'life', 'health', 'others', 'followUp')),
  title text not null default '',
  text text not null,
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (city_id, id),
  foreign key (city_id, customer_id) references customer,
  check ((key is null) = (title <> ''))
);
create index plan_section_customer on plan_section (city_id, customer_id);
create unique index plan_section_once on plan_section (city_id, customer_id, owner, key) where key is not null;
comment on table plan_section is 'One thing a plan tells, as the customer or one authority writes it. Emptied, it is not shown to others any more.';
comment on column plan_section.key is 'What it is about; null for one with a title of its own.';
comment on column plan_section.owner is 'Whose side writes it. An authority''s is another authority''s to read only by law or by the customer''s consent.';
call make_tenant_table('plan_section', 'select, insert, update, delete');

create table plan_section_version (
  city_id text not null references city,
  section_id uuid not null,
  version integer not null,
  at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  role text not null,
  title text not null,
  text text not null,
  primary key (city_id, section_id, version),
  foreign key (city_id, section_id) references plan_section
);
comment on table plan_section_version is 'Every version of a section, and who wrote it. Never changed; goes with the plan when its time is over.';
call make_tenant_table('plan_section_version', 'select, insert, delete');

create table plan_section_shown (
  city_id text not null references city,
  id uuid not null,
  customer_id uuid not null,
  section_id uuid not null,
  shown_to text not null check (shown_to in ('employment', 'wellbeing', 'business')),
  challenge_id uuid,
  given_at timestamptz not null,
  until_on date,
  withdrawn_at timestamptz,
  primary key (city_id, id),
  foreign key (city_id, customer_id) references customer,
  foreign key (city_id, section_id) references plan_section,
  foreign key (city_id, challenge_id) references challenge,
  check ((shown_to = 'business') = (challenge_id is not null))
);
create unique index plan_section_shown_once on plan_section_shown
  (city_id, section_id, shown_to, coalesce(challenge_id, '00000000-0000-0000-0000-000000000000')) where withdrawn_at is null;
create index plan_section_shown_challenge on plan_section_shown (city_id, challenge_id, customer_id) where challenge_id is not null and withdrawn_at is null;
comment on table plan_section_shown is 'The customer''s consent that somebody sees a section: an authority''s professionals who look after them, or the business of a challenge they said yes to. Withdrawing keeps the row.';
call make_tenant_table('plan_section_shown', 'select, insert, update, delete');
