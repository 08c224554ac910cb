-- Business interface: businesses, their challenges, customers' answers, and the thread that follows a yes.
create table business (
  city_id text not null references city,
  id uuid not null,
  name text not null,
  business_code text not null,
  area text not null default '',
  about jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  deleted_at timestamptz,
  primary key (city_id, id),
  unique (city_id, business_code)
);
call make_tenant_table('business', 'select, insert, update');

create table business_contact (
  city_id text not null references city,
  business_id uuid not null,
  person_id uuid not null,
  from_on date not null,
  to_on date,
  primary key (city_id, business_id, person_id),
  foreign key (city_id, business_id) references business,
  foreign key (city_id, person_id) references city_person
);
create index business_contact_person on business_contact (city_id, person_id);
call make_tenant_table('business_contact', 'select, insert, update');

create table challenge (
  city_id text not null references city,
  id uuid not null,
  business_id uuid not null,
  title text not null,
  problem text not null,
  language text not null check (language in ('fi', 'sv', 'en')),
  place text not null,
  hours text not null check (hours in ('any', 'days', 'evenings', 'weekends')),
  languages text[] not null default '{}',
  until_on date not null,
  state text not null check (state in ('draft', 'published', 'paused', 'closed')),
  needs_weight integer not null default 0,
  version integer not null default 1,
  created_at timestamptz not null,
  published_at timestamptz,
  deleted_at timestamptz,
  primary key (city_id, id),
  foreign key (city_id, business_id) references business
);
create index challenge_business on challenge (city_id, business_id);
create index challenge_open on challenge (city_id, until_on) where state = 'published' and deleted_at is null;
comment on column challenge.needs_weight is 'Sum of the weights of its needs, kept with them, so that a score is one division.';
call make_tenant_table('challenge', 'select, insert, update');

create table challenge_need (
  city_id text not null references city,
  challenge_id uuid not null,
  skill_id integer not null references skill,
  weight integer not null check (weight between 1 and 3),
  is_must boolean not null default false,
  because jsonb not null default '[]',
  primary key (city_id, challenge_id, skill_id),
  foreign key (city_id, challenge_id) references challenge
);
create index challenge_need_skill on challenge_need (city_id, skill_id) include (challenge_id, weight);
call make_tenant_table('challenge_need', 'select, insert, update, delete');

create table answer (
  city_id text not null references city,
  id uuid not null,
  challenge_id uuid not null,
  customer_id uuid not null,
  answer text not null check (answer in ('yes', 'notNow', 'no')),
  word text not null default '',
  card jsonb,
  thread_id uuid,
  score real not null,
  version integer not null default 1,
  answered_at timestamptz not null,
  primary key (city_id, id),
  unique (city_id, challenge_id, customer_id),
  foreign key (city_id, challenge_id) references challenge,
  foreign key (city_id, customer_id) references customer
);
create index answer_customer on answer (city_id, customer_id);
comment on column answer.card is 'What the customer chose to show the business with their yes; null without one.';
call make_tenant_table('answer', 'select, insert, update');

create table thread (
  city_id text not null references city,
  id uuid not null,
  customer_id uuid not null,
  business_id uuid not null,
  challenge_id uuid not null,
  created_at timestamptz not null,
  latest_at timestamptz not null,
  primary key (city_id, id),
  unique (city_id, challenge_id, customer_id),
  foreign key (city_id, customer_id) references customer,
  foreign key (city_id, challenge_id) references challenge,
  foreign key (city_id, business_id) references business
);
create index thread_customer on thread (city_id, customer_id, latest_at desc);
create index thread_business on thread (city_id, business_id, latest_at desc);
comment on table thread is 'A conversation of one customer and one business on one challenge, opened by a yes.';
comment on column thread.latest_at is 'When the latest message came, else when it was opened: the order of the list.';
call make_tenant_table('thread', 'select, insert, update');

create table message (
  city_id text not null references city,
  id uuid not null,
  thread_id uuid not null,
  author_id uuid not null,
  side text not null check (side in ('customer', 'business')),
  text text not null,
  at timestamptz not null,
  read_at timestamptz,
  primary key (city_id, id),
  foreign key (city_id, thread_id) references thread
);
create index message_thread on message (city_id, thread_id, at desc, id desc);
create index message_unread on message (city_id, thread_id, side) where read_at is null;
comment on table message is 'What one side wrote to the other; read_at is when the other side said it has read it.';
call make_tenant_table('message', 'select, insert, update');
