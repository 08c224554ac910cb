-- Path: one plan a customer, its steps, and every version of each step.
create table plan (
  city_id text not null references city,
  id uuid not null,
  customer_id uuid not null,
  goal text not null default '',
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (city_id, id),
  unique (city_id, customer_id),
  foreign key (city_id, customer_id) references customer
);
comment on table plan is 'The plan of a customer: the goal in words. Its steps are in step.';
call make_tenant_table('plan', 'select, insert, update');

create table plan_version (
  city_id text not null references city,
  plan_id uuid not null,
  version integer not null,
  at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  role text not null,
  goal text not null,
  primary key (city_id, plan_id, version),
  foreign key (city_id, plan_id) references plan
);
comment on table plan_version is 'Every version of a goal, and who wrote it. Insert only.';
call make_tenant_table('plan_version', 'select, insert');

create table step (
  city_id text not null references city,
  id uuid not null,
  customer_id uuid not null,
  title text not null,
  why text not null default '',
  owner text not null check (owner in ('customer', 'adviser')),
  due_on date not null,
  challenge_id uuid,
  state text not null check (state in ('proposed', 'agreed', 'declined', 'done', 'withdrawn')),
  proposed_by text not null check (proposed_by in ('customer', 'adviser')),
  word text not null default '',
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (city_id, id),
  foreign key (city_id, customer_id) references customer,
  foreign key (city_id, challenge_id) references challenge
);
create index step_customer on step (city_id, customer_id);
create index step_proposed on step (city_id, customer_id) where state = 'proposed';
call make_tenant_table('step', 'select, insert, update');

create table step_version (
  city_id text not null references city,
  step_id uuid not null,
  version integer not null,
  at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  role text not null,
  title text not null,
  why text not null,
  owner text not null,
  due_on date not null,
  state text not null,
  word text not null,
  primary key (city_id, step_id, version),
  foreign key (city_id, step_id) references step
);
comment on table step_version is 'Every version of a step, and who made it. Insert only.';
call make_tenant_table('step_version', 'select, insert');
