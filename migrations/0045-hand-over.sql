-- A customer is handed over from one professional to another, in one authority or between two: who has them keeps them until the other accepts, within a time.
insert into term (name, from_on, value, source) values
  ('handOverDays', '2026-01-01', 5, 'Tuttu: five working days, within which one has read it and asked what one needs; a customer does not wait longer to know whose they are');

create table hand_over (
  city_id text not null references city,
  id uuid not null,
  customer_id uuid not null,
  from_id uuid not null,
  from_name text not null,
  from_role text not null check (from_role in ('adviser', 'socialWorker')),
  to_id uuid not null,
  to_name text not null,
  to_role text not null check (to_role in ('adviser', 'socialWorker')),
  why text not null,
  begun_at timestamptz not null,
  due_on date not null,
  accepted_at timestamptz,
  declined_at timestamptz,
  reason text not null default '',
  alternative text not null default '',
  taken_back_at timestamptz,
  expired_at timestamptz,
  version integer not null default 1,
  primary key (city_id, id),
  foreign key (city_id, customer_id) references customer,
  foreign key (city_id, from_id) references city_person,
  foreign key (city_id, to_id) references city_person,
  check (from_id <> to_id),
  check (num_nonnulls(accepted_at, declined_at, taken_back_at, expired_at) <= 1)
);
create unique index hand_over_one_open on hand_over (city_id, customer_id, to_role)
  where accepted_at is null and declined_at is null and taken_back_at is null and expired_at is null;
create index hand_over_customer on hand_over (city_id, customer_id, begun_at desc);
create index hand_over_from on hand_over (city_id, from_id, begun_at desc);
create index hand_over_to on hand_over (city_id, to_id, begun_at desc);
create index hand_over_due on hand_over (city_id, due_on)
  where accepted_at is null and declined_at is null and taken_back_at is null and expired_at is null;
comment on table hand_over is 'A professional asks another to take a customer. Until the answer, from_id has the customer; with a yes the caseload moves. Its state follows from its times.';
comment on column hand_over.reason is 'Why it was declined.';
comment on column hand_over.alternative is 'What who declined proposes instead.';
comment on column hand_over.expired_at is 'When the three were told that nobody had answered by due_on.';
call make_tenant_table('hand_over', 'select, insert, update, delete');
