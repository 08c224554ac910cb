-- What an adviser keeps at hand: notes on a customer, with versions, and ways of looking at the caseload.
create table customer_note (
  city_id text not null references city,
  id uuid not null,
  customer_id uuid not null,
  text text not null check (text <> ''),
  is_shown boolean not null,
  author_id uuid not null,
  author_name text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  primary key (city_id, id),
  foreign key (city_id, customer_id) references customer,
  foreign key (city_id, author_id) references city_person
);
create index customer_note_customer on customer_note (city_id, customer_id, changed_at desc);
comment on table customer_note is 'A note of an adviser on a customer, to remember by. Whoever advises the customer reads it; the customer where it is shown, and always among what is kept about them.';
call make_tenant_table('customer_note', 'select, insert, update, delete');

create table customer_note_version (
  city_id text not null references city,
  note_id uuid not null,
  version integer not null,
  at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  text text not null,
  is_shown boolean not null,
  primary key (city_id, note_id, version),
  foreign key (city_id, note_id) references customer_note on delete cascade,
  foreign key (city_id, person_id) references city_person
);
comment on table customer_note_version is 'Every version of a note and who wrote it. Goes with the note.';
call make_tenant_table('customer_note_version', 'select, insert, delete');

create table caseload_look (
  city_id text not null references city,
  id uuid not null,
  person_id uuid not null,
  name text not null,
  query text not null,
  changed_at timestamptz not null,
  primary key (city_id, id),
  unique (city_id, person_id, name),
  foreign key (city_id, person_id) references city_person
);
comment on table caseload_look is 'How an adviser looks at their caseload: the filters they have named, and the last one without a name.';
comment on column caseload_look.query is 'As it stands in the page''s address; no customer''s name.';
call make_tenant_table('caseload_look', 'select, insert, update, delete');
