-- Files of a city: kept once, in sealed parts, hanging on the thing they were given with (a message, a document asked for).
insert into term (name, from_on, value, source) values
  ('filesADay', '2026-01-01', 60, 'Tuttu: more than anybody needs in a day, and too few to fill a disk with');

create table stored_file (
  city_id text not null references city,
  id uuid not null,
  customer_id uuid not null,
  given_by uuid not null,
  name text not null,
  media_type text not null check (media_type in ('application/pdf', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.oasis.opendocument.text', 'image/jpeg', 'image/png', 'text/plain')),
  size integer not null check (size between 1 and 10485760),
  sha256 bytea not null,
  given_at timestamptz not null,
  primary key (city_id, id),
  foreign key (city_id, customer_id) references customer,
  foreign key (city_id, given_by) references city_person
);
create index stored_file_customer on stored_file (city_id, customer_id, given_at);
create index stored_file_giver on stored_file (city_id, given_by, given_at);
comment on table stored_file is 'A file a customer or somebody who serves them has given. Who may have it follows from the thing it hangs on; without one it is nobody''s to have.';
comment on column stored_file.customer_id is 'Whose matter it belongs to, whoever gave it.';
comment on column stored_file.name is 'As its giver called it, cleaned; its ending agrees with what its bytes are.';
comment on column stored_file.sha256 is 'Of its bytes: what was given is what is had.';
call make_tenant_table('stored_file', 'select, insert, delete');

create table stored_file_part (
  city_id text not null references city,
  file_id uuid not null,
  no integer not null,
  sealed bytea not null,
  primary key (city_id, file_id, no),
  foreign key (city_id, file_id) references stored_file on delete cascade
);
comment on table stored_file_part is 'The bytes of a file, sealed, in order.';
call make_tenant_table('stored_file_part', 'select, insert, delete');
