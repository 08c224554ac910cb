-- In how many working days an adviser answers what a customer sent: the city's promise or a shorter one of their own, and how it was kept.
insert into term (name, from_on, value, source) values
  ('replyPromiseDays', '2026-01-01', 3, 'Tuttu: three working days, until the city decides its own'),
  ('replyFigureDays', '2026-01-01', 90, 'Tuttu: a quarter tells how it goes now');

create table reply_promise (
  city_id text not null references city,
  person_id uuid not null,
  from_on date not null,
  days integer check (days between 1 and 60),
  set_at timestamptz not null,
  primary key (city_id, person_id, from_on),
  foreign key (city_id, person_id) references city_person
);
comment on table reply_promise is 'An adviser''s own promise, from a day on: so many working days, never more than the city''s at the time; null from the day they promise no more than the city.';
call make_tenant_table('reply_promise', 'select, insert, update, delete');

create table reply_due (
  city_id text not null references city,
  id uuid not null,
  customer_id uuid not null,
  adviser_id uuid not null,
  about text not null check (about in ('message', 'step', 'ask')),
  thing_id uuid not null,
  asked_at timestamptz not null,
  due_on date not null,
  replied_on date,
  let_go_on date,
  primary key (city_id, id),
  foreign key (city_id, customer_id) references customer,
  foreign key (city_id, adviser_id) references city_person,
  check (replied_on is null or let_go_on is null)
);
create unique index reply_due_open on reply_due (city_id, thing_id, about) where replied_on is null and let_go_on is null;
create index reply_due_customer on reply_due (city_id, customer_id, due_on) where replied_on is null and let_go_on is null;
create index reply_due_adviser on reply_due (city_id, adviser_id, due_on);
comment on table reply_due is 'Something a customer sent that their adviser promised to answer by a day. Written in the transaction that sent it, closed in the one that answered it, or let go when the customer took it back. No word of it is here.';
comment on column reply_due.adviser_id is 'Who advised the customer when it was sent; once answered, who answered.';
comment on column reply_due.thing_id is 'The thread, the step or the ask.';
call make_tenant_table('reply_due', 'select, insert, update, delete');
